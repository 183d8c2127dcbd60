package org.envdisclosure.platform.ingest;

/**
 * A small batch that works, as the API document shows it.
 *
 * @param layout which of the plan's layouts it is written in
 * @param format of the body
 * @param body   the body itself, a few rows
 */
public record BatchSample(String layout, BodyFormat format, String body) {
}
