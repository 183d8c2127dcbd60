package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.envdisclosure.air.AirService.station;
import static org.envdisclosure.air.AirService.take;
import static org.envdisclosure.air.HourFile.Air.AT_THE_LIMIT;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** Days, months, quarters, years and rankings over HTTP, with numbers worked out by hand. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class PeriodsTest {

    private static final String OF_2012 = "GB 3095-2012";
    private static final String TRANSITIONAL = "GB 3095-2026 (transitional)";

    private static void cityOf(String city, String... stations) {
        take("/air/stations", List.of(stations).stream().map(code -> station(code, city, "")).toList());
    }

    private static Map<String, Object> only(String path) {
        JsonPath found = AirService.get(path);
        assertThat(found.getList("data")).as(path).hasSize(1);
        return found.getMap("data[0]");
    }

    /** The named cells of the only row, joined by a blank. */
    private static String cells(String path, String... columns) {
        Map<String, Object> row = only(path);
        return Arrays.stream(columns).map(column -> text(row.get(column))).collect(Collectors.joining(" "));
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    @Test
    void a_day_is_judged_by_the_edition_in_force_and_in_2012_by_the_hour_of_ozone_too() {
        cityOf("pe01", "pe01-a");
        HourFile file = new HourFile();
        for (LocalDate day : List.of(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 1))) {
            for (int label = 1; label <= 24; label++) {
                file.hour("pe01-a", day, label, AT_THE_LIMIT.pm25("60").o3(label == 15 ? "210" : "30"));
            }
        }
        file.sent();

        String[] columns = {"o3_8h_max", "o3_1h_max", "iaqi_pm25", "iaqi_o3", "aqi", "primary_pollutants", "aqi_standard"};
        // (7 * 30 + 210) / 8 = 52.5, half to even; PM2.5 60: 81.25 rounds up; O3 1 h 210: 105
        assertThat(cells("/air/daily?station=pe01-a&date=2026-02-28", columns)).isEqualTo("52 210 82 105 105 [O3] HJ 633-2012");
        assertThat(cells("/air/daily?station=pe01-a&date=2026-03-01", columns)).isEqualTo("52 210 100 26 100 [PM2.5] HJ 633-2026");
        assertThat(cells("/air/cities/daily?city=pe01&date=2026-02-28", columns)).isEqualTo("52 210 82 105 105 [O3] HJ 633-2012");
        assertThat(cells("/air/cities/daily?city=pe01&date=2026-03-01", columns)).isEqualTo("52 210 100 26 100 [PM2.5] HJ 633-2026");
    }

    @Test
    void a_station_that_moves_counts_for_the_city_of_the_day() {
        LocalDate day = LocalDate.of(2026, 6, 20);
        take("/air/stations", station("pe02-stays", "pe02", ""), station("pe02-moves", "pe02", ""));
        take("/air/stations", station("pe02-moves", "pe03", "").replace("2020-01-01", "2026-06-21"));
        new HourFile().days("pe02-stays", day, 2, AT_THE_LIMIT.pm25("20")).days("pe02-moves", day, 2, AT_THE_LIMIT.pm25("33")).sent();

        // 26.5, half to even
        assertThat(cells("/air/cities/daily?city=pe02&date=2026-06-20", "pm25", "stations_used", "stations_expected")).isEqualTo("26 2 2");
        assertThat(cells("/air/cities/daily?city=pe02&date=2026-06-21", "pm25", "stations_used", "stations_expected")).isEqualTo("20 1 1");
        assertThat(cells("/air/cities/daily?city=pe03&date=2026-06-21", "pm25", "stations_used", "stations_expected")).isEqualTo("33 1 1");
        assertThat(AirService.get("/air/cities/daily?city=pe03&date=2026-06-20").getList("data")).isEmpty();
        assertThat(AirService.get("/air/daily?city=pe02&from=2026-06-20&to=2026-06-22&fields=station_code,date").getList("data")).hasSize(3);
    }

    @Test
    void a_month_of_26_days_has_no_index_and_one_of_27_has() {
        cityOf("pe04", "pe04-a");
        LocalDate april = LocalDate.of(2026, 4, 1);
        new HourFile().days("pe04-a", april, 26, AT_THE_LIMIT).sent();
        String[] columns = {"days", "valid_days_pm25", "valid", "pm25", "composite_index", "good_days_share"};
        assertThat(cells("/air/cities/monthly?city=pe04&month=2026-04", columns)).isEqualTo("30 26 false 30 null 100.0");
        assertThat(only("/air/cities/monthly?city=pe04&month=2026-04").get("flags")).asInstanceOf(LIST)
                .containsExactlyInAnyOrder("pm25:insufficient", "pm10:insufficient", "so2:insufficient", "no2:insufficient", "co_p95:insufficient",
                        "o3_8h_p90:insufficient");
        assertThat(AirService.get("/air/cities/rankings?month=2026-04&city=pe04").getList("data")).isEmpty();

        new HourFile().day("pe04-a", april.plusDays(29), AT_THE_LIMIT).sent();

        // 30/30 + 60/60 + 6/60 + 20/40 + 0.8/4 + 80/160
        assertThat(cells("/air/cities/monthly?city=pe04&month=2026-04", columns)).isEqualTo("30 27 true 30 3.30 100.0");
        assertThat(cells("/air/monthly?station=pe04-a&month=2026-04", columns)).isEqualTo("30 27 true 30 3.30 100.0");
        // AQI 58, from PM10
        assertThat(cells("/air/cities/monthly?city=pe04&month=2026-04", "days_valid", "days_level_1", "days_level_2", "days_primary_pm10", "days_primary_pm25",
                "main_pollutants", "assessment_standard", "other_standard")).isEqualTo("27 0 27 27 0 [PM2.5, PM10] " + TRANSITIONAL + " null");
    }

    @Test
    void february_needs_25_days_in_a_leap_year_too() {
        cityOf("pe05", "pe05-a");
        LocalDate february = LocalDate.of(2024, 2, 1);
        new HourFile().days("pe05-a", february, 24, AT_THE_LIMIT.pm25("35").pm10("70")).sent();
        assertThat(cells("/air/monthly?station=pe05-a&month=2024-02", "days", "valid", "composite_index")).isEqualTo("29 false null");

        new HourFile().day("pe05-a", february.plusDays(28), AT_THE_LIMIT.pm25("35").pm10("70")).sent();

        // 35/35 + 70/70 + 6/60 + 20/40 + 0.8/4 + 80/160
        assertThat(cells("/air/monthly?station=pe05-a&month=2024-02", "days", "valid", "composite_index", "assessment_standard"))
                .isEqualTo("29 true 3.30 " + OF_2012);
    }

    @Test
    void equal_indices_share_a_rank_and_the_next_is_skipped() {
        LocalDate july = LocalDate.of(2021, 7, 1);
        HourFile file = new HourFile();
        for (String city : List.of("pe06", "pe07", "pe08")) {
            cityOf(city, city + "-a");
            file.days(city + "-a", july, 27, city.equals("pe06") ? AT_THE_LIMIT.pm25("70") : AT_THE_LIMIT);
        }
        file.sent();

        JsonPath ranking = AirService.get("/air/cities/rankings?month=2021-07");

        assertThat(ranking.getList("data.city_code")).containsExactly("pe07", "pe08", "pe06");
        assertThat(ranking.getList("data.rank")).containsExactly(1, 1, 3);
        assertThat(ranking.getList("data.tied")).containsExactly(true, true, false);
        // 30/35 = 0.86 and 60/70 = 0.86 with the others' 1.30; 70/35 = 2.00
        assertThat(ranking.getList("data.composite_index").stream().map(PeriodsTest::text)).containsExactly("3.02", "3.02", "4.16");
        assertThat(ranking.getList("data.month")).containsOnly("2021-07");
        assertThat(only("/air/cities/rankings?month=2021-07&city=pe06")).containsEntry("rank", 3);
    }

    @Test
    void one_city_that_changes_moves_the_others_in_the_ranking_and_the_past_one_stays_readable() {
        LocalDate june = LocalDate.of(2021, 6, 1);
        cityOf("pe09", "pe09-a");
        cityOf("pe10", "pe10-a");
        new HourFile().days("pe09-a", june, 27, AT_THE_LIMIT).days("pe10-a", june, 27, AT_THE_LIMIT.pm25("70")).sent();
        JsonPath first = AirService.get("/air/cities/rankings?month=2021-06");
        assertThat(first.getList("data.city_code")).containsExactly("pe09", "pe10");

        new HourFile().days("pe09-a", june, 27, AT_THE_LIMIT.pm25("140")).sent();

        assertThat(AirService.get("/air/cities/rankings?month=2021-06").getList("data.city_code")).containsExactly("pe10", "pe09");
        assertThat(AirService.get("/air/cities/rankings?month=2021-06&as_of=revision:" + first.getLong("meta.revision")).getList("data.city_code"))
                .containsExactly("pe09", "pe10");
        assertThat(AirService.get("/air/cities/rankings?month=2021-06&updated_since=" + first.getString("meta.as_of").replace("+", "%2B")).getList("data.city_code"))
                .containsExactly("pe10", "pe09");
    }

    @Test
    void a_quarter_and_a_year_that_cross_two_standards_show_both() {
        cityOf("pe11", "pe11-a");
        HourFile file = new HourFile();
        for (int month = 1; month <= 3; month++) {
            file.days("pe11-a", LocalDate.of(2026, month, 1), 27, AT_THE_LIMIT);
        }
        file.sent();

        String[] columns = {"period", "assessment_standard", "composite_index", "other_standard", "composite_index_other_standard"};
        assertThat(cells("/air/cities/monthly?city=pe11&month=2026-02", columns)).isEqualTo("2026-02 " + OF_2012 + " 3.02 null null");
        assertThat(cells("/air/cities/monthly?city=pe11&month=2026-03", columns)).isEqualTo("2026-03 " + TRANSITIONAL + " 3.30 null null");
        assertThat(cells("/air/cities/quarterly?city=pe11&from=2026-01-01&to=2026-04-01", columns))
                .isEqualTo("2026-Q1 " + TRANSITIONAL + " 3.30 " + OF_2012 + " 3.02");
        assertThat(cells("/air/cities/annual?city=pe11&date=2026-01-01", columns)).isEqualTo("2026 " + TRANSITIONAL + " null " + OF_2012 + " null");
        assertThat(cells("/air/cities/annual?city=pe11&date=2026-01-01", "valid", "attains", "days", "valid_days_co", "days_level_2"))
                .isEqualTo("false null 365 81 81");
    }

    @Test
    void a_year_is_judged_by_mean_and_percentile_and_held_against_the_year_before() {
        cityOf("pe12", "pe12-a");
        new HourFile().days("pe12-a", LocalDate.of(2024, 1, 1), 366, AT_THE_LIMIT.pm25("40")).days("pe12-a", LocalDate.of(2025, 1, 1), 365, AT_THE_LIMIT).sent();

        String[] columns = {"period", "days", "valid", "attains", "exceeding", "composite_index", "composite_index_last_year", "composite_index_change", "pm25_change"};
        // 40/35 = 1.14, over by 0.142857; (3.02 - 3.30) / 3.30; (30 - 40) / 40
        assertThat(cells("/air/cities/annual?city=pe12&date=2024-01-01", columns)).isEqualTo("2024 366 true false [pm25(0.14)] 3.30 null null null");
        assertThat(cells("/air/cities/annual?city=pe12&date=2025-01-01", columns)).isEqualTo("2025 365 true true [] 3.02 3.30 -8.5 -25.0");
        assertThat(cells("/air/annual?station=pe12-a&date=2025-01-01", columns)).isEqualTo("2025 365 true true [] 3.02 3.30 -8.5 -25.0");
    }

    @Test
    void a_comparison_with_last_year_takes_one_standard_and_edition_and_says_the_own_one_beside_it() {
        cityOf("pe13", "pe13-a");
        new HourFile().days("pe13-a", LocalDate.of(2025, 3, 1), 27, AT_THE_LIMIT.pm25("70")).days("pe13-a", LocalDate.of(2026, 3, 1), 27, AT_THE_LIMIT.pm25("70")).sent();

        // 70/30 = 2.33 and 60/60 = 1.00 by the one, 70/35 = 2.00 and 60/70 = 0.86 by the other
        assertThat(cells("/air/cities/monthly?city=pe13&month=2026-03", "comparison_standard", "composite_index_comparison",
                "composite_index_comparison_last_year", "composite_index_last_year", "composite_index_change"))
                .isEqualTo(TRANSITIONAL + " 4.63 4.63 4.16 0.0");
        // PM2.5 70 is an index of 94 by HJ 633-2012 and of 110 by HJ 633-2026
        assertThat(cells("/air/cities/monthly?city=pe13&month=2026-03", "good_days_share", "good_days_share_comparison",
                "good_days_share_comparison_last_year", "good_days_share_last_year", "good_days_share_change")).isEqualTo("0.0 0.0 0.0 100.0 0.0");
        assertThat(cells("/air/cities/monthly?city=pe13&month=2025-03", "good_days_share", "composite_index")).isEqualTo("100.0 4.16");
    }

    @Test
    void gases_are_compared_at_one_state_and_shown_as_measured() {
        take("/air/stations", station("pe14-a", "pe14", "").replace("2020-01-01", "2013-01-01"));
        new HourFile().days("pe14-a", LocalDate.of(2017, 9, 1), 27, AT_THE_LIMIT.no2("40")).days("pe14-a", LocalDate.of(2018, 9, 1), 27, AT_THE_LIMIT.no2("40")).sent();

        assertThat(cells("/air/cities/monthly?city=pe14&month=2017-09", "no2", "gas_state")).isEqualTo("40 273 K");
        // 40 * 273 / 298.15 = 36.6; (40 - 37) / 37. Ozone 73.25: (80 - 73) / 73. Particles stay
        assertThat(cells("/air/cities/monthly?city=pe14&month=2018-09", "no2", "gas_state", "no2_change", "o3_8h_p90_change", "pm25_change"))
                .isEqualTo("40 298.15 K 8.1 9.6 0.0");
    }

    @Test
    void good_days_are_compared_at_one_state_of_the_gases() {
        take("/air/stations", station("pe16-a", "pe16", "").replace("2020-01-01", "2013-01-01"));
        new HourFile().days("pe16-a", LocalDate.of(2017, 10, 1), 27, AT_THE_LIMIT.o3("165")).days("pe16-a", LocalDate.of(2018, 10, 1), 27, AT_THE_LIMIT).sent();

        // 165 at 273 K is more than 160; at 298.15 K the same air has 151
        assertThat(cells("/air/cities/monthly?city=pe16&month=2017-10", "good_days_share", "gas_state")).isEqualTo("0.0 273 K");
        assertThat(cells("/air/cities/monthly?city=pe16&month=2018-10", "good_days_share", "good_days_share_last_year", "good_days_share_comparison_last_year",
                "good_days_share_change", "gas_state_comparison")).isEqualTo("100.0 0.0 100.0 0.0 298.15 K");
    }

    @Test
    void a_month_that_is_not_over_has_no_change_of_good_days() {
        cityOf("pe17", "pe17-a");
        new HourFile().days("pe17-a", LocalDate.of(2025, 4, 1), 30, AT_THE_LIMIT).days("pe17-a", LocalDate.of(2026, 4, 1), 26, AT_THE_LIMIT.pm25("200")).sent();

        assertThat(cells("/air/cities/monthly?city=pe17&month=2026-04", "good_days_share_comparison", "good_days_share_comparison_last_year", "good_days_share_change"))
                .isEqualTo("0.0 100.0 null");
    }

    @Test
    void quarters_and_years_are_found_by_name_and_stations_by_their_city() {
        cityOf("pe18", "pe18-a");
        new HourFile().days("pe18-a", LocalDate.of(2022, 4, 1), 2, AT_THE_LIMIT).days("pe18-a", LocalDate.of(2023, 4, 1), 2, AT_THE_LIMIT).sent();

        assertThat(cells("/air/cities/quarterly?city=pe18&quarter=2022-Q2", "period", "days", "attains", "other_standard", "aqi_standards"))
                .isEqualTo("2022-Q2 91 null null HJ 633-2012");
        assertThat(AirService.get("/air/cities/annual?city=pe18&year=2022,2023").getList("data.period")).containsExactly("2022", "2023");
        assertThat(cells("/air/annual?city=pe18&year=2023", "station_code", "period")).isEqualTo("pe18-a 2023");
        assertThat(cells("/air/monthly?city=pe18&month=2022-04", "station_code", "valid_days_pm25")).isEqualTo("pe18-a 2");
    }

    @Test
    void exceptional_days_are_left_out_in_columns_of_their_own() {
        cityOf("pe15", "pe15-a");
        LocalDate may = LocalDate.of(2026, 5, 1);
        new HourFile().days("pe15-a", may, 27, AT_THE_LIMIT)
                .days("pe15-a", may.plusDays(27), 3, AT_THE_LIMIT.pm10("600").flags("pm10:exceptional_event")).sent();

        assertThat(only("/air/daily?station=pe15-a&date=2026-05-28").get("flags")).isEqualTo(List.of("pm10:exceptional_event"));
        // (27 * 60 + 3 * 600) / 30 = 114; 114/60 = 1.90
        assertThat(cells("/air/cities/monthly?city=pe15&month=2026-05", "pm10", "pm10_excluding_exceptional", "days_exceptional", "good_days_share",
                "good_days_share_excluding_exceptional", "composite_index", "composite_index_excluding_exceptional"))
                .isEqualTo("114 60 3 90.0 100.0 4.20 3.30");
        assertThat(cells("/air/cities/rankings?city=pe15&month=2026-05", "composite_index", "composite_index_excluding_exceptional")).isEqualTo("4.20 3.30");
    }
}
