package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.get;
import static org.envdisclosure.air.AirService.station;
import static org.envdisclosure.air.AirService.take;
import static org.envdisclosure.air.HourFile.Air.AT_THE_LIMIT;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

/** What is computed has past states and a state of review like what was received. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class RollupRevisionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 7);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "rr01, /air/daily?station=rr01-a&date=2026-07-07",
        "rr02, /air/cities/daily?city=rr02&date=2026-07-07",
        "rr03, /air/monthly?station=rr03-a&month=2026-07",
        "rr04, /air/annual?station=rr04-a&date=2026-01-01",
        "rr05, /air/cities/monthly?city=rr05&month=2026-07",
        "rr06, /air/cities/quarterly?city=rr06&date=2026-07-01",
        "rr07, /air/cities/annual?city=rr07&date=2026-01-01"})
    void what_was_published_before_a_correction_can_still_be_read(String city, String path) {
        take("/air/stations", station(city + "-a", city, ""));
        new HourFile().day(city + "-a", DAY, AT_THE_LIMIT).sent();
        JsonPath first = get(path);

        new HourFile().day(city + "-a", DAY, AT_THE_LIMIT.pm25("45")).sent();

        JsonPath now = get(path);
        assertThat(first.getList("data.pm25")).containsExactly(30);
        assertThat(now.getList("data.pm25")).containsExactly(45);
        assertThat(now.getLong("meta.revision")).isGreaterThan(first.getLong("meta.revision"));
        JsonPath then = get(path + "&as_of=revision:" + first.getLong("meta.revision"));
        assertThat(then.getList("data")).isEqualTo(first.getList("data"));
        assertThat(get(path + "&as_of=" + encoded(first.getString("meta.as_of"))).getList("data")).isEqualTo(first.getList("data"));
        assertThat(get(path + "&updated_since=" + encoded(first.getString("meta.as_of"))).getList("data.pm25")).containsExactly(45);
        assertThat(get(path + "&updated_since=" + encoded(now.getString("meta.as_of"))).getList("data")).isEmpty();
        assertThat(now.getString("data[0].computed_at")).isGreaterThan(first.getString("data[0].computed_at"));
    }

    @Test
    void a_computed_row_takes_the_lowest_state_of_its_inputs_and_rises_with_the_last_of_them() {
        take("/air/stations", station("rr10-a", "rr10", ""), station("rr10-b", "rr10", ""));
        HourFile most = new HourFile().days("rr10-b", DAY, 2, AT_THE_LIMIT).day("rr10-a", DAY.plusDays(1), AT_THE_LIMIT);
        for (int label = 2; label <= 24; label++) {
            most.hour("rr10-a", DAY, label, AT_THE_LIMIT);
        }
        most.sent("?data_status=final");
        HourFile last = new HourFile().hour("rr10-a", DAY, 1, AT_THE_LIMIT);
        last.sent();

        assertThat(states("/air/daily?station=rr10-a&from=2026-07-07&to=2026-07-09")).containsExactly("realtime", "final");
        assertThat(states("/air/daily?station=rr10-b&from=2026-07-07&to=2026-07-09")).containsExactly("final", "final");
        assertThat(states("/air/cities/daily?city=rr10&from=2026-07-07&to=2026-07-09")).containsExactly("realtime", "final");
        assertThat(states("/air/monthly?station=rr10-a&month=2026-07")).containsExactly("realtime");
        assertThat(states("/air/monthly?station=rr10-b&month=2026-07")).containsExactly("final");
        assertThat(states("/air/cities/quarterly?city=rr10&date=2026-07-01")).containsExactly("realtime");

        last.sent("?data_status=reviewed");
        assertThat(states("/air/cities/daily?city=rr10&from=2026-07-07&to=2026-07-09")).containsExactly("reviewed", "final");
        assertThat(states("/air/monthly?station=rr10-a&month=2026-07")).containsExactly("reviewed");
        assertThat(states("/air/cities/annual?city=rr10&date=2026-01-01")).containsExactly("reviewed");

        last.sent("?data_status=final");
        assertThat(states("/air/monthly?station=rr10-a&month=2026-07&data_status=final")).containsExactly("final");
        assertThat(states("/air/cities/quarterly?city=rr10&date=2026-07-01")).containsExactly("final");
    }

    @Test
    void a_day_without_values_does_not_hold_down_the_state_of_its_month() {
        take("/air/stations", station("rr11-a", "rr11", ""));
        new HourFile().day("rr11-a", DAY, AT_THE_LIMIT).sent("?data_status=final");
        new HourFile().hour("rr11-a", DAY.plusDays(1), 1, AT_THE_LIMIT).sent();

        assertThat(states("/air/daily?station=rr11-a&from=2026-07-07&to=2026-07-09")).containsExactly("final", "realtime");
        assertThat(states("/air/monthly?station=rr11-a&month=2026-07")).containsExactly("final");
    }

    private static List<String> states(String path) {
        return get(path).getList("data.data_status");
    }

    private static String encoded(String moment) {
        return moment.replace("+", "%2B");
    }
}
