package org.envdisclosure.platform.ingest;

import static org.envdisclosure.platform.ingest.StoredTable.field;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;
import org.envdisclosure.platform.database.MigrationRunner;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.sql.CopyText;
import org.jspecify.annotations.Nullable;

/** Two small tables in a real PostgreSQL, one of which keeps digests, that take the same batches in as the service does. */
final class FeedProbe {

    private static final String TABLES = """
            CREATE TABLE %1$s (
                code text COLLATE "C" NOT NULL, observed_at timestamptz NOT NULL, value numeric, received_text text, doubled numeric, neighbour numeric,
                data_status text NOT NULL, revision bigint NOT NULL, revision_reason text, batch_id uuid, staged_digest bigint,
                PRIMARY KEY (code, observed_at));
            CREATE INDEX ON %1$s (observed_at, code);
            CREATE TABLE %1$s_history (LIKE %1$s, superseded_revision bigint NOT NULL);
            SELECT storage_by_time('%1$s', '%1$s', 'observed_at', 'code', true);
            """;
    static final StoredTable PLAIN = table("plain");
    static final StoredTable DIGESTED = table("digested").withDigest();

    private final DataSource database;
    /** As a pool keeps them: a thousand batches, each by a connection of its own, would be a test of PostgreSQL's login. */
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    FeedProbe() throws SQLException {
        database = TestDatabase.dataSource(TestDatabase.fresh());
        MigrationRunner.migrate(database, List.of());
        execute(TABLES.formatted("plain") + TABLES.formatted("digested"));
    }

    private static StoredTable table(String name) {
        return new StoredTable(name, name, List.of(field("code", "text"), field("observed_at", "timestamptz")),
                List.of(field("value", "numeric"), field("received_text", "text")), List.of(field("doubled", "numeric")),
                List.of(field("neighbour", "numeric")), new TimeAxis("observed_at", TimeAxis.Kind.PERIOD_END), true);
    }

    /**
     * How the rows of one batch are read.
     *
     * @param factor by which the computed column is computed: another one is another edition of the rule
     */
    private record Plan(StoredTable table, BigDecimal factor) implements IngestPlan<RawRecord> {

        @Override
        public List<BatchSample> samples() {
            return List.of();
        }

        @Override
        public BatchRun<RawRecord> open(String layout, BatchContext context) {
            return new Run(new Reader(), factor, context.status());
        }
    }

    private static final class Reader implements LayoutReader<RawRecord> {
        @Override
        public void header(FieldNames names, RowSink<RawRecord> sink) throws BrokenFraming {
            names.require(List.of("code", "observed_at", "value", "text"));
        }

        @Override
        public void record(RawRecord record, RowSink<RawRecord> sink) {
            sink.parsed(record.line(), record, record.raw());
        }
    }

    private record Run(LayoutReader<RawRecord> reader, BigDecimal factor, DataStatus status) implements BatchRun<RawRecord> {
        @Override
        public void write(RawRecord row, CopyText out) {
            String value = row.value("value");
            BigDecimal number = value == null || value.isEmpty() ? null : new BigDecimal(value);
            String text = row.value("text");
            out.text(row.value("code")).instant(Instant.parse(String.valueOf(row.value("observed_at")))).number(number)
                    .text(text == null || text.isEmpty() ? null : text).number(number == null ? null : number.multiply(factor)).number(number).text(status.wire());
        }
    }

    /** Takes rows without header in. */
    Receipt take(StoredTable table, String rows, int factor, DataStatus status) throws SQLException, IOException {
        return take(table, new ByteArrayInputStream(body(rows)), factor, status, false);
    }

    static byte[] body(String rows) {
        return ("code,observed_at,value,text\n" + rows).getBytes(StandardCharsets.UTF_8);
    }

    Receipt take(StoredTable table, InputStream body, int factor, DataStatus status, boolean atomic) throws SQLException, IOException {
        BatchRequest request = new BatchRequest("native", status, atomic, "probe", ContentCoding.IDENTITY, BodyFormat.CSV, body);
        Connection connection = borrowed();
        try {
            connection.setAutoCommit(false);
            Receipt receipt = new BatchTransaction<>(connection, new Plan(table, BigDecimal.valueOf(factor)), request, UUID.randomUUID(),
                    Instant.parse("2026-05-01T00:00:00Z"), Clock.systemUTC(), Duration.ofMinutes(1))
                    .run(new ReceivedBody(body, request.coding(), request.format(), ReadLimits.DEFAULT));
            connection.commit();
            connection.setAutoCommit(true);
            idle.push(connection);
            return receipt;
        } catch (SQLException | IOException | RuntimeException | Error failed) {
            connection.close();
            throw failed;
        }
    }

    private Connection borrowed() throws SQLException {
        Connection kept = idle.poll();
        return kept == null ? database.getConnection() : kept;
    }

    /** What the table and its history hold, but for what brought it. */
    List<String> state(StoredTable table) throws SQLException {
        String columns = "code, observed_at, value, received_text, doubled, neighbour, data_status, revision, revision_reason";
        return texts("SELECT concat_ws(' ', 'now', %1$s) FROM %2$s UNION ALL SELECT concat_ws(' ', 'until', superseded_revision, %1$s) FROM %2$s_history ORDER BY 1"
                .formatted(columns, table.name()));
    }

    List<String> texts(String sql) throws SQLException {
        List<@Nullable String> texts = new ArrayList<>();
        Connection connection = borrowed();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        idle.push(connection);
        return texts;
    }

    void execute(String sql) throws SQLException {
        Connection connection = borrowed();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        idle.push(connection);
    }

    void clear() throws SQLException {
        execute("TRUNCATE plain, plain_history, digested, digested_history, dataset_head, dataset_revision, dataset_month, ingest_batch, ingest_reject CASCADE");
    }
}
