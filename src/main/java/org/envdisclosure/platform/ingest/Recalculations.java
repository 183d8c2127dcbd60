package org.envdisclosure.platform.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Receipts of what the service computes anew by itself: no row was received, but whatever is published names a batch that is there. */
public final class Recalculations {

    /** The layout and the key such a batch names, and the reason of its revisions. */
    public static final String LAYOUT = "recalculation";

    private Recalculations() {
    }

    /** Writes the receipt in the transaction of the recalculation; nothing when it changed nothing. */
    public static void write(Connection connection, UUID batch, String dataset, long revision, Instant began, Instant ended) throws SQLException {
        if (revision > 0) {
            ReceiptBook.write(connection, new Receipt(batch, dataset, LAYOUT, null, "atomic", "stored", null, LAYOUT, began, ended, null, 0,
                    0, 0, 0, 0, 0, null, null, revision, Map.of(), List.of()));
        }
    }
}
