package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.reading;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class CalculatorResourceTest {

    @ParameterizedTest(name = "{0} -> AQI {1} by {2}   ({3})")
    @CsvSource({
        "pm25=75&at=2026-02-28,                         100, HJ 633-2012, the second-class limit of that day",
        "pm25=75&at=2026-05-01,                         114, HJ 633-2026, not given is not asked: PM2.5 alone",
        "pm25=75&at=2026-03-01,                         114, HJ 633-2026, a date is the day and its hours 01:00 to 24:00",
        "pm25=75&at=2026-03-01T00:00:00%2B08:00,        100, HJ 633-2012, the hour that ends at midnight is of the day before",
        "pm25=75&at=2026-03-01T00:00:00+08:00,          100, HJ 633-2012, an unencoded plus is understood",
        "pm25=75&at=2026-03-01T01:00:00%2B08:00,        114, HJ 633-2026, the first hour of the new edition",
        "pm25=75&averaging=24h&at=2026-02-28,           100, HJ 633-2012, a day by its date",
        "co=2.2&averaging=24h&at=2026-05-01,             55, HJ 633-2026, in decimal: binary floating point gives 56",
        "o3=161&at=2026-05-01,                           52, HJ 633-2026, 1-hour column",
        "o3=161&averaging=24h&at=2026-05-01,            101, HJ 633-2026, the day's highest 8-hour mean",
        "so2=801&at=2026-05-01,                         200, HJ 633-2026, fixed above the column",
        "pm10=121&pm25=35&at=2026-05-01,                101, HJ 633-2026, the greatest of the two",
        "pm25=0&at=2026-05-01,                            1, HJ 633-2026, the range begins at 1"})
    void the_index_by_the_edition_in_force(String query, int aqi, String edition, String why) {
        JsonPath data = AirService.get("/air/aqi?" + query);

        assertThat(data.getInt("data.aqi")).isEqualTo(aqi);
        assertThat(data.getString("data.aqi_standard")).isEqualTo(edition);
    }

    @Test
    void an_answer_says_everything_about_its_index() {
        JsonPath answer = AirService.get("/air/aqi?pm25=115.5&o3=200.4&co=0.65&at=2026-05-01T08:00:00%2B08:00");

        assertThat(answer.getMap("data")).containsEntry("at", "2026-05-01T08:00:00+08:00").containsEntry("averaging", "1h")
                .containsEntry("pm25", 116).containsEntry("o3", 200).containsEntry("co", new BigDecimal("0.6")).containsEntry("no2", null)
                .containsEntry("iaqi_pm25", 152).containsEntry("iaqi_o3", 100).containsEntry("iaqi_co", 6).containsEntry("iaqi_no2", null)
                .containsEntry("aqi", 152).containsEntry("aqi_level", 4).containsEntry("category_zh", "中度污染").containsEntry("color", "#FF0000")
                .containsEntry("primary_pollutants", List.of("PM2.5")).containsEntry("aqi_na_reason", null).containsEntry("beyond_index", false)
                .containsEntry("sensitive_groups_zh", List.of("心血管或呼吸系统疾病者", "青少年儿童", "户外活动频繁者", "老年人"));
        assertThat(answer.getString("data.effect_en")).startsWith("Symptoms of sensitive people get worse");
        assertThat(answer.getString("data.advice_zh")).startsWith("青少年儿童、老年人及心血管系统疾病");
        assertThat(answer.getString("meta.units.co")).isEqualTo("mg/m³");
    }

    @Test
    void by_the_old_edition_nothing_is_rounded_and_no_groups_are_named() {
        JsonPath answer = AirService.get("/air/aqi?pm25=115.5&co=0.65&at=2025-05-01");

        assertThat(answer.getMap("data")).containsEntry("pm25", new BigDecimal("115.5")).containsEntry("co", new BigDecimal("0.65"))
                .containsEntry("aqi", 151).containsEntry("sensitive_groups_en", List.of());
    }

    @Test
    void above_the_last_breakpoint_the_index_is_capped_and_says_so() {
        assertThat(AirService.get("/air/aqi?pm25=501&at=2026-05-01").getMap("data"))
                .containsEntry("aqi", 500).containsEntry("aqi_level", 6).containsEntry("beyond_index", true);
        assertThat(AirService.get("/air/aqi?pm25=500&at=2026-05-01").getMap("data"))
                .containsEntry("aqi", 500).containsEntry("beyond_index", false);
    }

    @Test
    void strictly_asked_what_is_not_given_is_missing() {
        assertThat(AirService.get("/air/aqi?pm25=50&strict=true&at=2026-05-01").getMap("data"))
                .containsEntry("aqi", null).containsEntry("aqi_level", null).containsEntry("primary_pollutants", null).containsEntry("iaqi_pm25", 80)
                .containsEntry("aqi_na_reason", "missing_pollutants(PM10 SO2 NO2 O3 CO)").containsEntry("category_en", null);
        assertThat(AirService.get("/air/aqi?pm25=61&strict=true&at=2026-05-01").getInt("data.aqi")).isEqualTo(101);
    }

    @Test
    void a_concentration_above_a_column_that_ends_early_has_no_index_by_the_old_edition() {
        assertThat(AirService.get("/air/aqi?so2=801&at=2025-05-01").getMap("data"))
                .containsEntry("aqi", null).containsEntry("aqi_na_reason", "no_iaqi(SO2)").containsEntry("without_index", List.of("SO2"));
    }

    @ParameterizedTest(name = "{0} is refused for {1}")
    @CsvSource({
        "averaging=1h, pm25", "pm25=-1, pm25", "pm10=NaN, pm10", "o3=1e3, o3", "co=1234567890, co", "no2=0.1234567890123, no2", "so2=1000000, so2",
        "pm25=1&at=yesterday, at", "pm25=1&at=2026-02-30, at", "pm25=1&at=2026-05-01T08:00:00, at", "pm25=1&averaging=8h, averaging",
        "pm25=1&strict=yes, strict", "pm25=1&pm1=2, pm1", "pm25=1&pm25=2, pm25", "pm25=, pm25"})
    void a_wrong_parameter_is_named(String query, String parameter) {
        Response refused = reading().get("/air/aqi?" + query);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("errors[0].parameter")).isEqualTo(parameter);
    }

    @Test
    void an_answer_for_a_given_time_is_kept_long_and_one_for_now_is_not() {
        Response given = reading().get("/air/aqi?pm25=75&at=2026-05-01");
        assertThat(given.header("Cache-Control")).isEqualTo("public, max-age=604800");
        assertThat(reading().header("If-None-Match", given.header("ETag")).get("/air/aqi?pm25=75&at=2026-05-01").statusCode()).isEqualTo(304);
        assertThat(reading().header("If-None-Match", given.header("ETag")).get("/air/aqi?pm25=76&at=2026-05-01").statusCode()).isEqualTo(200);
        assertThat(reading().get("/air/aqi?pm25=75").header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(reading().get("/air/aqi?pm25=75").jsonPath().getString("data.aqi_standard")).isEqualTo("HJ 633-2026");
    }
}
