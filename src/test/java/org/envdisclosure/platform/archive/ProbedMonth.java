package org.envdisclosure.platform.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.TimeAxis;

/** A dataset with a table of its own and one row, in March 2026. */
record ProbedMonth(Dataset dataset) {

    static final YearMonth MARCH = YearMonth.of(2026, 3);

    static ProbedMonth in(Connection connection, String name) throws SQLException {
        String id = "probe-" + name;
        String table = "probe_" + name;
        execute(connection, """
                CREATE TABLE %1$s (observed_at timestamptz, station_code text, revision bigint);
                INSERT INTO %1$s VALUES ('2026-03-05T00:00Z', 'P1', 1);
                INSERT INTO dataset_revision (dataset, revision, published_at) VALUES ('%2$s', 1, clock_timestamp());
                INSERT INTO dataset_month (dataset, month, revision) VALUES ('%2$s', '2026-03-01', 1)
                """.formatted(table, id));
        return new ProbedMonth(Dataset.named(id, "/" + id).columns(Column.instant("observed_at", "时间", "Hour"), Column.code("station_code", "点位", "Station"))
                .key("observed_at", "station_code").time("observed_at", TimeAxis.Kind.PERIOD_END).revisedTable(table).build());
    }

    ArchivedDataset archived() {
        return ArchivedDataset.of(dataset).orElseThrow();
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
