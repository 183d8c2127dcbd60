package org.envdisclosure.platform.rollup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.envdisclosure.platform.operation.WorkQueue;

/**
 * The stale buckets of all roll-ups, one table. It is only ever appended to by those who change data, so no batch waits for a worker;
 * a bucket that was queued many times is computed once.
 */
public final class RollupQueue {

    /** Buckets of one key always fall into the same part, and a part has one worker at a time: results never overtake each other. */
    static final int PARTS = 8;

    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtext('rollup ' || ?), ?)";
    private static final String CLAIM = """
            WITH due AS (
                SELECT DISTINCT bucket_key, bucket_day FROM rollup_queue
                 WHERE dataset = ? AND part = ? AND due_at <= clock_timestamp() - ? * interval '1 millisecond'
                 ORDER BY bucket_key, bucket_day LIMIT ?),
            claimed AS (
                DELETE FROM rollup_queue q USING due
                 WHERE q.dataset = ? AND q.part = ? AND q.bucket_key = due.bucket_key AND q.bucket_day = due.bucket_day
             RETURNING q.bucket_key, q.bucket_day)
            INSERT INTO rollup_due SELECT DISTINCT bucket_key, bucket_day FROM claimed
            """;
    private static final String POSTPONE = """
            UPDATE rollup_queue SET due_at = clock_timestamp() + interval '1 minute'
             WHERE (dataset, part, bucket_key, bucket_day) IN (
                SELECT dataset, part, bucket_key, bucket_day FROM rollup_queue
                 WHERE dataset = ? AND part = ? AND due_at <= clock_timestamp() ORDER BY bucket_key, bucket_day LIMIT 1)
            """;

    private RollupQueue() {
    }

    /**
     * Queues the buckets that {@code select} yields as key and day, in the caller's transaction.
     *
     * @param select SQL of the caller's own, without values
     */
    public static int add(Connection connection, String dataset, String select) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO rollup_queue (dataset, bucket_key, bucket_day)
                SELECT DISTINCT ?, b.bucket_key, b.bucket_day FROM (%s) AS b(bucket_key, bucket_day)
                """.formatted(select))) {
            insert.setString(1, dataset);
            return insert.executeUpdate();
        }
    }

    /** The queue of one dataset for health and metrics. */
    public static WorkQueue watched(String dataset) {
        return new WorkQueue(dataset, "(SELECT queued_at FROM rollup_queue WHERE dataset = '" + dataset + "') AS waiting", "queued_at");
    }

    /** Whether this transaction is now the part's only worker. */
    static boolean lock(Connection connection, String dataset, int part) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, dataset);
            lock.setInt(2, part);
            try (ResultSet got = lock.executeQuery()) {
                got.next();
                return got.getBoolean(1);
            }
        }
    }

    /** Moves up to {@code limit} due buckets into {@code rollup_due}; a rollback puts them back. */
    static int claim(Connection connection, String dataset, int part, Duration resting, int limit) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE IF NOT EXISTS rollup_due (bucket_key text COLLATE \"C\", bucket_day date) ON COMMIT DELETE ROWS");
            // a transaction may claim more than once
            statement.execute("DELETE FROM rollup_due");
        }
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setString(1, dataset);
            claim.setInt(2, part);
            claim.setLong(3, resting.toMillis());
            claim.setInt(4, limit);
            claim.setString(5, dataset);
            claim.setInt(6, part);
            return claim.executeUpdate();
        }
    }

    /** Lets the bucket that stands first wait a minute, so that one that cannot be computed does not stand before the others. */
    static void postponeFirst(Connection connection, String dataset, int part) throws SQLException {
        try (PreparedStatement postpone = connection.prepareStatement(POSTPONE)) {
            postpone.setString(1, dataset);
            postpone.setInt(2, part);
            postpone.executeUpdate();
        }
    }
}
