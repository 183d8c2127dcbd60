package org.envdisclosure.platform.ingest;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.envdisclosure.platform.measure.DataStatus;

/**
 * How a dataset takes in batches; one bean per dataset that can be written.
 *
 * @param <R> a row of the dataset as its layouts read it
 */
public interface IngestPlan<R> {

    /** Where the rows go. */
    StoredTable table();

    /** Names of the layouts understood; the first is the default. */
    default List<String> layouts() {
        return List.of("native");
    }

    /** Small bodies that work, at least one for each layout; they stand in the API document. */
    List<BatchSample> samples();

    /** Ids of all datasets a batch can change, its own among them; locked together before the merge. */
    default Set<String> changes() {
        return Set.of(table().dataset());
    }

    /** The words that explain what a batch changes; the first is for rows received anew. */
    default Merge.Reasons reasons() {
        return new Merge.Reasons("resend", "recalculation");
    }

    /** Begins one batch. Register look-ups go through the context's connection. */
    BatchRun<R> open(String layout, BatchContext context) throws SQLException;

    /**
     * What a batch knows of itself.
     *
     * @param connection the transaction everything happens in
     * @param batch      its id
     * @param now        when it arrived
     * @param status     the state of review of its rows
     * @param lane       sends rows while the next are read
     */
    record BatchContext(Connection connection, UUID batch, Instant now, DataStatus status, CopyLane lane) {

        /**
         * Waits until rows that were read are sent: before anything else uses the connection while the batch is read, which it shares with
         * their sending.
         */
        public void settle() throws SQLException, IOException {
            lane.settle();
        }
    }
}
