package org.envdisclosure.source.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** Thousands of records whose publication ends on one day, in a transaction that is rolled back. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ManyEndsTest {

    private static final Instant LONG_AGO = Instant.parse("2001-02-03T00:00:00Z");
    private static final String ENTER = """
            INSERT INTO supervision_records_published (record_id, record_kind, title, public_until, annulled_on, annulment_reason, published_at, revision)
            SELECT 'many-' || lpad(n::text, 4, '0'), 'penalty', '示例', '2001-02-01', CASE WHEN n % 2 = 0 THEN '2001-02-02'::date END, CASE WHEN n % 4 = 0 THEN '复议撤销' END, '2001-01-01', 0
              FROM generate_series(1, 4000) AS n
            """;

    @Inject
    AgroalDataSource database;

    private static List<String> reasons(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(
                "SELECT array_agg(left(reason, 4) || '/' || withdrawn_by ORDER BY item) FROM withdrawal WHERE item IN ('many-0001', 'many-0002', 'many-0004') AND lifted_at IS NULL")) {
            row.next();
            return List.of((String[]) row.getArray(1).getArray());
        }
    }

    @Test
    void each_is_told_once_in_shares_and_thousands_are_ended_at_one_go() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(ENTER);

            List<String> due = LawClock.due(connection, LONG_AGO, 1_000);
            assertThat(due).hasSize(1_000).doesNotHaveDuplicates().startsWith("many-0001", "many-0002");
            assertThat(LawClock.end(connection, due, LONG_AGO)).containsExactlyInAnyOrderElementsOf(due);
            assertThat(LawClock.due(connection, LONG_AGO, 1_000)).hasSize(1_000).startsWith("many-1001").doesNotContainAnyElementsOf(due);

            Instant begun = Instant.now();
            assertThat(LawClock.end(connection, LawClock.due(connection, LONG_AGO, 4_000), LONG_AGO)).hasSize(3_000);
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));

            assertThat(LawClock.due(connection, LONG_AGO, 1_000)).isEmpty();
            assertThat(reasons(connection)).containsExactly("公开期限/public_until", "行政处罚/annulled", "复议撤销/annulled");
            connection.rollback();
        }
    }
}
