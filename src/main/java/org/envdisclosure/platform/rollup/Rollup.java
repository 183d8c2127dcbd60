package org.envdisclosure.platform.rollup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.operation.WorkQueue;

/**
 * A dataset whose every row is computed from a bucket of other rows. Declared as a bean; the queue and its lag in health and metrics,
 * the transactions, the revisions and the repeats after a crash are the {@link RollupWorker}'s.
 */
public interface Rollup extends WorkQueue {

    /**
     * The table of the results; what is not compared stands among the derived columns. Received ones it has only when it
     * {@linkplain #judgesItself judges itself}.
     */
    StoredTable table();

    /**
     * Whether the results are a part of the very rows they are computed from, such as a class that depends on a register. Their
     * dataset is then locked before they are read, so that no batch is overwritten by what it has just replaced.
     */
    default boolean judgesItself() {
        return false;
    }

    /**
     * How far the results are from the rows that were received: days of hours are one step away, months of days two. What is nearer is
     * computed first, also before the rest of what is further, because readers wait for it and others rest on it.
     */
    default int steps() {
        return 2;
    }

    /** How many buckets are computed in one transaction: enough to be worth one, few enough to be short and small in memory. */
    int bucketsAtOnce();

    /**
     * How long a stale bucket may rest before it is computed: zero where a reader waits for it, longer where its inputs come in
     * drops and each would cost a computation.
     */
    default Duration resting() {
        return Duration.ZERO;
    }

    /**
     * While the day of a bucket runs, it is computed at most once in so long, counted from midnight, and at once when its day has
     * ended; zero for as often as its inputs come. For days alone, whose every hour would supersede a whole row.
     */
    default Duration restingWhileRunning() {
        return Duration.ZERO;
    }

    /**
     * The dataset whose rows the results are computed from, when it may let go of those of early years: results of such years then
     * stay as they stand. Empty where all it takes is kept.
     */
    default Optional<String> computedFrom() {
        return Optional.empty();
    }

    /**
     * Computes the buckets in the temporary table {@code rollup_due (bucket_key text, bucket_day date)} into {@code stage}, each
     * row by {@link Stage#recomputed()}. Rows that did not change may be staged again; the merge leaves them alone.
     */
    void compute(Connection connection, Stage stage) throws SQLException, IOException;

    /**
     * Queues what rests on these results. The stage still holds them, with the verdicts {@code i} and {@code r} for what is new or
     * different; the table has the new rows already, its history those they replaced.
     */
    default void published(Connection connection, long revision) throws SQLException {
        // nothing rests on the last step
    }

    /** The dataset's id. */
    @Override
    default String queueName() {
        return table().dataset();
    }

    @Override
    default String queueTable() {
        return RollupQueue.waiting(this);
    }
}
