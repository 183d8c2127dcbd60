package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.hour;
import static org.envdisclosure.air.AirService.reading;
import static org.envdisclosure.air.AirService.station;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.time.ChinaTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class NearbyResourceTest {

    // in the open sea, where no other test has a station
    private static final String HERE = "/air/nearby?lat=12.5&lon=150.25";
    private static final Instant NEWEST = Instant.now().truncatedTo(ChronoUnit.HOURS);

    @BeforeEach
    void stations_in_the_open_sea() {
        AirService.take("/air/stations",
                at("nb-here", "12.5", "\"name_en\":\"Here\""), at("nb-near", "12.51", "\"elevation\":3"), at("nb-far", "12.6", "\"elevation\":3"),
                at("nb-farther", "12.7", "\"elevation\":3"), at("nb-silent", "12.505", "\"elevation\":3"), station("nb-nowhere", "nb01", ""),
                at("nb-closed", "12.5", "\"valid_to\":\"2026-01-01\""));
        AirService.take("/air/hourly",
                hour("nb-here", NEWEST, 61), hour("nb-here", NEWEST.minus(Duration.ofHours(2)), 30), hour("nb-here", NEWEST.minus(Duration.ofHours(23)), 20),
                hour("nb-here", NEWEST.minus(Duration.ofHours(24)), 90), hour("nb-near", NEWEST.minus(Duration.ofHours(5)), 10), hour("nb-far", NEWEST, 10),
                hour("nb-farther", NEWEST, 10), hour("nb-silent", NEWEST.minus(Duration.ofHours(30)), 10), hour("nb-nowhere", NEWEST, 10),
                hour("nb-closed", NEWEST, 10));
    }

    private static String at(String code, String latitude, String more) {
        return station(code, "nb01", "\"longitude\":150.25,\"latitude\":" + latitude + "," + more);
    }

    @Test
    void the_nearest_stations_in_force_with_a_recent_row_come_first() {
        JsonPath answer = AirService.get(HERE);

        assertThat(answer.getList("data.station_code")).containsExactly("nb-here", "nb-near", "nb-far");
        assertThat(answer.getList("data.distance_metres", Integer.class)).containsExactly(0, 1112, 11120);
        assertThat(answer.getList("data.stale")).containsExactly(false, true, false);
        assertThat(answer.getMap("data[0]")).containsEntry("name_en", "Here").containsEntry("observed_at", ChinaTime.format(NEWEST))
                .containsEntry("pm25", 61).containsEntry("co", new BigDecimal("0.5")).containsEntry("aqi", 101).containsEntry("aqi_level", 3)
                .containsEntry("category_zh", "轻度污染").containsEntry("category_en", "Light pollution").containsEntry("color", "#FF7E00")
                .containsEntry("primary_pollutants", List.of("PM2.5")).containsEntry("data_status", "realtime");
        assertThat(answer.getInt("data[1].age_minutes")).isBetween(300, 361);
        assertThat(answer.getString("advice.en")).startsWith("Children, teenagers, older people");
        assertThat(answer.getString("advice.zh")).startsWith("青少年儿童、老年人");
        assertThat(answer.getString("meta.notice.en")).isEqualTo("Real-time data, unaudited, for reference only.");
    }

    @Test
    void the_sparkline_has_24_labels_ending_with_the_newest_and_null_for_gaps() {
        JsonPath answer = AirService.get(HERE);

        List<Object> pm25 = new ArrayList<>(Collections.nCopies(24, null));
        pm25.set(0, 20);
        pm25.set(21, 30);
        pm25.set(23, 61);
        assertThat(answer.getList("sparkline.pm25")).isEqualTo(pm25);
        assertThat(answer.getList("sparkline.aqi").get(23)).isEqualTo(101);
        assertThat(answer.getList("sparkline.aqi").get(22)).isNull();
        assertThat(answer.getString("sparkline.station_code")).isEqualTo("nb-here");
        assertThat(answer.getString("sparkline.from")).isEqualTo(ChinaTime.format(NEWEST.minus(Duration.ofHours(23))));
        assertThat(answer.getString("sparkline.to")).isEqualTo(ChinaTime.format(NEWEST));
        assertThat(answer.getString("sparkline.step")).isEqualTo("PT1H");
    }

    @Test
    void a_phone_gets_less_than_4_kilobytes() {
        byte[] body = reading().header("Accept-Encoding", "identity").get(HERE).asByteArray();

        assertThat(body.length).isBetween(1_500, 4_000);
    }

    @Test
    void limit_and_radius_are_kept() {
        assertThat(AirService.get(HERE + "&limit=2&radius=11119").getList("data.station_code")).containsExactly("nb-here", "nb-near");
        assertThat(AirService.get(HERE + "&limit=3&radius=11120").getList("data.station_code")).containsExactly("nb-here", "nb-near", "nb-far");
        assertThat(AirService.get(HERE + "&limit=1").getList("data.station_code")).containsExactly("nb-here");
    }

    @Test
    void a_station_silent_for_a_day_comes_after_those_that_are_not_and_is_stale() {
        JsonPath answer = AirService.get(HERE + "&limit=10&radius=11119");

        assertThat(answer.getList("data.station_code")).containsExactly("nb-here", "nb-near", "nb-silent");
        assertThat(answer.getList("data.distance_metres", Integer.class)).containsExactly(0, 1112, 556);
        assertThat(answer.getList("data.stale")).containsExactly(false, true, true);
    }

    @Test
    void where_there_is_nothing_the_list_is_empty() {
        JsonPath answer = AirService.get("/air/nearby?lat=-55.5&lon=-130.5");

        assertThat(answer.getList("data")).isEmpty();
        assertThat(answer.getMap("")).containsEntry("sparkline", null).containsEntry("advice", null);
        assertThat(answer.getMap("meta")).containsEntry("notice", null);
    }

    @Test
    void the_validator_holds_within_a_minute_until_a_row_comes() {
        assertThat(conditional().statusCode()).isEqualTo(304);
        String before = reading().get(HERE).header("ETag");

        AirService.take("/air/hourly", hour("nb-far", NEWEST.minus(Duration.ofHours(1)), (int) (System.nanoTime() % 1000)));

        assertThat(reading().header("If-None-Match", before).get(HERE).statusCode()).isEqualTo(200);
    }

    /** Once more when the minute turned between the two requests. */
    private static Response conditional() {
        Response second = reading().header("If-None-Match", reading().get(HERE).header("ETag")).get(HERE);
        return second.statusCode() == 304 ? second : reading().header("If-None-Match", reading().get(HERE).header("ETag")).get(HERE);
    }

    @Test
    void head_answers_without_a_body() {
        Response head = reading().head(HERE);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("Cache-Control")).isEqualTo("public, max-age=30");
        assertThat(head.asByteArray()).isEmpty();
    }

    @ParameterizedTest(name = "{0} is refused for {1}")
    @CsvSource({
        "lon=1, lat", "lat=1, lon", "lat=91&lon=1, lat", "lat=1&lon=-180.5, lon", "lat=NaN&lon=1, lat", "lat=1e1&lon=1, lat",
        "lat=1&lon=1&limit=0, limit", "lat=1&lon=1&limit=11, limit", "lat=1&lon=1&limit=2.5, limit", "lat=1&lon=1&radius=0, radius",
        "lat=1&lon=1&radius=500001, radius", "lat=1&lon=1&near=3, near", "lat=1&lat=2&lon=1, lat", "lat=&lon=1, lat", "lat=1;drop&lon=1, lat"})
    void a_wrong_parameter_is_named(String query, String parameter) {
        Response refused = reading().get("/air/nearby?" + query);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(refused.jsonPath().getString("errors[0].parameter")).isEqualTo(parameter);
    }

    @Test
    void only_json_is_spoken() {
        assertThat(reading().header("Accept", "text/csv").get(HERE).statusCode()).isEqualTo(406);
        assertThat(reading().get(HERE + "&format=csv").statusCode()).isEqualTo(400);
    }
}
