package org.envdisclosure.source.record;

import io.vertx.core.json.JsonObject;
import org.envdisclosure.platform.entry.Cells;

/**
 * An original that waits for a reviewer.
 *
 * @param id     of the original
 * @param record code of the record
 */
record HeldRecord(long id, String record, String received) {

    /** The row again; it was readable when it came. */
    RecordRow row() {
        JsonObject texts = new JsonObject(received);
        try {
            return RecordRow.again(new Cells(texts::getString));
        } catch (Cells.Refused changed) {
            throw new IllegalStateException("the original " + id + " of record " + record + " can no longer be read: " + changed.getMessage(), changed);
        }
    }
}
