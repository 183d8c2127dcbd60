package org.envdisclosure.platform.revision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The numbered revisions of datasets, inside the caller's transaction.
 *
 * <p>Lock first, then change, then stamp, then commit. The lock is held until commit, so a higher number is always published
 * later, and no reader meets a number whose rows it cannot see. {@link ReactiveLedger} is the same for Hibernate Reactive.
 */
public final class RevisionLedger {

    /** Stands in {@code dataset_month} for every month there is: what touched all of them at once. */
    static final LocalDate EVERY_MONTH = LocalDate.of(1, 1, 1);

    static final String LOCK_NOT_AVAILABLE = "55P03";

    static final String ENTER = """
            INSERT INTO dataset_head (dataset, revision, published_at) VALUES (?, 0, '-infinity')
            ON CONFLICT (dataset) DO NOTHING
            """;
    static final String LOCK = "SELECT revision FROM dataset_head WHERE dataset = ? FOR UPDATE";
    private static final String NEXT = "SELECT revision + 1 FROM dataset_head WHERE dataset = ?";
    // a clock set back must not let a later revision carry an earlier moment, nor one of a register fall before what was read with it
    static final String STAMP = """
            WITH head AS (
                UPDATE dataset_head
                   SET revision = ?, published_at = greatest(clock_timestamp(),
                           (SELECT max(h.published_at) FROM dataset_head h) + interval '1 microsecond')
                 WHERE dataset = ?
             RETURNING dataset, revision, published_at)
            INSERT INTO dataset_revision (dataset, revision, published_at, batch_id)
            SELECT dataset, revision, published_at, CAST(? AS uuid) FROM head
            """;
    // one moment for all: what is read together as of a revision of one dataset must find the others at the state they had with it
    private static final String MOVE = """
            WITH moment AS (
                SELECT greatest(clock_timestamp(), max(published_at)) AS at FROM dataset_head),
            head AS (
                UPDATE dataset_head AS h SET published_at = moment.at
                  FROM moment, unnest(?::text[], ?::bigint[]) AS locked(dataset, revision)
                 WHERE h.dataset = locked.dataset AND h.revision > locked.revision
             RETURNING h.dataset, h.revision, h.published_at, locked.revision AS before)
            UPDATE dataset_revision AS r
               SET published_at = head.published_at - (head.revision - r.revision) * interval '1 microsecond'
              FROM head WHERE r.dataset = head.dataset AND r.revision > head.before
            """;
    // the same for one dataset after the other: whoever publishes is alone, so the newest moment is that of the last stamp
    static final String SAME_MOMENT = """
            WITH head AS (
                UPDATE dataset_head SET published_at = (SELECT max(h.published_at) FROM dataset_head h)
                 WHERE dataset = ?
             RETURNING dataset, revision, published_at)
            UPDATE dataset_revision AS r SET published_at = head.published_at
              FROM head WHERE r.dataset = head.dataset AND r.revision = head.revision
            """;
    private static final String MARK_MONTHS = """
            INSERT INTO dataset_month (dataset, month, revision)
            SELECT ?, m, ? FROM unnest(?::date[]) AS m
            ON CONFLICT (dataset, month) DO UPDATE SET revision = excluded.revision
            """;

    static final String MARK_EVERY_MONTH = """
            INSERT INTO dataset_month (dataset, month, revision) VALUES (?, DATE '%s', ?)
            ON CONFLICT (dataset, month) DO UPDATE SET revision = excluded.revision
            """.formatted(EVERY_MONTH);

    private RevisionLedger() {
    }

    /**
     * The newest revision that touched months of a dataset, those included that touched every month.
     *
     * @param last the last month, inclusive
     */
    public static Sql touching(String dataset, LocalDate first, LocalDate last) {
        return Sql.of("SELECT max(revision) FROM dataset_month WHERE dataset = ? AND (month BETWEEN ? AND ? OR month = ?)",
                dataset, first, last, EVERY_MONTH);
    }

    /**
     * Locks the datasets until commit; others wait.
     *
     * @param patience how long to wait for those who have them
     * @return the revision each stands at
     * @throws SQLException for which {@link #isBusy} holds when the wait was too long
     */
    public static Map<String, Long> lock(Connection connection, Collection<String> datasets, Duration patience) throws SQLException {
        Map<String, Long> heads = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('lock_timeout', '%d', true)".formatted(patience.toMillis()));
        }
        try (PreparedStatement enter = connection.prepareStatement(ENTER);
                PreparedStatement lock = connection.prepareStatement(LOCK)) {
            // one order for everybody, so that two batches cannot wait for each other
            for (String dataset : datasets.stream().sorted().toList()) {
                enter.setString(1, dataset);
                enter.executeUpdate();
                lock.setString(1, dataset);
                try (ResultSet head = lock.executeQuery()) {
                    head.next();
                    heads.put(dataset, head.getLong(1));
                }
            }
        }
        return heads;
    }

    /** Whether somebody else had the datasets for longer than there was patience. */
    public static boolean isBusy(Throwable failure) {
        return failure instanceof SQLException refused && LOCK_NOT_AVAILABLE.equals(refused.getSQLState());
    }

    /**
     * Moves the moments of what was stamped since {@link #lock} to now: the last statement before commit, so that a long merge is not
     * published at a moment at which nobody could see it yet. From here on whoever asks about this moment waits for the commit.
     *
     * @param heads as {@link #lock} gave them
     */
    public static void publishedNow(Connection connection, Map<String, Long> heads) throws SQLException {
        List<Map.Entry<String, Long>> locked = List.copyOf(heads.entrySet());
        try (Statement statement = connection.createStatement()) {
            statement.execute(Publication.BEGIN);
        }
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            move.setArray(1, connection.createArrayOf("text", locked.stream().map(Map.Entry::getKey).toArray()));
            move.setArray(2, connection.createArrayOf("bigint", locked.stream().map(Map.Entry::getValue).toArray()));
            move.executeUpdate();
        }
    }

    /** The number the next revision will have; the dataset must be locked. */
    public static long next(Connection connection, String dataset) throws SQLException {
        try (PreparedStatement next = connection.prepareStatement(NEXT)) {
            next.setString(1, dataset);
            try (ResultSet row = next.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Publishes {@code revision} with the commit that follows. */
    public static void stamp(Connection connection, String dataset, long revision, @Nullable UUID batch, List<String> months) throws SQLException {
        try (PreparedStatement stamp = connection.prepareStatement(STAMP);
                PreparedStatement mark = connection.prepareStatement(MARK_MONTHS)) {
            stamp.setLong(1, revision);
            stamp.setString(2, dataset);
            stamp.setObject(3, batch);
            stamp.executeUpdate();
            mark.setString(1, dataset);
            mark.setLong(2, revision);
            mark.setArray(3, connection.createArrayOf("text", months.toArray()));
            mark.executeUpdate();
        }
    }

    /**
     * Publishes a revision without rows of its own: what the dataset's answers rest on has changed, and whoever asks for a revision
     * must always be given the same answer. It touches every month. The dataset must be locked.
     */
    public static void touch(Connection connection, String dataset, @Nullable UUID batch) throws SQLException {
        stamp(connection, dataset, next(connection, dataset), batch, List.of(EVERY_MONTH.toString()));
    }
}
