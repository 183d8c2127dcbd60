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

/** How PostgreSQL finds the rows of a download that lie in the table in no order, as after imports of early years. */
class RowsInOrderTest {

    private static final String SELECT = "EXPLAIN SELECT * FROM scattered ORDER BY observed_at, station_code";

    @BeforeAll
    static void scatter() throws SQLException {
        ExportDatabase.execute("""
                DROP TABLE IF EXISTS scattered;
                CREATE TABLE scattered (station_code text COLLATE "C" NOT NULL, observed_at timestamptz NOT NULL, pm25 numeric, note text);
                INSERT INTO scattered SELECT 'S' || n % 500, timestamptz '2026-01-01' + n / 500 * interval '1 hour', n % 90, repeat('x', 100)
                  FROM generate_series(1, 200000) AS n ORDER BY md5(n::text);
                CREATE UNIQUE INDEX scattered_in_order ON scattered (observed_at, station_code);
                ANALYZE scattered;
                ALTER TABLE scattered SET (parallel_workers = 2)""");
    }

    /** As to a table far larger than memory. */
    private static Connection connect() throws SQLException {
        Connection connection = ExportDatabase.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET effective_cache_size = '1MB'");
        }
        return connection;
    }

    private static List<String> plan(Connection connection) throws SQLException {
        List<String> plan = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet line = statement.executeQuery(SELECT)) {
            while (line.next()) {
                plan.add(line.getString(1));
            }
        }
        return plan;
    }

    @Test
    void the_first_row_is_there_before_the_last_is_read() throws SQLException {
        try (Connection connection = connect()) {
            assertThat(plan(connection)).as("what the planner does by itself").anyMatch(line -> line.contains("Sort"));
        }
        Connection connection = connect();
        SnapshotConnection snapshot = new SnapshotConnection(connection, kept -> { }, Duration.ofMinutes(1), Duration.ofMinutes(1));
        try {
            assertThat(plan(connection)).noneMatch(line -> line.contains("Sort") || line.contains("Gather"))
                    .anyMatch(line -> line.contains("Index Scan using scattered_in_order"));
        } finally {
            snapshot.end(false);
            connection.close();
        }
    }
}
