package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.station;
import static org.envdisclosure.air.AirService.stored;
import static org.envdisclosure.air.AirService.take;
import static org.envdisclosure.air.AirService.writing;
import static org.envdisclosure.air.HourFile.Air.AT_THE_LIMIT;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.rollup.Drained;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a change has computed anew, and nothing else. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class StaleBucketsTest {

    private static final LocalDate TENTH = LocalDate.of(2026, 6, 10);
    private static final LocalDate ELEVENTH = TENTH.plusDays(1);
    private static final List<String> DATASETS = List.of("air-daily", "air-cities-daily", "air-monthly", "air-annual", "air-cities-monthly",
            "air-cities-quarterly", "air-cities-annual");

    @Inject
    MeterRegistry meters;

    private final Map<String, Integer> before = new TreeMap<>();

    @BeforeEach
    void nothing_waits() {
        Drained.queues();
    }

    private void countFromHere() {
        Drained.queues();
        DATASETS.forEach(dataset -> before.put(dataset, count(dataset)));
    }

    private int count(String dataset) {
        return (int) meters.counter("envd_rollup_buckets", "dataset", dataset).count();
    }

    /** Days of stations, days of cities; months and years of stations; months, quarters and years of cities. */
    private String computed() {
        Drained.queues();
        return String.join(" ", DATASETS.stream().map(dataset -> String.valueOf(count(dataset) - before.get(dataset))).toList());
    }

    private static void cityOf(String city, String... stations) {
        take("/air/stations", List.of(stations).stream().map(code -> station(code, city, "")).toList());
    }

    private static String daily(String column, String station, LocalDate day) throws Exception {
        return stored("SELECT %s::text FROM air_daily WHERE date = DATE '%s' AND station_code = ?".formatted(column, day), station);
    }

    @Test
    void a_day_that_comes_is_computed_once_on_every_level() {
        cityOf("sb01", "sb01-a");
        countFromHere();

        new HourFile().day("sb01-a", TENTH, AT_THE_LIMIT).sent();

        assertThat(computed()).isEqualTo("1 1 1 1 1 1 1");
    }

    @Test
    void an_hour_that_leaves_a_day_without_values_reaches_no_period() {
        cityOf("sb02", "sb02-a");
        new HourFile().day("sb02-a", TENTH, AT_THE_LIMIT).hour("sb02-a", ELEVENTH, 1, AT_THE_LIMIT).sent();
        countFromHere();

        new HourFile().hour("sb02-a", ELEVENTH, 2, AT_THE_LIMIT).sent();

        assertThat(computed()).isEqualTo("1 1 0 0 0 0 0");
    }

    @Test
    void a_corrected_hour_recomputes_its_own_day_and_not_the_next_whose_sliding_means_it_changes() throws Exception {
        cityOf("sb03", "sb03-a");
        new HourFile().days("sb03-a", TENTH, 2, AT_THE_LIMIT).sent();
        countFromHere();

        new HourFile().hour("sb03-a", TENTH, 23, AT_THE_LIMIT.pm25("270")).sent();

        assertThat(stored("SELECT count(*) FROM air_hourly WHERE station_code = ? AND observed_at > '2026-06-11T00:00+08' AND pm25_24h > 30", "sb03-a"))
                .isEqualTo("22");
        assertThat(computed()).isEqualTo("1 1 1 1 1 1 1");
        assertThat(daily("pm25", "sb03-a", TENTH)).isEqualTo("40");
        assertThat(daily("pm25", "sb03-a", ELEVENTH)).isEqualTo("30");
    }

    @Test
    void the_hour_of_midnight_belongs_to_the_day_before() throws Exception {
        cityOf("sb04", "sb04-a");
        new HourFile().days("sb04-a", TENTH, 2, AT_THE_LIMIT).sent();
        countFromHere();

        new HourFile().hour("sb04-a", TENTH, 24, AT_THE_LIMIT.pm25("270")).sent();

        assertThat(computed()).isEqualTo("1 1 1 1 1 1 1");
        assertThat(daily("pm25", "sb04-a", TENTH)).isEqualTo("40");
    }

    @Test
    void a_withdrawn_hour_takes_its_day_with_it() throws Exception {
        cityOf("sb05", "sb05-a");
        HourFile twenty = new HourFile();
        for (int label = 5; label <= 24; label++) {
            twenty.hour("sb05-a", TENTH, label, AT_THE_LIMIT);
        }
        twenty.sent();
        assertThat(daily("pm25", "sb05-a", TENTH)).isEqualTo("30");
        countFromHere();

        Instant noon = AirService.at("2026-06-10T12:00");
        assertThat(writing().delete(AirService.path("sb05-a", noon) + "?reason=instrument%20fault").statusCode()).isEqualTo(200);

        assertThat(computed()).isEqualTo("1 1 1 1 1 1 1");
        assertThat(daily("pm25", "sb05-a", TENTH)).isNull();
        assertThat(daily("valid_hours", "sb05-a", TENTH)).isEqualTo("19");
        assertThat(stored("SELECT count(*) FROM air_daily_history WHERE station_code = ? AND pm25 = 30", "sb05-a")).isEqualTo("1");
        assertThat(stored("SELECT valid_days_pm25 FROM air_monthly WHERE station_code = ?", "sb05-a")).isEqualTo("0");
    }

    @Test
    void a_day_that_comes_out_equal_is_no_revision_and_stops_there() throws Exception {
        cityOf("sb06", "sb06-a");
        new HourFile().day("sb06-a", TENTH, AT_THE_LIMIT).sent();
        String stood = daily("revision || ' ' || computed_at", "sb06-a", TENTH);
        countFromHere();

        new HourFile().hour("sb06-a", TENTH, 12, AT_THE_LIMIT.pm25("30.1")).sent();

        assertThat(computed()).isEqualTo("1 1 0 0 0 0 0");
        assertThat(daily("revision || ' ' || computed_at", "sb06-a", TENTH)).isEqualTo(stood);
    }

    @Test
    void the_same_batch_again_queues_nothing() {
        cityOf("sb07", "sb07-a");
        HourFile file = new HourFile().day("sb07-a", TENTH, AT_THE_LIMIT);
        file.sent();
        countFromHere();

        assertThat(file.sent().getInt("unchanged")).isEqualTo(24);

        assertThat(computed()).isEqualTo("0 0 0 0 0 0 0");
    }

    @Test
    void a_station_that_moves_recomputes_the_days_of_both_cities_from_that_day_on_and_no_others() throws Exception {
        cityOf("sb08", "sb08-stays", "sb08-moves");
        cityOf("sb09", "sb09-there");
        new HourFile().days("sb08-stays", TENTH, 3, AT_THE_LIMIT).days("sb08-moves", TENTH, 3, AT_THE_LIMIT.pm25("50"))
                .days("sb09-there", TENTH, 3, AT_THE_LIMIT.pm25("20")).sent();
        countFromHere();

        take("/air/stations", station("sb08-moves", "sb09", "").replace("2020-01-01", ELEVENTH.toString()));

        // two days of two cities; the periods of both
        assertThat(computed()).isEqualTo("0 4 0 0 2 2 2");
        String values = "SELECT string_agg(pm25 || '/' || stations_expected, ' ' ORDER BY date) FROM air_cities_daily WHERE city_code = ?";
        assertThat(stored(values, "sb08")).isEqualTo("40/2 30/1 30/1");
        assertThat(stored(values, "sb09")).isEqualTo("20/1 35/2 35/2");
    }

    @Test
    void another_name_of_a_station_recomputes_nothing() {
        cityOf("sb10", "sb10-a");
        new HourFile().day("sb10-a", TENTH, AT_THE_LIMIT).sent();
        countFromHere();

        take("/air/stations", station("sb10-a", "sb10", "\"name_en\":\"another\""));

        assertThat(computed()).isEqualTo("0 0 0 0 0 0 0");
    }

    @Test
    void a_pollutant_taken_out_of_the_plan_recomputes_the_days_of_station_and_city() throws Exception {
        cityOf("sb11", "sb11-a", "sb11-b");
        new HourFile().day("sb11-a", TENTH, AT_THE_LIMIT).day("sb11-b", TENTH, AT_THE_LIMIT.o3("")).sent();
        assertThat(stored("SELECT o3_8h_max FROM air_cities_daily WHERE city_code = ?", "sb11")).isEqualTo("80");
        countFromHere();

        take("/air/stations", station("sb11-a", "sb11", "\"measured_pollutants\":\"PM2.5;PM10;SO2;NO2;CO\""));

        // the station has its values all the same
        assertThat(computed()).isEqualTo("1 1 0 0 0 0 0");
    }

    @Test
    void a_day_of_last_year_recomputes_the_period_that_is_compared_with_it() throws Exception {
        cityOf("sb12", "sb12-a");
        LocalDate march = LocalDate.of(2026, 3, 1);
        new HourFile().days("sb12-a", march, 27, AT_THE_LIMIT).days("sb12-a", march.minusYears(1), 27, AT_THE_LIMIT).sent();
        assertThat(stored("SELECT pm25_change FROM air_monthly WHERE period = '2026-03' AND station_code = ?", "sb12-a")).isEqualTo("0.0");
        countFromHere();

        new HourFile().day("sb12-a", march.minusYears(1), AT_THE_LIMIT.pm25("111")).sent();

        // its own periods and those a year later
        assertThat(computed()).isEqualTo("1 1 2 2 2 2 2");
        // (26 * 30 + 111) / 27 = 33; (30 - 33) / 33
        assertThat(stored("SELECT pm25_change FROM air_monthly WHERE period = '2026-03' AND station_code = ?", "sb12-a")).isEqualTo("-9.1");
    }
}
