package org.envdisclosure.platform.ingest;

import java.io.InputStream;
import org.envdisclosure.platform.measure.DataStatus;

/**
 * A batch at the door.
 *
 * @param layout  one of the plan's
 * @param status  the state of review of its rows
 * @param atomic  all rows or none
 * @param keyName whose key brought it
 * @param coding  of the body
 * @param format  of the body
 * @param body    read once, as it arrives
 */
public record BatchRequest(String layout, DataStatus status, boolean atomic, String keyName, ContentCoding coding, BodyFormat format,
                           InputStream body) {
}
