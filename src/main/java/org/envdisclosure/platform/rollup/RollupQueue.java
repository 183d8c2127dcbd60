package org.envdisclosure.platform.rollup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The stale buckets of all roll-ups, one table. It is only ever appended to by those who change data, so no batch waits for a worker;
 * a bucket that was queued many times is computed once.
 */
public final class RollupQueue {

    /** Buckets of one key always fall into the same part, and a part has one worker at a time: results never overtake each other. */
    static final int PARTS = 8;

    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtext('rollup ' || ?), ?)";
    private static final String DUE = """
            SELECT p.part FROM generate_series(0, %d) AS p(part)
             WHERE EXISTS (SELECT FROM rollup_queue q
                            WHERE q.dataset = ? AND q.part = p.part AND %s <= clock_timestamp() - ? * interval '1 millisecond')
            """;
    private static final String CLAIM = """
            WITH due AS (
                SELECT DISTINCT bucket_key, bucket_day FROM rollup_queue
                 WHERE dataset = ? AND part = ? AND %s <= clock_timestamp() - ? * interval '1 millisecond'
                 ORDER BY bucket_key, bucket_day LIMIT ?),
            claimed AS (
                DELETE FROM rollup_queue q USING due
                 WHERE q.dataset = ? AND q.part = ? AND q.bucket_key = due.bucket_key AND q.bucket_day = due.bucket_day
             RETURNING q.bucket_key, q.bucket_day)
            INSERT INTO rollup_due SELECT DISTINCT bucket_key, bucket_day FROM claimed
            RETURNING bucket_key, bucket_day
            """;
    private static final String LET_BE = "DELETE FROM rollup_due d USING dataset_head h WHERE h.dataset = ? AND d.bucket_day < h.kept_from";
    private static final String POSTPONE = """
            UPDATE rollup_queue SET due_at = clock_timestamp() + interval '1 minute'
             WHERE dataset = ? AND bucket_key = ? AND bucket_day = ?
            """;

    private RollupQueue() {
    }

    /**
     * Queues the buckets that {@code select} yields as key and day, in the caller's transaction.
     *
     * @param select SQL of the caller's own, without values
     */
    public static int add(Connection connection, String dataset, String select) throws SQLException {
        try (Statement insert = connection.createStatement()) {
            return insert.executeUpdate(adding(dataset, select));
        }
    }

    /** The statement of {@link #add}, for whoever has another kind of connection. */
    public static String adding(String dataset, String select) {
        return """
                INSERT INTO rollup_queue (dataset, bucket_key, bucket_day)
                SELECT DISTINCT '%s', b.bucket_key, b.bucket_day FROM (%s) AS b(bucket_key, bucket_day)
                """.formatted(dataset, select);
    }

    /** What waits for one dataset, as it stands in a FROM clause; it waits from the moment on at which it could be computed. */
    static String waiting(Rollup rollup) {
        return "(SELECT " + from(rollup, "queued_at") + " AS queued_at FROM rollup_queue WHERE dataset = '" + rollup.table().dataset() + "') AS waiting";
    }

    /** From when on a bucket that came at {@code moment} can be computed: while its day runs from the end of the slot it came in. */
    private static String from(Rollup rollup, String moment) {
        long millis = rollup.restingWhileRunning().toMillis();
        return millis == 0 ? moment : """
                greatest(%1$s, least(date_bin(interval '%2$d milliseconds', %1$s, TIMESTAMPTZ '2000-01-01 00:00+08') + interval '%2$d milliseconds',
                                     (bucket_day + 1)::timestamp AT TIME ZONE INTERVAL '+08:00'))""".formatted(moment, millis);
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

    /** The parts that have buckets due; one short look where there are none, which is most of the time. */
    static List<Integer> due(Connection connection, Rollup rollup) throws SQLException {
        List<Integer> parts = new ArrayList<>();
        try (PreparedStatement due = connection.prepareStatement(DUE.formatted(PARTS - 1, from(rollup, "q.due_at")))) {
            due.setString(1, rollup.table().dataset());
            due.setLong(2, rollup.resting().toMillis());
            try (ResultSet row = due.executeQuery()) {
                while (row.next()) {
                    parts.add(row.getInt(1));
                }
            }
        }
        return parts;
    }

    /** Moves up to {@code limit} due buckets into {@code rollup_due}; a rollback puts them back. */
    static List<Bucket> claim(Connection connection, Rollup rollup, int part, int limit) throws SQLException {
        String dataset = rollup.table().dataset();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE IF NOT EXISTS rollup_due (bucket_key text COLLATE \"C\", bucket_day date) ON COMMIT DELETE ROWS");
        }
        List<Bucket> claimed = new ArrayList<>();
        try (PreparedStatement claim = connection.prepareStatement(CLAIM.formatted(from(rollup, "due_at")))) {
            claim.setString(1, dataset);
            claim.setInt(2, part);
            claim.setLong(3, rollup.resting().toMillis());
            claim.setInt(4, limit);
            claim.setString(5, dataset);
            claim.setInt(6, part);
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    claimed.add(new Bucket(row.getString(1), row.getObject(2, LocalDate.class)));
                }
            }
        }
        return claimed;
    }

    /** Takes the buckets off {@code rollup_due} whose rows were let go; how many they were. */
    static int letBe(Connection connection, Rollup rollup) throws SQLException {
        if (rollup.computedFrom().isEmpty()) {
            return 0;
        }
        try (PreparedStatement delete = connection.prepareStatement(LET_BE)) {
            delete.setString(1, rollup.computedFrom().get());
            return delete.executeUpdate();
        }
    }

    /** Lets a bucket wait a minute, so that one that cannot be computed does not stand before the others. */
    static int postpone(Connection connection, String dataset, Bucket bucket) throws SQLException {
        try (PreparedStatement postpone = connection.prepareStatement(POSTPONE)) {
            postpone.setString(1, dataset);
            postpone.setString(2, bucket.key());
            postpone.setObject(3, bucket.day());
            return postpone.executeUpdate();
        }
    }
}
