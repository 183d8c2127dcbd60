package org.envdisclosure.platform.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.YearMonth;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ArchiveLedgerTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    AgroalDataSource database;

    /** Months with the revision that last touched each; revision 1 is two hours old, revision 2 a minute. */
    private ArchivedDataset touched(Connection connection, String id, String months) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO dataset_revision (dataset, revision, published_at)
                    VALUES ('%1$s', 1, clock_timestamp() - interval '2 hours'), ('%1$s', 2, clock_timestamp() - interval '1 minute')""".formatted(id));
            statement.execute("INSERT INTO dataset_month (dataset, month, revision) SELECT '%s', v.* FROM (VALUES %s) AS v".formatted(id, months));
        }
        return ArchivedDataset.of(Dataset.named(id, "/" + id).columns(Column.instant("observed_at", "时间", "Hour"), Column.code("station_code", "点位", "Station"))
                .key("observed_at", "station_code").time("observed_at", TimeAxis.Kind.PERIOD_END).revisedTable("none").build()).orElseThrow();
    }

    @Test
    void months_are_due_once_they_are_over_and_left_alone() throws SQLException {
        try (Connection connection = database.getConnection()) {
            ArchivedDataset dataset = touched(connection, "probe-due", "(DATE '0001-01-01', 2), ('2026-03-01', 1), ('2026-04-01', 2), ('2026-05-01', 1)");

            assertThat(ArchiveLedger.unbuilt(connection, dataset, YearMonth.of(2026, 4), Duration.ZERO)).containsExactly(YearMonth.of(2026, 3), YearMonth.of(2026, 4));
            assertThat(ArchiveLedger.unbuilt(connection, dataset, YearMonth.of(2026, 5), HOUR)).containsExactly(YearMonth.of(2026, 3), YearMonth.of(2026, 5));
        }
    }

    @Test
    void a_month_built_as_it_stands_is_not_due_one_touched_since_or_laid_out_otherwise_is() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            ArchivedDataset dataset = touched(connection, "probe-built", "(DATE '2026-03-01', 1), ('2026-04-01', 2), ('2026-05-01', 1)");
            statement.execute("""
                    INSERT INTO archive (dataset, month, revision, layout, format, file, rows, bytes, sha256)
                    VALUES ('probe-built', '2026-03-01', 1, '%1$s', 'csv.gz', 'a', 0, 0, ''), ('probe-built', '2026-04-01', 1, '%1$s', 'csv.gz', 'b', 0, 0, ''),
                           ('probe-built', '2026-05-01', 1, 'another', 'csv.gz', 'c', 0, 0, '')""".formatted(dataset.layout()));
            statement.execute("""
                    INSERT INTO archive_piece (dataset, place, month, revision, layout, file, position, length, raw_bytes, crc32, crc32c, rows)
                    SELECT dataset, '', month, revision, layout, file, 0, 0, 0, 0, 0, 0 FROM archive WHERE dataset = 'probe-built'""");

            assertThat(ArchiveLedger.unbuilt(connection, dataset, YearMonth.of(2026, 12), Duration.ZERO)).containsExactly(YearMonth.of(2026, 4), YearMonth.of(2026, 5));
            assertThat(ArchiveLedger.unbuilt(connection, dataset, YearMonth.of(2026, 4))).hasValue(2);
            assertThat(ArchiveLedger.unbuilt(connection, dataset, YearMonth.of(2026, 3))).isEmpty();
        }
    }

    @Test
    void a_month_is_built_by_one_replica_at_a_time() throws SQLException {
        try (Connection one = database.getConnection(); Connection other = database.getConnection()) {
            ArchivedDataset dataset = touched(one, "probe-claim", "(DATE '2026-03-01', 1)");
            one.setAutoCommit(false);
            other.setAutoCommit(false);

            assertThat(ArchiveLedger.claim(one, dataset, YearMonth.of(2026, 3))).isTrue();
            assertThat(ArchiveLedger.claim(other, dataset, YearMonth.of(2026, 3))).isFalse();
            assertThat(ArchiveLedger.claim(other, dataset, YearMonth.of(2026, 4))).isTrue();
            one.rollback();
            assertThat(ArchiveLedger.claim(other, dataset, YearMonth.of(2026, 3))).as("free again when the first is gone").isTrue();
            other.rollback();
            one.setAutoCommit(true);
            other.setAutoCommit(true);
        }
    }
}
