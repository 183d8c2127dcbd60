package org.envdisclosure.platform.rollup;

import java.time.LocalDate;

/**
 * What one result is computed from.
 *
 * @param key a station or a city
 * @param day its day, or the first of its period
 */
record Bucket(String key, LocalDate day) {
}
