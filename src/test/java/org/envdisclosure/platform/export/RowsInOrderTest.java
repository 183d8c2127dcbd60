package org.envdisclosure.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.copy.CopyOut;

/** How PostgreSQL finds the rows of a download that lie in the table in no order, as after imports of early years. */
class RowsInOrderTest {

    private static final String ALL = "SELECT * FROM scattered ORDER BY observed_at, station_code";
    private static final String OF_A_FEW = "SELECT * FROM scattered WHERE note = ANY(ARRAY['S7', 'S9']) ORDER BY observed_at, station_code";
    private static final String OF_MOST = "SELECT * FROM scattered WHERE pm25 > 1 ORDER BY observed_at, station_code";

    @BeforeAll
    static void scatter() throws SQLException {
        ExportDatabase.execute("""
                DROP TABLE IF EXISTS scattered;
                CREATE TABLE scattered (station_code text COLLATE "C" NOT NULL, observed_at timestamptz NOT NULL, pm25 numeric, note text);
                INSERT INTO scattered SELECT 'S' || n % 500, timestamptz '2026-01-01' + n / 500 * interval '1 hour', n % 90, 'S' || n % 500
                  FROM generate_series(1, 200000) AS n ORDER BY md5(n::text);
                CREATE UNIQUE INDEX scattered_in_order ON scattered (observed_at, station_code);
                CREATE INDEX scattered_by_note ON scattered (note);
                ANALYZE scattered;
                ALTER TABLE scattered SET (parallel_workers = 2)""");
    }

    /** As the embedded database is set, and as to a table far larger than memory. */
    private static Connection connect() throws SQLException {
        Connection connection = ExportDatabase.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET effective_cache_size = '1MB'; SET random_page_cost = 1.1");
        }
        return connection;
    }

    private static List<String> plan(Connection connection, String select) throws SQLException {
        List<String> plan = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet line = statement.executeQuery("EXPLAIN " + select)) {
            while (line.next()) {
                plan.add(line.getString(1));
            }
        }
        return plan;
    }

    private static List<String> settled(String select) throws SQLException {
        Connection connection = connect();
        SnapshotConnection snapshot = new SnapshotConnection(connection, kept -> { }, Duration.ofMinutes(1), Duration.ofMinutes(1));
        try {
            RowOrder.settle(connection, select);
            return plan(connection, select);
        } finally {
            snapshot.end(false);
            connection.close();
        }
    }

    private static void readThrough(CopyOut copy) throws SQLException {
        while (copy.readFromCopy() != null) {
            // only the settings it leaves behind are looked at
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {ALL, OF_MOST})
    void the_first_row_is_there_before_the_last_is_read(String select) throws SQLException {
        try (Connection connection = connect()) {
            assertThat(plan(connection, select)).as("what the planner does by itself").anyMatch(line -> line.contains("Sort"));
        }
        assertThat(settled(select)).noneMatch(line -> line.contains("Sort") || line.contains("Gather"))
                .anyMatch(line -> line.contains("Index Scan using scattered_in_order"));
    }

    @Test
    void a_few_rows_are_sorted_and_not_looked_for_among_all() throws SQLException {
        assertThat(settled(OF_A_FEW)).anyMatch(line -> line.contains("Sort")).anyMatch(line -> line.contains("scattered_by_note"));
    }

    @Test
    void what_one_select_was_settled_for_does_not_hold_for_the_next() throws SQLException {
        Connection connection = connect();
        SnapshotConnection snapshot = new SnapshotConnection(connection, kept -> { }, Duration.ofMinutes(1), Duration.ofMinutes(1));
        try {
            readThrough(snapshot.copy(ALL));
            assertThat(plan(connection, OF_A_FEW)).as("before the next begins").noneMatch(line -> line.contains("Sort"));

            readThrough(snapshot.copy(OF_A_FEW));

            assertThat(plan(connection, OF_A_FEW)).anyMatch(line -> line.contains("Sort")).anyMatch(line -> line.contains("scattered_by_note"));
        } finally {
            snapshot.end(false);
            connection.close();
        }
    }
}
