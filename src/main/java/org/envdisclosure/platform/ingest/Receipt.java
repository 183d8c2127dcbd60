package org.envdisclosure.platform.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch: always received = inserted + unchanged + corrected + rejected.
 *
 * @param state      {@code stored}, {@code refused} (nothing stored, each row has its verdict) or {@code failed} (could not be read)
 * @param failure    why it failed, or null
 * @param sha256     of the body as sent; null when it was not read to its end
 * @param timeFrom   the earliest time among the rows taken, or null
 * @param timeTo     the latest
 * @param revision   the dataset's revision that published it; 0 when nothing changed
 * @param rejects    the first 100
 */
public record Receipt(UUID batchId, String dataset, String layout, @Nullable String dataStatus, String mode, String state,
                      @Nullable String failure, String keyName, Instant receivedAt, Instant finishedAt, @Nullable String sha256, long bytes,
                      long received, long inserted, long unchanged, long corrected, long rejected, @Nullable Instant timeFrom,
                      @Nullable Instant timeTo, long revision, Map<String, Long> extras, List<Reject> rejects) {

    /** How many rejects an answer itself carries; the rest are at {@code /ingest/batches/{id}/rejects}. */
    public static final int REJECTS_SHOWN = 100;

    /**
     * A row that was not taken.
     *
     * @param line   1-based, header included; in a JSON array the element
     * @param reason a stable English word
     * @param raw    the row as it came, its beginning where it was very long
     */
    public record Reject(long line, String reason, String raw) {
    }

    /** Whether not one row was taken. */
    public boolean isRefused() {
        return state.equals("refused");
    }
}
