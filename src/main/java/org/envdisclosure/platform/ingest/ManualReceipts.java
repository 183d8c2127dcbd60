package org.envdisclosure.platform.ingest;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.envdisclosure.platform.revision.ReactiveLedger;

/** Receipts of register entries written by hand, one entry each; whatever is stored names the batch that brought it. */
public final class ManualReceipts {

    private static final String WRITE = """
            INSERT INTO ingest_batch (batch_id, dataset, layout, mode, state, key_name, received_at, finished_at,
                                      bytes, received, inserted, unchanged, corrected, rejected, revision)
            SELECT CAST(? AS uuid), CAST(? AS text), 'manual', 'atomic', 'stored', CAST(? AS text), now(), clock_timestamp(),
                   octet_length(CAST(? AS text)), 1, CAST(? AS integer), 0, 1 - CAST(? AS integer), 0, CAST(? AS bigint)
            """;

    private ManualReceipts() {
    }

    /**
     * Writes the receipt of a change in its transaction.
     *
     * @param body    the entry as it came
     * @param created whether it is new; else it corrects one
     */
    public static Uni<Void> write(ReactiveLedger.Change change, UUID batch, String keyName, String body, boolean created) {
        int inserted = created ? 1 : 0;
        return change.execute(WRITE, batch, change.dataset(), keyName, body, inserted, inserted, change.revision());
    }
}
