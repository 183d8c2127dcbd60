package org.envdisclosure.source.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.source.record.SupervisionService.RECORDS;
import static org.envdisclosure.source.record.SupervisionService.get;
import static org.envdisclosure.source.record.SupervisionService.record;
import static org.envdisclosure.source.record.SupervisionService.status;
import static org.envdisclosure.source.record.SupervisionService.take;
import static org.envdisclosure.source.record.SupervisionService.withdraw;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.sql.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions that anybody may ask of hundreds of thousands of records are answered by an index, though a withdrawn record is hidden. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class RecordIndexesTest {

    @Inject
    AgroalDataSource database;

    @Inject
    @Named(RecordTable.DATASET)
    Dataset records;

    private String plan(String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // a table of a few rows is read whole otherwise
            statement.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off");
            try (ResultSet row = statement.executeQuery("EXPLAIN " + sql)) {
                while (row.next()) {
                    plan.append(row.getString(1)).append('\n');
                }
            }
            connection.rollback();
        }
        return plan.toString();
    }

    @ParameterizedTest
    @CsvSource({"kind,order,(record_kind = 'order'::text)", "source,99E001,(source_id = '99E001'::text", "status,closed,(status = 'closed'::text)",
        "authority,示例局,(authority = '示例局'::text)"})
    void a_filter_is_answered_by_an_index_in_the_order_of_time(String parameter, String value, String condition) throws SQLException {
        Filter filter = records.filters().stream().filter(one -> one.parameters().get(0).name().equals(parameter)).findFirst().orElseThrow();
        Sql asked = Sql.of("SELECT record_id FROM ").then(records.relation().at(null, Instant.now())).then(" WHERE ")
                .then(filter.condition(Map.of(parameter, List.of(value)), null, Instant.now())).then(" ORDER BY published_at, record_id LIMIT 100");

        assertThat(plan(asked.literal())).contains("using supervision_records_published_by_" + parameter, "Index Cond: " + condition).doesNotContain("Sort");
    }

    @Test
    void the_rows_of_a_revision_are_found_by_themselves() throws SQLException {
        assertThat(plan("SELECT record_id FROM supervision_records_published WHERE revision = 7")).contains("using supervision_records_published_by_revision");
    }

    @Test
    void what_is_asked_of_the_stored_columns_is_shown_to_nobody() {
        take(record("ri-gone", "order", ",\"source_id\":\"ri-source\",\"authority\":\"示例寻局\""), record("ri-here", "order", ",\"source_id\":\"ri-source\",\"authority\":\"示例寻局\""));
        withdraw("ri-gone", "error");

        assertThat(get(RECORDS + "?source=ri-source").getList("data.record_id")).containsExactly("ri-here");
        assertThat(get(RECORDS + "?source=ri-source&kind=order,penalty").getList("data.record_id")).containsExactly("ri-here");
        assertThat(get(RECORDS + "?authority=示例寻局").getList("data.record_id")).containsExactly("ri-here");
        assertThat(status(RECORDS + "?fields=record_id,stored_source_id")).isEqualTo(400);
    }
}
