package org.envdisclosure.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.envdisclosure.platform.database.MigrationRunner;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table that had rows before it was stored by time; on plain PostgreSQL and, with a server that has it, on TimescaleDB. */
class StorageByTimeTest {

    private static final String TABLE = """
            CREATE TABLE probe_hourly (code text COLLATE "C" NOT NULL, observed_at timestamptz NOT NULL, value numeric, revision bigint NOT NULL,
                                       PRIMARY KEY (code, observed_at));
            CREATE INDEX probe_hourly_by_time ON probe_hourly (observed_at, code);
            CREATE TABLE probe_hourly_history (LIKE probe_hourly, superseded_revision bigint NOT NULL);
            CREATE VIEW probe_latest AS SELECT * FROM probe_hourly;
            INSERT INTO probe_hourly
            SELECT 'a', t, 1, 1 FROM unnest(ARRAY['2023-12-31 23:00+08', '2024-01-01 00:00+08', '2024-01-01 01:00+08', '2026-06-01 00:00+08']::timestamptz[]) AS t;
            INSERT INTO probe_hourly_history VALUES ('a', '2024-01-01 00:00+08', 0, 0, 1), ('a', '2024-01-01 01:00+08', 0, 0, 1);
            INSERT INTO dataset_head VALUES ('probe-hourly', 1, now());
            """;

    private DataSource database;
    private Connection connection;

    @BeforeEach
    void a_table_that_has_rows() throws SQLException {
        database = TestDatabase.dataSource(TestDatabase.fresh());
        MigrationRunner.migrate(database, List.of());
        connection = database.getConnection();
        execute(TABLE);
        execute("SELECT storage_by_time('probe_hourly', 'probe-hourly', 'observed_at', 'code', true)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private void assumePlainPostgres() throws SQLException {
        assumeTrue(texts("SELECT engine FROM storage_engine").contains("postgresql"), "the server has TimescaleDB");
    }

    @Test
    void rows_that_stood_stand_each_in_its_year_and_midnight_belongs_to_the_year_that_ends() throws SQLException {
        assertThat(texts("SELECT to_char(observed_at AT TIME ZONE INTERVAL '+08:00', 'YYYY-MM-DD HH24') FROM probe_hourly ORDER BY 1"))
                .containsExactly("2023-12-31 23", "2024-01-01 00", "2024-01-01 01", "2026-06-01 00");
        assertThat(texts("SELECT count(*) FROM probe_hourly_history")).containsExactly("2");
        assumePlainPostgres();
        assertThat(texts("SELECT tableoid::regclass FROM probe_hourly ORDER BY observed_at"))
                .containsExactly("probe_hourly_y2023", "probe_hourly_y2023", "probe_hourly_y2024", "probe_hourly_y2026");
    }

    @Test
    void a_key_is_still_one() throws SQLException {
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(SQLException.class,
                () -> execute("INSERT INTO probe_hourly VALUES ('a', '2024-01-01 01:00+08', 2, 2)")).getSQLState()).isEqualTo("23505");
    }

    @Test
    void a_year_is_made_when_rows_of_it_come_also_by_two_at_once() throws Exception {
        assumePlainPostgres();
        connection.setAutoCommit(false);
        execute("SELECT storage_cover('probe_hourly', '2031-01-01 01:00+08', '2032-01-01 00:00+08')");
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
            try (Connection second = database.getConnection(); Statement statement = second.createStatement()) {
                statement.execute("SELECT storage_cover('probe_hourly', '2031-03-01 01:00+08', '2031-03-01 01:00+08')");
                statement.execute("INSERT INTO probe_hourly VALUES ('b', '2031-03-01 01:00+08', 2, 2)");
            } catch (SQLException failure) {
                throw new AssertionError(failure);
            }
        });
        waitUntilOneWaits();
        connection.commit();
        other.get(1, TimeUnit.MINUTES);

        assertThat(texts("SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'probe_hourly'::regclass ORDER BY 1::text"))
                .contains("probe_hourly_y2031").doesNotContain("probe_hourly_y2032");
        assertThat(texts("SELECT tableoid::regclass FROM probe_hourly WHERE code = 'b'")).containsExactly("probe_hourly_y2031");
    }

    /** The second is at the lock that the first holds. */
    private void waitUntilOneWaits() throws Exception {
        long began = System.nanoTime();
        while (texts("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted").isEmpty()) {
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began)).isLessThan(30);
            Thread.sleep(20);
        }
    }

    @Test
    void readers_go_on_while_a_year_is_made() throws Exception {
        try (Connection reader = database.getConnection(); Statement reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            reading.execute("SELECT count(*) FROM probe_hourly");
            execute("SET lock_timeout = '5s'");
            execute("SELECT storage_cover('probe_hourly', '2029-01-01 01:00+08', '2029-01-01 01:00+08')");
            execute("INSERT INTO probe_hourly VALUES ('c', '2029-01-01 01:00+08', 2, 2)");
        }
        assertThat(texts("SELECT count(*) FROM probe_hourly WHERE code = 'c'")).containsExactly("1");
    }

    @Test
    void what_is_asked_of_one_year_looks_into_no_other() throws SQLException {
        assumePlainPostgres();
        String plan = String.join("\n", texts("EXPLAIN SELECT * FROM probe_hourly WHERE observed_at > '2024-01-02 00:00+08' AND observed_at <= '2024-05-01 00:00+08'"));

        assertThat(plan).contains("probe_hourly_y2024").doesNotContain("y2023").doesNotContain("y2026");
    }

    @Test
    void the_upkeep_readies_what_comes_and_the_planner_knows_the_whole() throws SQLException {
        execute("SELECT storage_upkeep('probe_hourly', interval '90 days')");
        execute("SELECT storage_upkeep('probe_hourly', interval '30 days')");

        assertThat(texts("SELECT attname FROM pg_stats WHERE tablename = 'probe_hourly' AND inherited ORDER BY 1")).containsExactly("code", "observed_at", "revision", "value");
        execute("INSERT INTO probe_hourly VALUES ('d', now() + interval '30 days', 2, 2)");
    }

    @Test
    void years_that_are_let_go_take_their_history_with_them_and_nothing_else() throws SQLException {
        execute("SELECT storage_let_go('probe-hourly', DATE '2024-01-01')");

        assertThat(texts("SELECT to_char(observed_at AT TIME ZONE INTERVAL '+08:00', 'YYYY-MM-DD HH24') FROM probe_hourly ORDER BY 1"))
                .containsExactly("2024-01-01 01", "2026-06-01 00");
        assertThat(texts("SELECT count(*) FROM probe_hourly_history")).containsExactly("1");
        assertThat(texts("SELECT kept_from FROM dataset_head WHERE dataset = 'probe-hourly'")).containsExactly("2024-01-01");
    }
}
