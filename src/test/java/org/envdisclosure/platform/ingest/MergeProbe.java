package org.envdisclosure.platform.ingest;

import static org.envdisclosure.platform.ingest.StoredTable.field;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.envdisclosure.platform.database.MigrationRunner;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Relation;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.envdisclosure.platform.sql.CopyText;
import org.jspecify.annotations.Nullable;

/** A small table of its own in a real PostgreSQL, merged into as a batch would be. */
final class MergeProbe {

    private static final String TABLE = """
            CREATE TABLE probe (
                code text COLLATE "C" NOT NULL, observed_at timestamptz NOT NULL, value numeric, note text, doubled numeric, neighbour numeric,
                data_status text NOT NULL, revision bigint NOT NULL, revision_reason text, batch_id uuid,
                PRIMARY KEY (code, observed_at));
            CREATE TABLE probe_history (LIKE probe, superseded_revision bigint NOT NULL);
            SELECT storage_by_time('probe', 'probe', 'observed_at', 'code', true);
            """;
    private static final StoredTable STORED = new StoredTable("probe", "probe",
            List.of(field("code", "text"), field("observed_at", "timestamptz")), List.of(field("value", "numeric"), field("note", "text")),
            List.of(field("doubled", "numeric")), List.of(field("neighbour", "numeric")), new TimeAxis("observed_at", TimeAxis.Kind.PERIOD_END), true);
    private static final List<String> COLUMNS = List.of("code", "observed_at", "value", "note", "doubled", "neighbour", "data_status");

    private final Connection connection;

    MergeProbe() throws SQLException {
        DataSource database = TestDatabase.dataSource(TestDatabase.fresh());
        MigrationRunner.migrate(database, List.of());
        connection = database.getConnection();
        execute(TABLE);
        connection.setAutoCommit(false);
    }

    /** What identifies a row. */
    record Key(String code, Instant observedAt) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byCode = code.compareTo(other.code);
            return byCode != 0 ? byCode : observedAt.compareTo(other.observedAt);
        }
    }

    /** What a row says. */
    record Values(@Nullable BigDecimal value, @Nullable String note, @Nullable BigDecimal doubled, @Nullable BigDecimal neighbour, DataStatus status) {
    }

    /** A row on its way in; one that was not received was recomputed. */
    record Staged(Key key, Values values, boolean received) {
    }

    /** The counts and the verdict of each staged row, in order. */
    record Merged(Merge.Outcome outcome, String verdicts) {
    }

    Merged merge(UUID batch, List<Staged> rows) throws SQLException, IOException {
        Stage stage = Stage.open(connection, STORED);
        for (Staged row : rows) {
            write(row.received ? stage.received(1, "raw") : stage.recomputed(), row);
            stage.endRow();
        }
        stage.complete();
        Merge merge = new Merge(connection, STORED, batch, new Merge.Reasons("resend", "recalculation"));
        merge.settleRepeats();
        RevisionLedger.lock(connection, List.of("probe"), Duration.ofMinutes(1));
        merge.compare();
        Merge.Outcome outcome = merge.publish();
        String verdicts = text("SELECT string_agg(verdict::text, '' ORDER BY sequence) FROM stage_probe");
        connection.commit();
        return new Merged(outcome, verdicts);
    }

    private static void write(CopyText out, Staged row) {
        Values values = row.values;
        out.text(row.key.code).instant(row.key.observedAt).number(values.value).text(values.note).number(values.doubled)
                .number(values.neighbour).text(values.status.wire());
    }

    /** The rows as of a revision, read as the service reads them; of now when it is null. */
    Map<Key, Values> state(@Nullable Long revision) throws SQLException {
        AsOf asOf = revision == null ? null : new AsOf(revision, Instant.EPOCH);
        Map<Key, Values> state = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + String.join(", ", COLUMNS) + " FROM " + Relation.revised("probe", COLUMNS, asOf).literal())) {
            while (row.next()) {
                Values twice = state.put(new Key(row.getString(1), row.getTimestamp(2).toInstant()), new Values(row.getBigDecimal(3), row.getString(4),
                        row.getBigDecimal(5), row.getBigDecimal(6), DataStatus.ofWire(row.getString(7)).orElseThrow()));
                if (twice != null) {
                    throw new AssertionError("a key twice as of " + revision);
                }
            }
        }
        return state;
    }

    /** One column of a query, as text. */
    List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    String text(String sql) throws SQLException {
        return texts(sql).get(0);
    }

    /** Forgets everything, so that the next try begins at revision 1. */
    void clear() throws SQLException {
        connection.rollback();
        execute("TRUNCATE probe, probe_history, dataset_head, dataset_revision, dataset_month");
        connection.commit();
    }

    void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
