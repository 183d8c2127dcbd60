package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.reading;
import static org.envdisclosure.air.AirService.station;
import static org.envdisclosure.air.AirService.take;
import static org.envdisclosure.air.AirService.writing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class StationPutTest {

    static Response put(String code, String body) {
        return writing().contentType("application/json").body(body).put("/air/stations/" + code);
    }

    @Test
    void an_unknown_station_is_created() throws Exception {
        Response created = put("pt-new", """
                {"name":"新站","city_name":"宜昌市","longitude":111.2900,"latitude":30.69,"measured_pollutants":["PM2.5","O3"],"valid_from":"2024-05-01"}""");

        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith("/api/v1/air/stations/pt-new");
        Response found = reading().get("/air/stations/pt-new");
        assertThat(found.header("ETag")).isEqualTo(created.header("ETag")).matches("\"r\\d+-2024-05-01\"");
        assertThat(found.asString()).contains("\"longitude\":111.2900,\"latitude\":30.69,");
        assertThat(AirService.json(found).getMap("data")).containsEntry("name", "新站").containsEntry("city_code", "420500")
                .containsEntry("in_city_evaluation", true).containsEntry("measured_pollutants", List.of("PM2.5", "O3")).containsEntry("valid_to", null)
                .isEqualTo(AirService.json(created).getMap("data"));
        String receipt = AirService.stored("""
                SELECT b.layout || ' ' || b.key_name || ' ' || b.inserted || ' ' || (b.revision = s.revision)
                  FROM ingest_batch b JOIN air_stations s USING (batch_id) WHERE s.station_code = ?""", "pt-new");
        assertThat(receipt).isEqualTo("manual ENVD_ADMIN_KEY 1 true");
    }

    @Test
    void an_equal_entry_changes_nothing_and_an_other_one_corrects_the_newest_version() {
        put("pt-equal", "{\"name\":\"a\",\"longitude\":110.0,\"valid_from\":\"2024-05-01\"}");
        String first = reading().get("/air/stations/pt-equal").header("ETag");

        Response equal = put("pt-equal", "{\"name\":\"a\",\"longitude\":110}");
        assertThat(equal.statusCode()).isEqualTo(200);
        assertThat(equal.header("ETag")).isEqualTo(first);
        assertThat(reading().header("If-None-Match", first).get("/air/stations/pt-equal").statusCode()).isEqualTo(304);

        Response corrected = put("pt-equal", "{\"name\":\"b\",\"longitude\":110}");
        assertThat(corrected.statusCode()).isEqualTo(200);
        assertThat(corrected.header("ETag")).isNotEqualTo(first);
        assertThat(reading().header("If-None-Match", first).get("/air/stations/pt-equal").statusCode()).isEqualTo(200);
        assertThat(AirService.get("/air/stations/pt-equal/history").getList("data.name")).containsExactly("b");
        String before = first.replaceAll("\"r(\\d+)-.*", "$1");
        assertThat(AirService.get("/air/stations/pt-equal/history?as_of=revision:" + before).getList("data.name")).containsExactly("a");
    }

    @Test
    void a_new_first_day_is_a_new_version_and_the_earlier_one_ends_there() {
        put("pt-version", "{\"name\":\"old\",\"valid_from\":\"2020-01-01\"}");
        put("pt-version", "{\"name\":\"new\",\"valid_from\":\"2026-03-01\"}");

        assertThat(put("pt-version", "{\"name\":\"between\",\"valid_from\":\"2023-01-01\"}").statusCode()).isEqualTo(200);

        JsonPath history = AirService.get("/air/stations/pt-version/history");
        assertThat(history.getList("data.name")).containsExactly("old", "between", "new");
        assertThat(history.getList("data.valid_from")).containsExactly("2020-01-01", "2023-01-01", "2026-03-01");
        assertThat(history.getList("data.valid_to")).isEqualTo(Arrays.asList("2023-01-01", "2026-03-01", null));
        assertThat(AirService.get("/air/stations?station=pt-version&at=2024-01-01").getList("data.name")).containsExactly("between");
        assertThat(AirService.get("/air/stations/pt-version").getString("data.name")).isEqualTo("new");
    }

    @Test
    void a_version_that_has_not_begun_is_not_yet_the_station_but_changes_its_state() {
        put("pt-future", "{\"name\":\"now\",\"valid_from\":\"2020-01-01\"}");
        String tag = reading().get("/air/stations/pt-future").header("ETag");

        put("pt-future", "{\"name\":\"later\",\"valid_from\":\"2099-01-01\"}");

        assertThat(AirService.get("/air/stations/pt-future").getMap("data")).containsEntry("name", "now").containsEntry("valid_to", "2099-01-01");
        assertThat(writing().contentType("application/json").header("If-Match", tag).body("{\"name\":\"x\"}").put("/air/stations/pt-future").statusCode())
                .isEqualTo(412);
    }

    @Test
    void conditions_are_held_against_the_present_state() {
        assertThat(conditional("If-Match", "\"r1-2020-01-01\"", "pt-cond", "a")).isEqualTo(412);
        assertThat(conditional("If-None-Match", "*", "pt-cond", "a")).isEqualTo(201);
        assertThat(conditional("If-None-Match", "*", "pt-cond", "b")).isEqualTo(412);
        String tag = reading().get("/air/stations/pt-cond").header("ETag");
        String variant = reading().get("/air/stations/pt-cond?fields=name").header("ETag");
        assertThat(variant).isNotEqualTo(tag).startsWith(tag.substring(0, tag.length() - 1) + "-");
        assertThat(conditional("If-Match", "W/" + tag, "pt-cond", "b")).isEqualTo(412);
        assertThat(conditional("If-Match", "\"other\", " + variant, "pt-cond", "b")).isEqualTo(200);
        assertThat(conditional("If-Match", tag, "pt-cond", "c")).isEqualTo(412);
        assertThat(conditional("If-Match", "*", "pt-cond", "c")).isEqualTo(200);
        assertThat(AirService.get("/air/stations/pt-cond").getString("data.name")).isEqualTo("c");
    }

    private static int conditional(String header, String value, String code, String name) {
        return writing().contentType("application/json").header(header, value).body("{\"name\":\"" + name + "\"}").put("/air/stations/" + code).statusCode();
    }

    @ParameterizedTest(name = "{1} at {0}")
    @CsvSource(delimiter = '|', value = {
        "/name|{}", "/name|{\"name\":\"\"}", "/nome|{\"name\":\"a\",\"nome\":\"b\"}", "/longitude|{\"name\":\"a\",\"longitude\":181}",
        "/latitude|{\"name\":\"a\",\"latitude\":\"north\"}", "/site_type|{\"name\":\"a\",\"site_type\":\"rural\"}",
        "/measured_pollutants|{\"name\":\"a\",\"measured_pollutants\":[\"PM1\"]}", "/in_city_evaluation|{\"name\":\"a\",\"in_city_evaluation\":1}",
        "/valid_from|{\"name\":\"a\",\"valid_from\":\"2026-02-30\"}", "/valid_to|{\"name\":\"a\",\"valid_from\":\"2026-02-03\",\"valid_to\":\"2026-02-03\"}",
        "/station_code|{\"name\":\"a\",\"station_code\":\"pt-other\"}", "/a~1b|{\"name\":\"a\",\"a/b\":1}"})
    void a_wrong_field_is_named_by_its_pointer(String pointer, String body) {
        Response refused = put("pt-wrong", body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getList("errors.pointer")).containsExactly(pointer);
        assertThat(reading().get("/air/stations/pt-wrong").statusCode()).isEqualTo(404);
    }

    @Test
    void a_body_that_is_no_entry_is_refused() {
        assertThat(put("pt-wrong", "[1]").statusCode()).isEqualTo(400);
        assertThat(put("pt-wrong", "{\"name\":").statusCode()).isEqualTo(400);
        assertThat(put("pt-wrong", "{\"name\":\"a\",\"name\":\"b\"}").statusCode()).isEqualTo(400);
        assertThat(put("pt-wrong", "").statusCode()).isEqualTo(400);
        assertThat(put("pt-wrong", "{\"name\":\"" + "x".repeat(70_000) + "\"}").statusCode()).isEqualTo(413);
        assertThat(put("pt-wrong", "{\"name\":\"" + "x".repeat(20_000) + "\"}").statusCode()).isEqualTo(400);
        assertThat(put("pt%20wrong", "{\"name\":\"a\"}").statusCode()).isEqualTo(404);
        assertThat(put("pt-wrong?x=1", "{\"name\":\"a\"}").statusCode()).isEqualTo(400);
        assertThat(writing().contentType("text/csv").body("name\na").put("/air/stations/pt-wrong").statusCode()).isEqualTo(415);
        assertThat(reading().contentType("application/json").body("{\"name\":\"a\"}").put("/air/stations/pt-wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void what_a_feed_says_otherwise_is_proposed_to_key_holders() {
        take("/air/stations", station("pt-told", "pt05", "\"longitude\":100.5,\"latitude\":30.5"));
        String feed = """
                timepoint,stationcode,longitude,latitude,area,positionname,primarypollutant,aqi,pm10,pm10_24h,pm2_5,pm2_5_24h,o3,o3_24h,o3_8h,o3_8h_24h,no2,no2_24h,so2,so2_24h,co,co_24h
                2026-06-12T0800,pt-told,100.7,30.5,pt05,renamed,NA,50,50,50,30,30,30,30,30,30,20,20,10,10,0.5,0.5
                """;
        Response taken = writing().contentType("text/csv; charset=utf-8").body(feed).post("/air/hourly?layout=cnemc");
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);

        JsonPath proposals = AirService.json(writing().get("/air/stations/proposals?station=pt-told"));

        assertThat(proposals.getList("data")).hasSize(1);
        assertThat(proposals.getMap("data[0]")).containsEntry("name", "renamed").containsEntry("city_name", "pt05").containsEntry("proposed_from", "2026-06-12")
                .containsEntry("batch_id", taken.jsonPath().getString("batch_id"));
        assertThat(writing().get("/air/stations/proposals?station=pt-told").header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(reading().get("/air/stations/proposals").statusCode()).isEqualTo(401);
        assertThat(AirService.get("/air/stations/pt-told").getString("data.name")).isEqualTo("pt-told");
    }
}
