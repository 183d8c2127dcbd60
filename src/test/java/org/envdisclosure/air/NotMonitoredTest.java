package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.at;
import static org.envdisclosure.air.AirService.get;
import static org.envdisclosure.air.AirService.reading;
import static org.envdisclosure.air.AirService.station;
import static org.envdisclosure.air.AirService.stored;
import static org.envdisclosure.air.AirService.take;
import static org.envdisclosure.air.AirService.writing;
import static org.envdisclosure.air.HourFile.Air.AT_THE_LIMIT;
import static org.envdisclosure.air.HourFile.Air.OFFLINE;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.rollup.Drained;
import org.junit.jupiter.api.Test;

/** What a station does not monitor blocks no index (HJ 633-2026, 5.3.2) and is not expected, whoever says so: the hours' marks or the register. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class NotMonitoredTest {

    private static final LocalDate TENTH = LocalDate.of(2026, 6, 10);
    private static final LocalDate ELEVENTH = TENTH.plusDays(1);
    private static final HourFile.Air WITHOUT_SO2_AND_CO = AT_THE_LIMIT.so2("/").co("/");
    private static final String COUNTS = "hours_expected,hours_received,hours_valid,hours_not_monitored,gaps_count";

    private static String day(String station, LocalDate day) {
        return csv("/air/daily?station=" + station + "&date=" + day + "&fields=aqi,primary_pollutants,valid_hours,flags,aqi_na_reason");
    }

    private static String cityDay(String city, LocalDate day) {
        return csv("/air/cities/daily?city=" + city + "&date=" + day + "&fields=aqi,primary_pollutants,valid_hours,flags,aqi_na_reason");
    }

    private static String month(String station, String pollutant) {
        return csv("/air/completeness?station=" + station + "&month=2026-06&pollutant=" + pollutant + "&fields=" + COUNTS);
    }

    private static String csv(String path) {
        return String.join("\n", reading().get(path + "&format=csv").asString().lines().skip(1).toList());
    }

    @Test
    void hours_off_the_line_say_nothing_against_the_marks_of_all_others() {
        take("/air/stations", station("nm01", "nmc1", "\"valid_to\":\"2026-06-11\""));
        HourFile file = new HourFile();
        for (int label = 1; label <= 24; label++) {
            file.hour("nm01", TENTH, label, label == 10 || label == 11 ? OFFLINE : WITHOUT_SO2_AND_CO);
        }
        file.sent();

        assertThat(day("nm01", TENTH)).isEqualTo("58,PM10,22,so2:not_monitored;co:not_monitored,");
        assertThat(cityDay("nmc1", TENTH)).isEqualTo("58,PM10,22,so2:not_monitored;co:not_monitored,");
        assertThat(month("nm01", "CO")).isEqualTo("0,0,0,24,0");
        assertThat(month("nm01", "SO2")).isEqualTo("0,0,0,24,0");
        assertThat(month("nm01", "NO2")).isEqualTo("24,24,22,0,1");
    }

    @Test
    void a_day_off_the_line_says_nothing_at_all() {
        take("/air/stations", station("nm02", "nmc2", "\"valid_to\":\"2026-06-11\""));
        new HourFile().day("nm02", TENTH, OFFLINE).sent();

        assertThat(day("nm02", TENTH)).isEqualTo(",,0,pm25:missing;pm10:missing;so2:missing;no2:missing;o3_8h_max:missing;co:missing,missing_pollutants(PM2.5 PM10 SO2 NO2 O3 CO)");
        assertThat(month("nm02", "CO")).isEqualTo("24,24,0,0,1");
    }

    @Test
    void an_hour_with_values_that_does_not_mark_a_pollutant_counts_it_as_monitored() {
        take("/air/stations", station("nm03", "nmc3", "\"valid_to\":\"2026-06-11\""));
        new HourFile().day("nm03", TENTH, AT_THE_LIMIT.co("/")).sent();
        assertThat(day("nm03", TENTH)).isEqualTo("58,PM10,24,co:not_monitored,");

        new HourFile().hour("nm03", TENTH, 7, AT_THE_LIMIT.co("NA")).sent();

        assertThat(day("nm03", TENTH)).isEqualTo(",,24,co:missing,missing_pollutants(CO)");
        assertThat(month("nm03", "CO")).isEqualTo("1,1,0,23,1");
    }

    @Test
    void a_withdrawn_hour_keeps_the_mark() {
        take("/air/stations", station("nm04", "nmc4", "\"valid_to\":\"2026-06-11\""));
        new HourFile().day("nm04", TENTH, WITHOUT_SO2_AND_CO).sent();
        String noon = AirService.path("nm04", at("2026-06-10T12:00")) + "?reason=fault";

        assertThat(writing().delete(noon).statusCode()).isEqualTo(200);
        Drained.queues();

        assertThat(csv("/air/hourly?station=nm04&from=2026-06-10T11:00:00%2B08:00&to=2026-06-10T12:00:00%2B08:00&fields=pm25,co,flags"))
                .startsWith(",,pm25:missing;pm10:missing;so2:not_monitored;no2:missing;o3:missing;co:not_monitored");
        assertThat(day("nm04", TENTH)).isEqualTo("58,PM10,23,so2:not_monitored;co:not_monitored,");
        long withdrawn = get("/air/hourly?station=nm04").getLong("meta.revision");
        assertThat(writing().delete(noon).statusCode()).isEqualTo(200);
        Drained.queues();
        assertThat(get("/air/hourly?station=nm04").getLong("meta.revision")).as("taken back already").isEqualTo(withdrawn);
    }

    @Test
    void what_the_register_leaves_out_of_the_plan_blocks_no_day() throws Exception {
        take("/air/stations", station("nm05", "nmc5", "\"measured_pollutants\":\"PM2.5;PM10;SO2;NO2;O3\""));
        new HourFile().days("nm05", TENTH, 2, AT_THE_LIMIT.co("NA")).sent();
        assertThat(day("nm05", TENTH)).isEqualTo("58,PM10,24,co:not_monitored,");
        assertThat(day("nm05", ELEVENTH)).isEqualTo("58,PM10,24,co:not_monitored,");
        String revision = stored("SELECT revision::text FROM air_daily WHERE station_code = ? AND date = '2026-06-10'", "nm05");

        take("/air/stations", station("nm05", "nmc5", "").replace("2020-01-01", ELEVENTH.toString()));
        Drained.queues();

        assertThat(day("nm05", ELEVENTH)).isEqualTo(",,24,co:missing,missing_pollutants(CO)");
        assertThat(day("nm05", TENTH)).isEqualTo("58,PM10,24,co:not_monitored,");
        assertThat(stored("SELECT revision::text FROM air_daily WHERE station_code = ? AND date = '2026-06-10'", "nm05")).isEqualTo(revision);
        assertThat(writing().contentType("application/json").body(station("nm05", "nmc5", "\"measured_pollutants\":[\"PM2.5\",\"PM10\",\"SO2\",\"NO2\",\"O3\"]")
                .replace("2020-01-01", ELEVENTH.toString())).put("/air/stations/nm05").statusCode()).isEqualTo(200);
        Drained.queues();
        assertThat(day("nm05", ELEVENTH)).isEqualTo("58,PM10,24,co:not_monitored,");
    }
}
