package org.envdisclosure.platform.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.jspecify.annotations.Nullable;

/**
 * Brings a stage into its table as one new revision: new keys are inserted, changed ones go to the history and are replaced,
 * equal ones stay. The dataset must be locked.
 *
 * <p>Verdicts of staged rows: {@code i} inserted, {@code c} corrected, {@code r} recomputed, {@code u} unchanged,
 * {@code d} equal to a later row of the batch, {@code x} different from a later row of the batch, {@code l} of a lower status,
 * {@code g} of a year whose rows were let go.
 */
public final class Merge {

    private static final String STATUS_RANK = "array_position(ARRAY['realtime','preliminary','reviewed','final'], %s.data_status)";

    private final Connection connection;
    private final StoredTable table;
    private final @Nullable UUID batch;
    private final Reasons reasons;
    private long refused;
    private @Nullable MergeTally tally;

    /**
     * The words that explain a revision of a row.
     *
     * @param corrected  for a row that was received anew
     * @param recomputed for a row whose inputs changed
     */
    public record Reasons(String corrected, String recomputed) {
    }

    /**
     * What became of the received rows.
     *
     * @param revision the number of the new revision, 0 when nothing changed
     */
    public record Outcome(long inserted, long unchanged, long corrected, long rejected, long recomputed, long revision) {
    }

    /** @param batch what brought the rows; null where nothing was received and what stood before was computed anew */
    public Merge(Connection connection, StoredTable table, @Nullable UUID batch, Reasons reasons) {
        this.connection = connection;
        this.table = table;
        this.batch = batch;
        this.reasons = reasons;
    }

    /** Whether some key stands twice in the batch. */
    boolean hasRepeats() throws SQLException {
        return asked("SELECT EXISTS (SELECT FROM %1$s GROUP BY %2$s HAVING count(*) > 1)".formatted(table.stage(), table.names(table.key(), "")));
    }

    /** Marks rows whose key stands again further down the batch: the last one counts. */
    public void settleRepeats() throws SQLException {
        refused += run("""
            UPDATE %1$s AS s
               SET verdict = CASE WHEN %2$s THEN 'x' ELSE 'd' END
              FROM (SELECT %3$s, max(sequence) AS sequence FROM %1$s GROUP BY %3$s HAVING count(*) > 1) AS repeated
              JOIN %1$s AS last ON %4$s AND last.sequence = repeated.sequence
             WHERE %5$s AND s.sequence < repeated.sequence
            """.formatted(table.stage(), differ(table.received(), "s.", "last."),
                table.names(table.key(), ""), table.sameKey("last", "repeated"), table.sameKey("s", "repeated")));
    }

    /**
     * Refuses rows of years that were let go: what else there was of them is gone, so they could stand only for themselves. So do rows of the
     * first day after: means over the hours before could not be computed any more.
     */
    public void refuseWhatWasLetGo() throws SQLException {
        TimeAxis time = table.time();
        if (time != null) {
            refused += run("""
                UPDATE %1$s AS s SET verdict = 'g'
                  FROM dataset_head h JOIN storage_timed t ON t.dataset = h.dataset AND t.name = ?
                 WHERE h.dataset = ? AND h.kept_from IS NOT NULL AND s.%2$s < storage_bound(h.kept_from + 1, t.hour_ending)
                """.formatted(table.stage(), time.column()), table.name(), table.dataset());
        }
    }

    /** Applies what {@link #compare} judged; stamps a revision when anything changed. */
    public Outcome publish() throws SQLException {
        long revision = RevisionLedger.next(connection, table.dataset());
        MergeTally counted = MergeTally.of(connection, table);
        if (counted.replaced() > 0) {
            archive(revision, counted.replacing());
            replace(revision, counted.replacing());
        }
        if (counted.added() > 0) {
            insert(revision, counted.adding());
        }
        boolean changed = counted.replaced() + counted.added() > 0;
        if (changed) {
            RevisionLedger.stamp(connection, table.dataset(), revision, batch, counted.months());
        }
        tally = counted;
        return new Outcome(counted.inserted(), counted.unchanged(), counted.corrected(), counted.rejected(), counted.recomputed(), changed ? revision : 0);
    }

    /** The counts of what was published; null before. */
    @Nullable MergeTally tally() {
        return tally;
    }

    /** Whether a row may have been refused: as a repeat, or by a row that stands. */
    boolean mayRefuse() {
        return refused > 0;
    }

