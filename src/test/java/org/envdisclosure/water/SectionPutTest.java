package org.envdisclosure.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.WaterService.get;
import static org.envdisclosure.water.WaterService.json;
import static org.envdisclosure.water.WaterService.post;
import static org.envdisclosure.water.WaterService.reading;
import static org.envdisclosure.water.WaterService.writing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entering one section by hand. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class SectionPutTest {

    private static Response put(String code, String body) {
        return writing().contentType("application/json").body(body).put("/water/sections/" + code);
    }

    @Test
    void an_unknown_section_is_created() {
        Response created = put("wput-new", """
                {"name":"新断面","province":"wput","basin":"wput","river":"wput","waterbody":"lake","target_class":"II","section_role":"drinking_source",
                 "characteristic_items":["fluoride","sulfide"],"longitude":111.2900,"latitude":30.69,"datum":"CGCS2000","valid_from":"2024-05-01"}""");

        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith("/api/v1/water/sections/wput-new");
        Response found = reading().get("/water/sections/wput-new");
        assertThat(found.header("ETag")).isEqualTo(created.header("ETag")).matches("\"r\\d+-2024-05-01\"");
        assertThat(found.asString()).contains("\"longitude\":111.2900,\"latitude\":30.69,");
        assertThat(json(found).getMap("data")).containsEntry("name", "新断面").containsEntry("waterbody", "lake").containsEntry("target_class", "II")
                .containsEntry("characteristic_items", List.of("fluoride", "sulfide")).containsEntry("valid_to", null).isEqualTo(json(created).getMap("data"));
    }

    @Test
    void a_section_without_more_than_a_name_is_a_river() {
        put("wput-bare", "{\"name\":\"a\"}");

        assertThat(get("/water/sections/wput-bare").getMap("data")).containsEntry("waterbody", "river").containsEntry("valid_from", "1970-01-01")
                .containsEntry("target_class", null).containsEntry("characteristic_items", null).containsEntry("section_role", null);
    }

    @Test
    void conditions_are_held_against_the_present_state() {
        assertThat(conditional("If-Match", "\"r1-2020-01-01\"", "a")).isEqualTo(412);
        assertThat(conditional("If-None-Match", "*", "a")).isEqualTo(201);
        assertThat(conditional("If-None-Match", "*", "b")).isEqualTo(412);
        String tag = reading().get("/water/sections/wput-cond").header("ETag");
        assertThat(conditional("If-Match", tag, "b")).isEqualTo(200);
        assertThat(conditional("If-Match", tag, "c")).isEqualTo(412);
        assertThat(conditional("If-Match", "*", "c")).isEqualTo(200);
        assertThat(get("/water/sections/wput-cond").getString("data.name")).isEqualTo("c");
        assertThat(get("/water/sections/wput-cond/history").getList("data.name")).containsExactly("c");
    }

    private static int conditional(String header, String value, String name) {
        return writing().contentType("application/json").header(header, value).body("{\"name\":\"" + name + "\"}").put("/water/sections/wput-cond").statusCode();
    }

    @ParameterizedTest(name = "{1} at {0}")
    @CsvSource(delimiter = '|', value = {
        "/name|{}", "/name|{\"name\":\"\"}", "/nome|{\"name\":\"a\",\"nome\":\"b\"}", "/longitude|{\"name\":\"a\",\"longitude\":181}",
        "/latitude|{\"name\":\"a\",\"latitude\":\"north\"}", "/waterbody|{\"name\":\"a\",\"waterbody\":\"sea\"}",
        "/target_class|{\"name\":\"a\",\"target_class\":\"VI\"}", "/target_class|{\"name\":\"a\",\"target_class\":\"inferior_V\"}",
        "/target_class|{\"name\":\"a\",\"target_class\":\"Ⅲ\"}", "/target_class|{\"name\":\"a\",\"target_class\":3}",
        "/section_role|{\"name\":\"a\",\"section_role\":\"tap\"}", "/control_level|{\"name\":\"a\",\"control_level\":\"world\"}",
        "/characteristic_items|{\"name\":\"a\",\"characteristic_items\":[\"iron\"]}", "/characteristic_items|{\"name\":\"a\",\"characteristic_items\":[\"transparency\"]}",
        "/characteristic_items|{\"name\":\"a\",\"characteristic_items\":[null]}", "/characteristic_items|{\"name\":\"a\",\"characteristic_items\":{\"a\":1}}",
        "/responsible_city_code|{\"name\":\"a\",\"responsible_city_code\":\"宜昌\"}", "/datum|{\"name\":\"a\",\"datum\":\"WGS 84\"}",
        "/province|{\"name\":\"a\",\"province\":\"a\\u0007b\"}",
        "/valid_from|{\"name\":\"a\",\"valid_from\":\"2026-02-30\"}", "/valid_to|{\"name\":\"a\",\"valid_from\":\"2026-02-03\",\"valid_to\":\"2026-02-03\"}",
        "/section_code|{\"name\":\"a\",\"section_code\":\"wput-other\"}", "/a~1b|{\"name\":\"a\",\"a/b\":1}"})
    void a_wrong_field_is_named_by_its_pointer(String pointer, String body) {
        Response refused = put("wput-wrong", body);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(refused.jsonPath().getList("errors.pointer")).containsExactly(pointer);
        assertThat(reading().get("/water/sections/wput-wrong").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', value = {
        "\"target_class\":\"VI\" | bad_target_class", "\"target_class\":\"inferior_V\" | bad_target_class", "\"waterbody\":\"sea\" | bad_waterbody",
        "\"section_role\":\"tap\" | bad_section_role", "\"characteristic_items\":[\"iron\"] | bad_characteristic_items",
        "\"characteristic_items\":[null] | bad_characteristic_items", "\"characteristic_items\":[\"chlorophyll_a\"] | bad_characteristic_items",
        "\"longitude\":-180.1 | bad_longitude", "\"latitude\":90.1 | bad_latitude", "\"valid_from\":\"2026-02-30\" | bad_valid_from", "\"colour\":1 | unknown_field"})
    void a_wrong_field_of_a_batch_refuses_its_row(String member, String reason) {
        Response answer = post("/water/sections", "application/x-ndjson", "{\"section_code\":\"wput-batch\",\"name\":\"a\"," + member + "}");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("rejects.reason")).isEqualTo(List.of(reason));
        assertThat(reading().get("/water/sections/wput-batch").statusCode()).isEqualTo(404);
    }

    @Test
    void a_body_that_is_no_entry_is_refused() {
        assertThat(put("wput-wrong", "[1]").statusCode()).isEqualTo(400);
        assertThat(put("wput-wrong", "{\"name\":").statusCode()).isEqualTo(400);
        assertThat(put("wput-wrong", "{\"name\":\"a\",\"name\":\"b\"}").statusCode()).isEqualTo(400);
        assertThat(put("wput-wrong", "").statusCode()).isEqualTo(400);
        assertThat(put("wput-wrong", "{\"name\":\"" + "x".repeat(70_000) + "\"}").statusCode()).isEqualTo(413);
        assertThat(put("wput%20wrong", "{\"name\":\"a\"}").statusCode()).isEqualTo(404);
        assertThat(put("wput-wrong?x=1", "{\"name\":\"a\"}").statusCode()).isEqualTo(400);
        assertThat(writing().contentType("text/csv").body("name\na").put("/water/sections/wput-wrong").statusCode()).isEqualTo(415);
        assertThat(reading().contentType("application/json").body("{\"name\":\"a\"}").put("/water/sections/wput-wrong").statusCode()).isEqualTo(401);
    }
}
