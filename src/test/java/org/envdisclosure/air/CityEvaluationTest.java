package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.get;
import static org.envdisclosure.air.AirService.station;
import static org.envdisclosure.air.AirService.take;
import static org.envdisclosure.air.AirService.writing;
import static org.envdisclosure.air.HourFile.Air.AT_THE_LIMIT;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The day of a city as its readers meet it: which stations count for it, and how many of them it needs. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class CityEvaluationTest {

    private static final LocalDate TENTH = LocalDate.of(2026, 6, 10);

    private static JsonPath cityDay(String city) {
        return get("/air/cities/daily?city=" + city + "&date=" + TENTH);
    }

    private static void nineteenHours(HourFile file, String station) {
        for (int label = 1; label <= 24; label++) {
            file.hour(station, TENTH, label, label <= 19 ? AT_THE_LIMIT : AT_THE_LIMIT.pm25("NA"));
        }
    }

    @Test
    void unless_it_is_said_a_city_is_judged_by_its_urban_stations_and_those_of_unknown_kind() {
        take("/air/stations", station("ce01-none", "ce01", ""), station("ce01-urban", "ce01", "\"site_type\":\"urban\""),
                station("ce01-regional", "ce01", "\"site_type\":\"regional\""), station("ce01-background", "ce01", "\"site_type\":\"background\""),
                station("ce01-source", "ce01", "\"site_type\":\"source_impact\""), station("ce01-traffic", "ce01", "\"site_type\":\"traffic\""));
        new HourFile().day("ce01-none", TENTH, AT_THE_LIMIT).day("ce01-urban", TENTH, AT_THE_LIMIT.pm25("40"))
                .day("ce01-regional", TENTH, AT_THE_LIMIT.pm25("200")).day("ce01-background", TENTH, AT_THE_LIMIT.pm25("200"))
                .day("ce01-source", TENTH, AT_THE_LIMIT.pm25("200")).day("ce01-traffic", TENTH, AT_THE_LIMIT.pm25("200")).sent();

        JsonPath day = cityDay("ce01");

        assertThat(day.getMap("data[0]")).containsEntry("pm25", 35).containsEntry("pm10", 60).containsEntry("co", new BigDecimal("0.8")).containsEntry("o3_8h_max", 80)
                .containsEntry("aqi", 58).containsEntry("primary_pollutants", List.of("PM10")).containsEntry("aqi_na_reason", null)
                .containsEntry("stations_used", 2).containsEntry("stations_expected", 2).containsEntry("complete", true).containsEntry("valid_hours", 24);
        assertThat(get("/air/cities/hourly?city=ce01").getInt("data[0].stations_expected")).isEqualTo(2);
        assertThat(get("/air/stations?station=ce01-traffic").getBoolean("data[0].in_city_evaluation")).isFalse();
        assertThat(get("/air/stations?station=ce01-urban").getBoolean("data[0].in_city_evaluation")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"regional", "background", "source_impact", "traffic"})
    void a_station_of_any_kind_counts_when_it_is_said(String kind) {
        String code = "ce02-" + kind;
        take("/air/stations", station(code, code, "\"site_type\":\"%s\",\"in_city_evaluation\":true".formatted(kind)));
        new HourFile().day(code, TENTH, AT_THE_LIMIT).sent();

        assertThat(cityDay(code).getMap("data[0]")).containsEntry("aqi", 58).containsEntry("stations_expected", 1);
        // another entry that says nothing of it is another statement: the kind decides
        assertThat(writing().contentType("application/json").body(station(code, code, "\"site_type\":\"%s\"".formatted(kind))).put("/air/stations/" + code)
                .jsonPath().getBoolean("data.in_city_evaluation")).isFalse();
    }

    @Test
    void below_the_share_of_stations_a_pollutant_has_no_value_and_the_day_no_index_and_it_says_why() {
        take("/air/stations", station("ce03-a", "ce03", ""), station("ce03-b", "ce03", ""), station("ce03-c", "ce03", ""), station("ce03-d", "ce03", ""));
        HourFile file = new HourFile().day("ce03-a", TENTH, AT_THE_LIMIT).day("ce03-b", TENTH, AT_THE_LIMIT);
        nineteenHours(file, "ce03-c");
        nineteenHours(file, "ce03-d");
        file.sent();

        JsonPath two = cityDay("ce03");
        assertThat(two.getMap("data[0]")).containsEntry("pm25", null).containsEntry("pm10", 60).containsEntry("aqi", null).containsEntry("aqi_level", null)
                .containsEntry("primary_pollutants", null).containsEntry("aqi_na_reason", "missing_pollutants(PM2.5)").containsEntry("flags", List.of("pm25:insufficient"))
                .containsEntry("iaqi_pm10", 58).containsEntry("stations_used", 4).containsEntry("stations_expected", 4).containsEntry("complete", false);

        // three of four are the share
        new HourFile().hour("ce03-c", TENTH, 20, AT_THE_LIMIT.pm25("68")).sent();

        // (30 + 30 + (19 * 30 + 68) / 20) / 3 = 30.63
        assertThat(cityDay("ce03").getMap("data[0]")).containsEntry("pm25", 31).containsEntry("aqi", 58).containsEntry("aqi_na_reason", null)
                .containsEntry("complete", true);
    }
}
