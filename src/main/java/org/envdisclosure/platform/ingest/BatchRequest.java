package org.envdisclosure.platform.ingest;

import java.io.InputStream;
import org.envdisclosure.platform.measure.DataStatus;
import org.jspecify.annotations.Nullable;

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
 * @param enclosed the file the record speaks of, which came beside it; null for a batch that is its body
 */
public record BatchRequest(String layout, DataStatus status, boolean atomic, String keyName, ContentCoding coding, BodyFormat format,
                           InputStream body, @Nullable Enclosed enclosed) {

    /**
     * A file that a record speaks of; the receipt tells of it instead of the record.
     *
     * @param sha256 of the file as received
     * @param bytes  its length
     */
    public record Enclosed(String sha256, long bytes) {
    }

    public BatchRequest(String layout, DataStatus status, boolean atomic, String keyName, ContentCoding coding, BodyFormat format, InputStream body) {
        this(layout, status, atomic, keyName, coding, format, body, null);
    }
}
