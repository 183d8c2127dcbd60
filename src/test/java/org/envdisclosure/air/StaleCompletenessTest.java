package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.get;
import static org.envdisclosure.air.AirService.station;
import static org.envdisclosure.air.AirService.stored;
import static org.envdisclosure.air.AirService.take;
import static org.envdisclosure.air.HourFile.Air.AT_THE_LIMIT;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.rollup.Drained;
import org.envdisclosure.platform.time.ChinaTime;
import org.junit.jupiter.api.Test;

/** Which months are computed anew, and that the order of arrival leaves no trace. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class StaleCompletenessTest {

    private static final LocalDate TENTH = LocalDate.of(2026, 4, 10);

    @Inject
    MeterRegistry meters;

    @Test
    void the_order_in_which_hours_come_is_of_no_account() throws Exception {
        for (String code : List.of("cp10-a", "cp10-b")) {
            take("/air/stations", station(code, code, "\"valid_to\":\"2026-05-11\""));
        }
        List<Integer> hours = new ArrayList<>();
        for (int hour = 0; hour < 60 * 24; hour++) {
            // silences of an hour, of a day and of a month
            if (hour % 7 != 3 && hour / 24 % 5 != 2 && (hour < 240 || hour > 980)) {
                hours.add(hour);
            }
        }
        file("cp10-a", hours).sent();
        List<Integer> late = new ArrayList<>(hours);
        late.addAll(hours.subList(100, 300));
        Collections.shuffle(late, new Random(11));
        for (int piece = 0; piece < 8; piece++) {
            HourFile part = file("cp10-b", late.subList(late.size() * piece / 8, late.size() * (piece + 1) / 8).stream().distinct().toList());
            if (piece % 2 == 0) {
                part.posted();
            } else {
                part.sent();
            }
        }
        Drained.queues();

        assertThat(state("cp10-b").replace("cp10-b", "cp10-a")).isEqualTo(state("cp10-a")).contains("2026-03").contains("2026-05");
    }

    private static HourFile file(String code, List<Integer> hours) {
        HourFile file = new HourFile();
        hours.forEach(hour -> file.hour(code, LocalDate.of(2026, 3, 12).plusDays(hour / 24), hour % 24 + 1,
                hour % 11 == 5 ? AT_THE_LIMIT.pm25("") : hour % 13 == 6 ? AT_THE_LIMIT.o3("/") : AT_THE_LIMIT));
        return file;
    }

    private static String state(String code) throws Exception {
        String rows = "SELECT string_agg((to_jsonb(t) - ARRAY['computed_at', 'revision', 'revision_reason', 'batch_id'])::text, E'\\n' ORDER BY period, pollutant) FROM %s t "
                + "WHERE station_code = ?";
        return stored(rows.formatted("air_completeness"), code) + stored(rows.formatted("air_completeness_annual"), code);
    }

    @Test
    void a_change_computes_its_own_month_and_nothing_else() {
        take("/air/stations", station("cp11", "cp11", "\"valid_to\":\"2026-04-12\""));
        new HourFile().days("cp11", TENTH, 2, AT_THE_LIMIT).sent();
        assertThat(computedBy(new HourFile().hour("cp11", TENTH, 5, AT_THE_LIMIT.pm25("31")))).isEqualTo("1 0");
        assertThat(computedBy(new HourFile().hour("cp11", TENTH, 5, AT_THE_LIMIT.pm25("31")))).isEqualTo("0 0");
        assertThat(computedBy(new HourFile().hour("cp11", TENTH, 5, AT_THE_LIMIT.pm25("")))).isEqualTo("1 1");
    }

    @Test
    void an_hour_of_a_day_that_has_not_ended_waits_for_its_end() {
        take("/air/stations", station("cp12", "cp12", ""));
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        LocalDate day = ChinaTime.dateOf(hour.minusSeconds(1));
        int label = (int) ChronoUnit.HOURS.between(ChinaTime.startOf(day), hour);

        assertThat(computedBy(new HourFile().hour("cp12", day, label, AT_THE_LIMIT))).isEqualTo("0 0");
        assertThat(get("/air/completeness?station=cp12").getList("data")).isEmpty();
    }

    private String computedBy(HourFile file) {
        Drained.queues();
        int months = count("air-completeness");
        int years = count("air-completeness-annual");
        file.sent();
        return count("air-completeness") - months + " " + (count("air-completeness-annual") - years);
    }

    private int count(String dataset) {
        return (int) meters.counter("envd_rollup_buckets", "dataset", dataset).count();
    }
}
