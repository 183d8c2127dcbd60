package org.envdisclosure.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetBuilder;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.revision.RevisionBoard;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.sql.Transactions;
import org.envdisclosure.platform.time.TimeRange;
import org.junit.jupiter.api.Test;

/** What this replica says of a snapshot is what the database would have said in it, or nothing. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class StatesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final TimeRange MAY = range("2026-05-01", "2026-06-01");
    private static final TimeRange JUNE = range("2026-06-01", "2026-07-01");
    private static final TimeRange JULY = range("2026-07-01", "2026-08-01");

    @Inject
    States states;

    @Inject
    RevisionBoard board;

    @Inject
    Pool pool;

    @Inject
    Transactions transactions;

    @Test
    void the_state_of_a_dataset_in_time_is_that_of_the_months_asked_for() throws SQLException {
        Dataset hours = hours("probe-known").revisedTable("probe").build();
        publish("probe-known", "2026-05-01");
        publish("probe-known", "2026-06-01");
        publish("probe-known", "2026-06-01");

        assertThat(known(question(hours, MAY)).orElseThrow().asOf().revision()).isEqualTo(1);
        assertThat(known(question(hours, JUNE)).orElseThrow().asOf().revision()).isEqualTo(3);
        assertThat(known(question(hours, JULY)).orElseThrow()).isEqualTo(new PageState(new AsOf(0, Instant.EPOCH), "0", Instant.EPOCH));
        for (TimeRange range : List.of(MAY, JUNE, JULY, TimeRange.ALL)) {
            assertThat(known(question(hours, range))).contains(told(question(hours, range)));
        }

        transactions.run(connection -> {
            RevisionLedger.lock(connection, List.of("probe-known"), PATIENCE);
            RevisionLedger.touch(connection, "probe-known", null);
            return null;
        });

        for (TimeRange range : List.of(MAY, JULY)) {
            assertThat(known(question(hours, range)).orElseThrow().validator()).isEqualTo("4");
            assertThat(known(question(hours, range))).contains(told(question(hours, range)));
        }
    }

    @Test
    void the_state_of_what_rests_on_others_names_them_all() throws SQLException {
        Dataset newest = Dataset.named("probe-newest", "/probe-newest").columns(Column.code("code", "代码", "Code")).key("code")
                .derived((asOf, now) -> Sql.of("probe"), "probe-b", "probe-c", "probe-a", "probe-never").build();
        publish("probe-b", "2026-05-01");
        publish("probe-a", "2026-05-01");
        publish("probe-c", "2026-05-01");
        publish("probe-a", "2026-05-01");

        PageState known = known(question(newest, TimeRange.ALL)).orElseThrow();

        assertThat(known.validator()).isEqualTo("1 probe-a=2 probe-c=1");
        assertThat(known.asOf().moment()).isAfter(known.changedAt());
        assertThat(known).isEqualTo(told(question(newest, TimeRange.ALL)));
    }

    @Test
    void of_a_snapshot_that_is_newer_or_older_than_what_is_known_nothing_is_said() throws SQLException {
        Dataset hours = hours("probe-unknown").revisedTable("probe").build();
        publish("probe-unknown", "2026-05-01");
        Question question = question(hours, MAY);

        assertThat(states.known(question, row("SELECT 1::bigint"), 0)).contains(told(question));
        assertThat(states.known(question, row("SELECT 2::bigint"), 0)).isEmpty();
        assertThat(states.known(question, row("SELECT 0::bigint"), 0)).isEmpty();
        assertThat(states.known(question, row("SELECT NULL::bigint"), 0)).isEmpty();
    }

    private void publish(String dataset, String month) throws SQLException {
        transactions.run(connection -> {
            Map<String, Long> heads = RevisionLedger.lock(connection, List.of(dataset), PATIENCE);
            RevisionLedger.stamp(connection, dataset, heads.get(dataset) + 1, null, List.of(month));
            RevisionLedger.publishedNow(connection, heads);
            return null;
        });
        board.catchUp().await().atMost(PATIENCE);
    }

    private Optional<PageState> known(Question question) {
        board.catchUp().await().atMost(PATIENCE);
        return states.known(question, row("SELECT 'a row'" + States.witnesses(question.dataset())), 1);
    }

    private PageState told(Question question) {
        Sql sql = States.sql(question);
        return States.read(first(UniHelper.toUni(pool.getDelegate().preparedQuery(sql.prepared())
                .execute(Tuple.from(sql.values().stream().map(RowValues::bound).toList()))).await().atMost(PATIENCE)));
    }

    private Row row(String sql) {
        return first(UniHelper.toUni(pool.getDelegate().query(sql).execute()).await().atMost(PATIENCE));
    }

    private static Row first(Iterable<Row> rows) {
        return rows.iterator().next();
    }

    private static DatasetBuilder hours(String id) {
        return Dataset.named(id, "/" + id).columns(Column.instant("observed_at", "时间", "Hour"), Column.code("station_code", "点位", "Station"))
                .key("observed_at", "station_code").time("observed_at", TimeAxis.Kind.PERIOD_END);
    }

    private static Question question(Dataset dataset, TimeRange range) {
        return new Question(dataset, Format.JSON, dataset.columns(), range, Sql.EMPTY, Map.of(), List.of(), null, null, Order.ASC, 100, null,
                Count.NONE, false, "", Instant.parse("2026-08-01T00:00:00Z"));
    }

    private static TimeRange range(String from, String to) {
        return new TimeRange(Instant.parse(from + "T00:00:00+08:00"), Instant.parse(to + "T00:00:00+08:00"));
    }
}
