package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.at;
import static org.envdisclosure.air.AirService.get;
import static org.envdisclosure.air.AirService.reading;
import static org.envdisclosure.air.AirService.station;
import static org.envdisclosure.air.AirService.take;
import static org.envdisclosure.air.AirService.writing;
import static org.envdisclosure.air.HourFile.Air.AT_THE_LIMIT;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.rollup.Drained;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The valid-data rate and the gaps of months and years, worked out by hand. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class CompletenessDatasetTest {

    private static final LocalDate TENTH = LocalDate.of(2026, 4, 10);
    private static final LocalDate ELEVENTH = TENTH.plusDays(1);
    private static final String COUNTS = "hours_expected,hours_received,hours_valid,hours_not_monitored,valid_rate,days_valid,gaps_count,longest_gap_hours";

    /** In service for 48 hours: the 10th and the 11th of April. */
    private static void twoDays(String code) {
        take("/air/stations", station(code, code, "\"valid_to\":\"2026-04-12\""));
    }

    private static String counts(String path, String question) {
        return String.join("\n", reading().get(path + "?" + question + "&format=csv&fields=" + COUNTS).asString().lines().skip(1).toList());
    }

    private static String month(String code, String month, String pollutant) {
        return counts("/air/completeness", "station=" + code + "&month=" + month + "&pollutant=" + pollutant);
    }

    private static List<String> gaps(String code, String month, String pollutant) {
        return get("/air/completeness?station=" + code + "&month=" + month + "&pollutant=" + pollutant).getList("data[0].gaps");
    }

    private static String periods(String code) {
        return String.join(" ", get("/air/completeness?pollutant=CO&station=" + code).getList("data.period"));
    }

    @ParameterizedTest(name = "{0} has {2} hours")
    @CsvSource({"2026-02, 28, 672", "2024-02, 29, 696", "2026-04, 30, 720", "2026-03, 31, 744"})
    void a_full_month_lacks_nothing(String month, int days, int hours) {
        String code = "cp01-" + month;
        take("/air/stations", station(code, code, ""));
        new HourFile().days(code, YearMonth.parse(month).atDay(1), days, AT_THE_LIMIT).sent();

        for (String pollutant : CompletenessColumns.POLLUTANTS) {
            assertThat(month(code, month, pollutant)).as(pollutant).isEqualTo("%1$d,%1$d,%1$d,0,100.0,%2$d,0,0".formatted(hours, days));
        }
        assertThat(gaps(code, month, "PM2.5")).isEmpty();
    }

    @Test
    void the_hour_of_midnight_belongs_to_the_month_before_and_one_hour_may_lack_at_each_end() {
        take("/air/stations", station("cp02", "cp02", "\"valid_to\":\"2026-06-01\""));
        HourFile file = new HourFile().hour("cp02", LocalDate.of(2026, 3, 31), 24, AT_THE_LIMIT).days("cp02", LocalDate.of(2026, 4, 2), 28, AT_THE_LIMIT);
        for (int label = 2; label <= 24; label++) {
            file.hour("cp02", LocalDate.of(2026, 4, 1), label, AT_THE_LIMIT);
        }
        for (int label = 1; label <= 23; label++) {
            file.hour("cp02", LocalDate.of(2026, 4, 30), label, AT_THE_LIMIT);
        }
        file.sent();

        // one hour of a day is no valid day
        assertThat(month("cp02", "2026-03", "PM2.5")).isEqualTo("1,1,1,0,100.0,0,0,0");
        assertThat(month("cp02", "2026-04", "PM2.5")).isEqualTo("720,718,718,0,99.7,30,2,1");
        assertThat(gaps("cp02", "2026-04", "PM2.5")).containsExactly("2026-04-01T00:00:00+08:00/2026-04-01T01:00:00+08:00",
                "2026-04-30T23:00:00+08:00/2026-05-01T00:00:00+08:00");
        // a month without any hour stands too, as long as the station is in service
        assertThat(month("cp02", "2026-05", "PM2.5")).isEqualTo("744,0,0,0,0.0,0,1,744");
        assertThat(gaps("cp02", "2026-05", "PM2.5")).containsExactly("2026-05-01T00:00:00+08:00/2026-06-01T00:00:00+08:00");
        assertThat(periods("cp02")).isEqualTo("2026-03 2026-04 2026-05");
    }

    @Test
    void a_gap_is_cut_at_the_border_of_a_month_and_whole_in_the_year() {
        take("/air/stations", station("cp03", "cp03", "\"valid_to\":\"2026-06-01\""));
        HourFile file = new HourFile().days("cp03", LocalDate.of(2026, 4, 1), 29, AT_THE_LIMIT).days("cp03", LocalDate.of(2026, 5, 3), 29, AT_THE_LIMIT);
        for (int label = 1; label <= 12; label++) {
            file.hour("cp03", LocalDate.of(2026, 4, 30), label, AT_THE_LIMIT);
        }
        for (int label = 7; label <= 24; label++) {
            file.hour("cp03", LocalDate.of(2026, 5, 2), label, AT_THE_LIMIT);
        }
        file.sent();

        assertThat(month("cp03", "2026-04", "SO2")).isEqualTo("720,708,708,0,98.3,29,1,12");
        assertThat(gaps("cp03", "2026-04", "SO2")).containsExactly("2026-04-30T12:00:00+08:00/2026-05-01T00:00:00+08:00");
        assertThat(month("cp03", "2026-05", "SO2")).isEqualTo("744,714,714,0,96.0,29,1,30");
        assertThat(gaps("cp03", "2026-05", "SO2")).containsExactly("2026-05-01T00:00:00+08:00/2026-05-02T06:00:00+08:00");
        // ozone has its 14 windows on no more days than the means
        assertThat(month("cp03", "2026-05", "O3")).isEqualTo("744,714,714,0,96.0,29,1,30");
        // 1422 of 1464 hours
        assertThat(counts("/air/completeness/annual", "station=cp03&date=2026-01-01&pollutant=SO2")).isEqualTo("1464,1422,1422,0,97.1,58,1,42");
        JsonPath year = get("/air/completeness/annual?station=cp03&pollutant=SO2");
        assertThat(year.getList("data.period")).containsExactly("2026");
        assertThat(year.getString("data[0].longest_gap")).isEqualTo("2026-04-30T12:00:00+08:00/2026-05-02T06:00:00+08:00");
        assertThat(year.getString("data[0].period_end")).isEqualTo("2027-01-01");
    }

    @Test
    void a_value_that_was_not_taken_is_a_gap_of_its_pollutant_alone() {
        twoDays("cp04");
        new HourFile().days("cp04", TENTH, 2, AT_THE_LIMIT).sent();
        new HourFile().hour("cp04", TENTH, 5, AT_THE_LIMIT.pm25("-3")).hour("cp04", TENTH, 6, AT_THE_LIMIT.pm25("99999"))
                .hour("cp04", ELEVENTH, 1, AT_THE_LIMIT.flags("pm10:exceptional_event")).sent();

        assertThat(month("cp04", "2026-04", "PM2.5")).isEqualTo("48,48,46,0,95.8,2,1,2");
        assertThat(gaps("cp04", "2026-04", "PM2.5")).containsExactly("2026-04-10T04:00:00+08:00/2026-04-10T06:00:00+08:00");
        // a mark of an exceptional event takes nothing from a value
        assertThat(month("cp04", "2026-04", "PM10")).isEqualTo("48,48,48,0,100.0,2,0,0");
    }

    @ParameterizedTest(name = "{0} valid hours: {1} valid days of PM2.5, {2} of ozone")
    @CsvSource({"18, 0, 0", "19, 0, 1", "20, 1, 1"})
    void a_day_counts_as_valid_from_20_hours_on(int hours, int days, int ozoneDays) {
        String code = "cp05-" + hours;
        take("/air/stations", station(code, code, "\"valid_to\":\"2026-04-11\""));
        HourFile file = new HourFile();
        // windows with six of eight end from the sixth hour on: with 18 hours at 12 to 24, which are 13, with 19 they are 14
        for (int label = 25 - hours; label <= 24; label++) {
            file.hour(code, TENTH, label, AT_THE_LIMIT);
        }
        file.sent();

        assertThat(month(code, "2026-04", "PM2.5")).isEqualTo("%1$d,%1$d,%1$d,0,100.0,%2$d,0,0".formatted(hours, days));
        assertThat(month(code, "2026-04", "O3")).endsWith("," + ozoneDays + ",0,0");
    }

    @Test
    void what_is_not_monitored_is_not_expected() {
        twoDays("cp06");
        new HourFile().day("cp06", TENTH, AT_THE_LIMIT.o3("/")).day("cp06", ELEVENTH, AT_THE_LIMIT)
                .sent();
        assertThat(month("cp06", "2026-04", "O3")).isEqualTo("24,24,24,24,100.0,1,0,0");

        new HourFile().day("cp06", ELEVENTH, AT_THE_LIMIT.o3("/")).sent();
        assertThat(month("cp06", "2026-04", "O3")).isEqualTo("0,0,0,48,,0,0,0");
        assertThat(get("/air/completeness?station=cp06&pollutant=O3").getString("data[0].valid_rate")).isNull();
    }

    @Test
    void the_register_says_what_is_in_the_plan_and_how_long_the_station_serves() {
        take("/air/stations", station("cp07", "cp07", "\"valid_to\":\"2026-04-12\",\"measured_pollutants\":\"PM2.5;PM10;SO2;NO2;O3\""));
        new HourFile().day("cp07", TENTH, AT_THE_LIMIT.pm25("30")).sent();
        // a value outside the plan is there all the same; what lacks of it is not missed
        assertThat(month("cp07", "2026-04", "CO")).isEqualTo("24,24,24,24,100.0,1,0,0");
        assertThat(month("cp07", "2026-04", "NO2")).isEqualTo("48,24,24,0,50.0,1,1,24");

        take("/air/stations", station("cp07", "cp07", "\"valid_to\":\"2026-05-03\""));
        Drained.queues();
        assertThat(month("cp07", "2026-04", "CO")).isEqualTo("504,24,24,0,4.8,1,1,480");
        assertThat(month("cp07", "2026-05", "CO")).isEqualTo("48,0,0,0,0.0,0,1,48");

        // what is no longer owed stays as a row that owes nothing
        assertThat(writing().contentType("application/json").body(station("cp07", "cp07", "\"valid_to\":\"2026-04-11\"")).put("/air/stations/cp07").statusCode()).isEqualTo(200);
        Drained.queues();
        assertThat(month("cp07", "2026-04", "CO")).isEqualTo("24,24,24,0,100.0,1,0,0");
        assertThat(month("cp07", "2026-05", "CO")).isEqualTo("0,0,0,0,,0,0,0");
        assertThat(counts("/air/completeness/annual", "station=cp07&pollutant=CO")).isEqualTo("24,24,24,0,100.0,1,0,0");
    }

    @Test
    void a_withdrawn_hour_is_a_gap_and_a_row() {
        twoDays("cp08");
        new HourFile().days("cp08", TENTH, 2, AT_THE_LIMIT).sent();
        long full = get("/air/completeness?station=cp08").getLong("meta.revision");

        assertThat(writing().delete(AirService.path("cp08", at("2026-04-11T00:00")) + "?reason=fault").statusCode()).isEqualTo(200);
        Drained.queues();

        assertThat(month("cp08", "2026-04", "NO2")).isEqualTo("48,48,47,0,97.9,2,1,1");
        assertThat(gaps("cp08", "2026-04", "NO2")).containsExactly("2026-04-10T23:00:00+08:00/2026-04-11T00:00:00+08:00");
        assertThat(counts("/air/completeness", "station=cp08&pollutant=NO2&as_of=revision:" + full)).isEqualTo("48,48,48,0,100.0,2,0,0");
    }

    @Test
    void silence_between_two_hours_has_its_rows_and_an_older_first_hour_more_of_them() {
        take("/air/stations", station("cp09", "cp09", "\"valid_to\":\"2026-05-01\""));
        new HourFile().hour("cp09", LocalDate.of(2026, 1, 15), 13, AT_THE_LIMIT).sent();
        new HourFile().hour("cp09", LocalDate.of(2026, 4, 10), 12, AT_THE_LIMIT).sent();
        assertThat(periods("cp09")).isEqualTo("2026-01 2026-02 2026-03 2026-04");
        // from label 13 of the 15th to label 24 of the 31st
        assertThat(month("cp09", "2026-01", "CO")).isEqualTo("396,1,1,0,0.3,0,1,395");
        assertThat(month("cp09", "2026-02", "CO")).isEqualTo("672,0,0,0,0.0,0,1,672");
        assertThat(gaps("cp09", "2026-04", "CO")).containsExactly("2026-04-01T00:00:00+08:00/2026-04-10T11:00:00+08:00",
                "2026-04-10T12:00:00+08:00/2026-05-01T00:00:00+08:00");

        new HourFile().hour("cp09", LocalDate.of(2025, 11, 30), 24, AT_THE_LIMIT).sent();

        assertThat(periods("cp09")).isEqualTo("2025-11 2025-12 2026-01 2026-02 2026-03 2026-04");
        assertThat(month("cp09", "2025-11", "CO")).isEqualTo("1,1,1,0,100.0,0,0,0");
        assertThat(month("cp09", "2025-12", "CO")).isEqualTo("744,0,0,0,0.0,0,1,744");
        assertThat(month("cp09", "2026-01", "CO")).isEqualTo("744,1,1,0,0.1,0,2,395");
        // of 2026 the silence from New Year to the 15th at noon is a gap of the year, of 2025 that of December
        assertThat(counts("/air/completeness/annual", "station=cp09&pollutant=CO")).isEqualTo("745,1,1,0,0.1,0,1,744\n2880,2,2,0,0.1,0,3,2038");
    }

    @Test
    void a_month_without_rows_has_no_say_in_the_state_of_review_of_the_year() {
        take("/air/stations", station("cp14", "cp14", "\"valid_to\":\"2026-06-01\",\"measured_pollutants\":\"PM2.5;PM10;SO2;NO2;O3\""));
        new HourFile().day("cp14", TENTH, AT_THE_LIMIT.co("NA")).sent("?data_status=reviewed");

        assertThat(get("/air/completeness?station=cp14&pollutant=CO,NO2").getList("data.data_status")).containsExactly("reviewed", "reviewed", "realtime", "realtime");
        assertThat(get("/air/completeness/annual?station=cp14&pollutant=CO,NO2").getList("data.data_status")).containsExactly("reviewed", "reviewed");
    }

    @Test
    void rows_are_read_by_station_city_and_pollutant_as_json_and_csv() {
        take("/air/stations", station("cp13", "cp13city", "\"valid_to\":\"2026-04-11\""), station("cp13", "cp13other", "\"valid_to\":\"2026-04-12\"").replace("2020-01-01", "2026-04-11"));
        HourFile file = new HourFile();
        for (int label = 1; label <= 22; label++) {
            file.hour("cp13", TENTH, label, label == 9 ? AT_THE_LIMIT.co("NA") : AT_THE_LIMIT);
        }
        file.sent("?data_status=reviewed");

        assertThat(reading().get("/air/completeness?city=cp13city&pollutant=CO&format=csv&fields=station_code,period,period_start,period_end,pollutant,"
                + COUNTS + ",gaps,data_status").asString()).isEqualTo("""
                station_code,period,period_start,period_end,pollutant,hours_expected,hours_received,hours_valid,hours_not_monitored,valid_rate,days_valid,gaps_count,longest_gap_hours,gaps,data_status
                cp13,2026-04,2026-04-01,2026-05-01,CO,48,22,21,0,43.8,1,2,26,2026-04-10T08:00:00+08:00/2026-04-10T09:00:00+08:00;2026-04-10T22:00:00+08:00/2026-04-12T00:00:00+08:00,reviewed
                """);
        JsonPath json = get("/air/completeness?city=cp13other&pollutant=CO,PM2.5&month=2026-04");
        assertThat(json.getList("data.pollutant")).containsExactly("CO", "PM2.5");
        assertThat(json.getString("meta.dataset")).isEqualTo("air-completeness");
        assertThat(json.getString("meta.units.valid_rate")).isEqualTo("%");
        assertThat(json.getMap("data[0]")).containsEntry("hours_expected", 48).containsEntry("station_code", "cp13").containsEntry("data_status", "reviewed")
                .containsEntry("gaps", List.of("2026-04-10T08:00:00+08:00/2026-04-10T09:00:00+08:00", "2026-04-10T22:00:00+08:00/2026-04-12T00:00:00+08:00"));
        assertThat(get("/air/completeness?city=cp13other&from=2026-05-01").getList("data")).isEmpty();
        assertThat(reading().get("/air/completeness?pollutant=pm25").statusCode()).isEqualTo(400);
        assertThat(reading().get("/air/completeness/annual?city=cp13city&pollutant=CO&format=csv&fields=longest_gap,period").asString())
                .isEqualTo("longest_gap,period\n2026-04-10T22:00:00+08:00/2026-04-12T00:00:00+08:00,2026\n");
    }
}
