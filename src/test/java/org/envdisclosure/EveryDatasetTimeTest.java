package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.time.ChinaTime;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Intervals of every dataset that has a time: their ends, their shorthands, their slips. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class EveryDatasetTimeTest extends DatasetContract {

    @TestFactory
    Stream<DynamicTest> date_and_month_stand_for_from_and_to() {
        return each(EveryDatasetTimeTest::isInTime, dataset -> {
            LocalDate day = day(dataset);
            LocalDate first = day.withDayOfMonth(1);

            List<JsonNode> byDate = wholeDay(dataset).rows();
            assertThat(between(dataset, day.toString(), day.plusDays(1).toString())).isEqualTo(byDate);
            assertThat(between(dataset, midnight(day), midnight(day.plusDays(1)))).isEqualTo(byDate);
            assertThat(between(dataset, inUtc(day), inUtc(day.plusDays(1)))).isEqualTo(byDate);
            assertThat(counted(dataset, "month", day.toString().substring(0, 7)))
                    .isEqualTo(counted(dataset, "from", first.toString(), "to", first.plusMonths(1).toString()))
                    .isGreaterThanOrEqualTo(byDate.size() + (isOfPeriods(dataset) ? 0 : 1));
        });
    }

    @TestFactory
    Stream<DynamicTest> days_strung_together_are_the_interval() {
        return each(EveryDatasetTimeTest::isInTime, dataset -> {
            LocalDate day = day(dataset);
            int both = counted(dataset, "from", day.toString(), "to", day.plusDays(2).toString());

            assertThat(counted(dataset, "date", day.toString()) + counted(dataset, "date", day.plusDays(1).toString())).isEqualTo(both);
        });
    }

    @TestFactory
    Stream<DynamicTest> an_end_belongs_to_the_interval_as_the_axis_says() {
        return each(EveryDatasetTimeTest::isInTime, dataset -> {
            TimeAxis time = time(dataset);
            List<JsonNode> rows = wholeDay(dataset).rows();
            String moment = rows.get(rows.size() / 2).get(time.column()).asText();
            boolean endsPeriod = time.kind() == TimeAxis.Kind.PERIOD_END;

            assertThat(times(dataset, "from", moment).contains(moment)).as("from is inclusive").isEqualTo(!endsPeriod);
            assertThat(times(dataset, "to", moment).contains(moment)).as("to is inclusive").isEqualTo(endsPeriod);
        });
    }

    @TestFactory
    Stream<DynamicTest> the_answer_names_the_interval_it_covers() {
        return each(EveryDatasetTimeTest::isInTime, dataset -> {
            LocalDate day = day(dataset);
            JsonNode interval = wholeDay(dataset).json().at("/meta/interval");

            assertThat(interval.path("from").asText()).isEqualTo(midnight(day));
            assertThat(interval.path("to").asText()).isEqualTo(midnight(day.plusDays(1)));
        });
    }

    @TestFactory
    Stream<DynamicTest> an_interval_that_ends_before_it_begins_is_refused_with_the_hint() {
        return each(EveryDatasetTimeTest::isInTime, dataset -> {
            String hint = refused(PublicApi.query(dataset.path(), "from", "2026-05-01", "to", "2026-05-01"), "from").json().path("detail").asText();
            refused(PublicApi.query(dataset.path(), "from", "2026-05-02", "to", "2026-05-01"), "from");
            refused(PublicApi.query(dataset.path(), "from", "2026-05-01T08:00:00+08:00", "to", "2026-05-01T00:00:00Z"), "from");

            assertThat(hint).contains("date=2026-05-01").contains("to=2026-05-02");
        });
    }

    @TestFactory
    Stream<DynamicTest> a_time_that_is_none_is_refused() {
        return each(EveryDatasetTimeTest::isInTime, dataset -> {
            for (String slip : List.of("", "yesterday", "2026", "2026-13-01", "2026-02-30", "20260501", "2026-05-01 13:00", "2026-05-01T13:00:00",
                    "2026-05-01T25:00:00+08:00", "2026-05-01T13:00:00+99:00", "0026-05-01", "99999-05-01", "2026-05-01T13:00:00.0000000001Z", "1777593600")) {
                refused(PublicApi.query(dataset.path(), "from", slip), "from");
                refused(PublicApi.query(dataset.path(), "to", slip), "to");
            }
            refused(PublicApi.query(dataset.path(), "date", "2026-05"), "date");
            refused(PublicApi.query(dataset.path(), "month", "2026-05-01"), "month");
            refused(PublicApi.query(dataset.path(), "date", "2026-05-01", "from", "2026-05-01"), "date");
            refused(PublicApi.query(dataset.path(), "month", "2026-05", "date", "2026-05-01"), "date");
            refused(PublicApi.query(dataset.path(), "from", "2026-05-01", "from", "2026-05-02"), "from");
        });
    }

    private static boolean isInTime(Dataset dataset) {
        return dataset.time().isPresent();
    }

    private List<JsonNode> between(Dataset dataset, String from, String to) {
        return ok(PublicApi.query(dataset.path(), "from", from, "to", to, "limit", LARGEST)).rows();
    }

    private int counted(Dataset dataset, String... interval) {
        return ok(PublicApi.query(dataset.path(), interval) + "&count=exact&limit=1").json().at("/page/total").asInt();
    }

    /** The times of the day's rows, further bounded. */
    private List<String> times(Dataset dataset, String bound, String moment) {
        LocalDate day = day(dataset);
        String other = bound.equals("from") ? "to" : "from";
        // a dated row lies at its own midnight, so the day before must be within
        String far = bound.equals("from") ? day.plusDays(1).toString() : day.minusDays(1).toString();
        return ok(PublicApi.query(dataset.path(), bound, moment, other, far, "limit", LARGEST)).rows().stream()
                .map(row -> row.get(time(dataset).column()).asText()).toList();
    }

    private static String midnight(LocalDate day) {
        return day + "T00:00:00+08:00";
    }

    private static String inUtc(LocalDate day) {
        return OffsetDateTime.ofInstant(ChinaTime.startOf(day), ZoneOffset.UTC).toString();
    }
}