    /** Judges every staged row that is not judged yet against the table. */
    public void compare() throws SQLException {
        StagedSpan span = StagedSpan.of(connection, table, "i");
        if (!mayMeet(span)) {
            return;
        }
        String higher = table.status() ? STATUS_RANK.formatted("s") + " > " + STATUS_RANK.formatted("t") : "false";
        String lower = table.status() ? STATUS_RANK.formatted("s") + " < " + STATUS_RANK.formatted("t") : "false";
        String text = table.keepsText() ? keptText() : "";
        refused += run("""
            UPDATE %1$s AS s
               SET verdict = CASE
                       WHEN NOT (%2$s)
                       THEN CASE WHEN %3$s THEN 'c' WHEN %4$s THEN 'r' ELSE 'u' END
                       WHEN %5$s THEN 'l'
                       ELSE 'c' END%8$s
              FROM %6$s AS t
             WHERE %7$s%9$s AND s.verdict = 'i'
            """.formatted(table.stage(), corrects(), higher, differ(table.computed(), "s.", "t."), lower,
                table.name(), table.sameKey("s", "t"), text, span.within("t")));
    }

    /** Whether there is anything to judge and anything to judge it by, which one look at the index tells of a table with a time. */
    private boolean mayMeet(StagedSpan span) throws SQLException {
        return table.time() == null
                || span.first() != null && asked("SELECT EXISTS (SELECT FROM %s t WHERE true%s)".formatted(table.name(), span.within("t")));
    }

    /** A text that stands and stays is taken over; the row is then another than the line that was staged. */
    private String keptText() {
        String keeps = "NOT (%2$s) AND s.%1$s IS NULL AND t.%1$s IS NOT NULL".formatted(StoredTable.KEPT_TEXT, differ(table.said(), "s.", "t."));
        String digest = table.digested() ? ", %1$s = CASE WHEN %2$s THEN NULL ELSE s.%1$s END".formatted(StoredTable.DIGEST, keeps) : "";
        return ", %1$s = CASE WHEN %2$s THEN t.%1$s ELSE s.%1$s END%3$s".formatted(StoredTable.KEPT_TEXT, keeps, digest);
    }

    private String corrects() {
        String differ = differ(table.said(), "s.", "t.");
        return table.keepsText() ? "%1$s OR s.%2$s IS NOT NULL AND s.%2$s IS DISTINCT FROM t.%2$s".formatted(differ, StoredTable.KEPT_TEXT) : differ;
    }

    private String differ(List<StoredTable.Field> fields, String left, String right) {
        return fields.isEmpty() ? "false" : "ROW(%s) IS DISTINCT FROM ROW(%s)".formatted(table.names(fields, left), table.names(fields, right));
    }

    private void archive(long revision, StagedSpan superseded) throws SQLException {
        String columns = table.names(table.staged(), "t.") + ", t.revision, t.revision_reason, t.batch_id";
        superseded.cover(connection, table.history());
        run("""
            INSERT INTO %6$s (%2$s, revision, revision_reason, batch_id, superseded_revision)
            SELECT %3$s, ?
              FROM %1$s AS t JOIN %4$s AS s ON %5$s%7$s
             WHERE s.verdict IN ('c', 'r')
            """.formatted(table.name(), table.names(table.staged(), ""), columns, table.stage(), table.sameKey("s", "t"), table.history(),
                superseded.within("t")), revision);
    }

    private void replace(long revision, StagedSpan superseded) throws SQLException {
        List<StoredTable.Field> values = new ArrayList<>(table.received());
        values.addAll(table.computed());
        values.addAll(table.derived());
        if (table.digested()) {
            values.add(StoredTable.field(StoredTable.DIGEST, "bigint"));
        }
        String sets = values.stream().map(field -> field.name() + " = s." + field.name()).collect(Collectors.joining(", "));
        String status = table.status() ? ", data_status = CASE WHEN %s < %s THEN t.data_status ELSE s.data_status END"
                .formatted(STATUS_RANK.formatted("s"), STATUS_RANK.formatted("t")) : "";
        String raised = table.status() ? STATUS_RANK.formatted("s") + " > " + STATUS_RANK.formatted("t") : "false";
        run("""
            UPDATE %1$s AS t
               SET %2$s%3$s, revision = ?,
                   revision_reason = CASE WHEN s.verdict = 'r' THEN ? WHEN %6$s THEN 'review' ELSE ? END,
                   batch_id = CASE s.kind WHEN 'k' THEN t.batch_id ELSE ?::uuid END
              FROM %4$s AS s
             WHERE %5$s%7$s AND s.verdict IN ('c', 'r')
            """.formatted(table.name(), sets, status, table.stage(), table.sameKey("s", "t"), raised, superseded.within("t")),
                revision, reasons.recomputed(), reasons.corrected(), batch == null ? null : batch.toString());
    }

    private void insert(long revision, StagedSpan added) throws SQLException {
        added.cover(connection, table.name());
        run("""
            INSERT INTO %1$s (%2$s, revision, batch_id)
            SELECT %2$s, ?, ?::uuid FROM %3$s WHERE verdict = 'i'
            """.formatted(table.name(), table.names(stored(), ""), table.stage()), revision, batch == null ? null : batch.toString());
    }

    private List<StoredTable.Field> stored() {
        List<StoredTable.Field> stored = new ArrayList<>(table.staged());
        if (table.digested()) {
            stored.add(StoredTable.field(StoredTable.DIGEST, "bigint"));
        }
        return stored;
    }

    private boolean asked(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private int run(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
