package org.envdisclosure.platform.rollup;

import static org.envdisclosure.platform.ingest.StoredTable.field;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.sql.Transactions;

/** A roll-up of a small table of its own: a bucket's result is its input, unless that is negative, which cannot be computed. */
final class ProbeRollup implements Rollup {

    private static final StoredTable TABLE = new StoredTable("probe-rollup", "probe_rollup", List.of(field("code", "text"), field("date", "date")),
            List.of(), List.of(field("value", "integer")), List.of(field("computed_at", "timestamptz")), new TimeAxis("date", TimeAxis.Kind.DAY), false);
    private static final String TABLES = """
            DROP TABLE IF EXISTS probe_rollup_input, probe_rollup, probe_rollup_history;
            CREATE TABLE probe_rollup_input (code text COLLATE "C", date date, value integer, PRIMARY KEY (code, date));
            CREATE TABLE probe_rollup (code text COLLATE "C", date date, value integer, computed_at timestamptz, revision bigint, revision_reason text,
                batch_id uuid, PRIMARY KEY (code, date));
            CREATE TABLE probe_rollup_history (LIKE probe_rollup, superseded_revision bigint);
            DELETE FROM rollup_queue WHERE dataset = 'probe-rollup';
            """;
    static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    private final Transactions transactions;
    private final Duration resting;
    private final Duration running;
    private final Midway midway;

    /** What happens between reading the inputs and writing the results. */
    interface Midway {
        void with(Connection connection) throws SQLException;
    }

    ProbeRollup(Transactions transactions, Duration resting, Duration running, Midway midway) {
        this.transactions = transactions;
        this.resting = resting;
        this.running = running;
        this.midway = midway;
    }

    static ProbeRollup empty(Transactions transactions) throws SQLException {
        ProbeRollup probe = new ProbeRollup(transactions, Duration.ZERO, Duration.ZERO, connection -> { });
        probe.execute(TABLES);
        return probe;
    }

    /** The same tables, computed otherwise. */
    ProbeRollup with(Midway other) {
        return new ProbeRollup(transactions, resting, running, other);
    }

    ProbeRollup resting(Duration other) {
        return new ProbeRollup(transactions, other, running, midway);
    }

    ProbeRollup restingWhileRunning(Duration other) {
        return new ProbeRollup(transactions, resting, other, midway);
    }

    /** Changes an input and leaves its bucket in the queue, in one transaction. */
    void change(String code, int value) throws SQLException {
        transactions.run(connection -> {
            try (PreparedStatement set = connection.prepareStatement("""
                    INSERT INTO probe_rollup_input VALUES (?, ?, ?) ON CONFLICT (code, date) DO UPDATE SET value = excluded.value""")) {
                set.setString(1, code);
                set.setObject(2, DAY);
                set.setInt(3, value);
                set.executeUpdate();
            }
            return RollupQueue.add(connection, TABLE.dataset(), "SELECT '" + code + "', DATE '" + DAY + "'");
        });
    }

    int execute(String sql) throws SQLException {
        return transactions.run(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
                return 0;
            }
        });
    }

    /** The first column of the first row, as text. */
    String text(String sql) throws SQLException {
        return transactions.run(connection -> {
            try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getString(1);
            }
        });
    }

    int waiting() throws SQLException {
        return Integer.parseInt(text("SELECT count(DISTINCT bucket_key) FROM rollup_queue WHERE dataset = 'probe-rollup'"));
    }

    /** {@code code=value}, by code. */
    String results() throws SQLException {
        return text("SELECT coalesce(string_agg(code || '=' || value, ' ' ORDER BY code), '') FROM probe_rollup");
    }

    String revision() throws SQLException {
        return text("SELECT coalesce(max(revision), 0) FROM dataset_head WHERE dataset = 'probe-rollup'");
    }

    @Override
    public StoredTable table() {
        return TABLE;
    }

    @Override
    public int bucketsAtOnce() {
        return 8;
    }

    @Override
    public Duration resting() {
        return resting;
    }

    @Override
    public Duration restingWhileRunning() {
        return running;
    }

    @Override
    public void compute(Connection connection, Stage stage) throws SQLException, IOException {
        Map<String, Integer> inputs = new TreeMap<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
                SELECT i.code, i.value FROM rollup_due d JOIN probe_rollup_input i ON i.code = d.bucket_key AND i.date = d.bucket_day""")) {
            while (row.next()) {
                inputs.put(row.getString(1), row.getInt(2));
            }
        }
        midway.with(connection);
        for (Map.Entry<String, Integer> input : inputs.entrySet()) {
            if (input.getValue() < 0) {
                throw new IllegalArgumentException(input + " cannot be computed");
            }
            stage.recomputed().text(input.getKey()).date(DAY).integer(input.getValue()).instant(Instant.now());
            stage.endRow();
        }
    }

    /** So many codes, all in one part of the queue. */
    List<String> codesOfOnePart(int count) throws SQLException {
        List<String> codes = new ArrayList<>();
        for (int number = 100; codes.size() < count; number++) {
            if (text("SELECT mod(abs(hashtext('k" + number + "')::bigint), 8)").equals("0")) {
                codes.add("k" + number);
            }
        }
        return codes;
    }
}
