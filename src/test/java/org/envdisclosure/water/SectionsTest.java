package org.envdisclosure.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.WaterService.get;
import static org.envdisclosure.water.WaterService.json;
import static org.envdisclosure.water.WaterService.reading;
import static org.envdisclosure.water.WaterService.section;
import static org.envdisclosure.water.WaterService.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The register of sections over HTTP: who is found by what, and which questions cannot be answered. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class SectionsTest {

    /** In an inland sea of their own, where no other test has a section; one has moved, one has ended, one has no place. */
    @BeforeEach
    void six_sections() {
        take("/water/sections",
                place("wsec-a", "river", "wsec east", "wsec one", "assessed", 41.10, 61.10, ""),
                place("wsec-b", "lake", "wsec east", "wsec two", "drinking_source", 41.20, 61.10, ""),
                place("wsec-c", "reservoir", "wsec west", "wsec three", "boundary", 41.90, 61.80, ""),
                place("wsec-m", "river", "wsec east", "wsec one", "assessed", 41.30, 61.10, ""),
                place("wsec-m", "river", "wsec west", "wsec four", "estuary", 44.00, 64.00, "").replace("2020-01-01", "2026-06-01"),
                place("wsec-e", "river", "wsec east", "wsec one", "assessed", 41.15, 61.15, ",\"valid_to\":\"2026-01-01\""),
                section("wsec-n", "river", ",\"section_role\":\"background\"").replace("wt basin", "wsec west").replace("wt river", "wsec five"));
    }

    private static String place(String code, String waterbody, String basin, String river, String role, double longitude, double latitude, String more) {
        return section(code, waterbody, ",\"section_role\":\"%s\",\"longitude\":%s,\"latitude\":%s".formatted(role, longitude, latitude) + more)
                .replace("wt basin", basin).replace("wt river", river);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', value = {
        "bbox=41,61,42,62                              | wsec-a wsec-b wsec-c",
        "bbox=41,61,41.2,61.1                          | wsec-a wsec-b",
        "bbox=41,61,42,62&at=2025-06-01                | wsec-a wsec-b wsec-c wsec-e wsec-m",
        "bbox=43,63,45,65                              | wsec-m",
        "bbox=41,61,42,62&waterbody=lake,reservoir     | wsec-b wsec-c",
        "bbox=41,61,42,62&section_role=drinking_source | wsec-b",
        "near=41.1,61.1&radius=6000                    | wsec-a wsec-b",
        "near=41.1,61.1&radius=5000                    | wsec-a",
        "near=41.1,61.1&radius=120000&section_role=boundary | wsec-c",
        "basin=wsec%20east                             | wsec-a wsec-b",
        "basin=wsec%20east&at=2025-12-31               | wsec-a wsec-b wsec-e wsec-m",
        "basin=wsec%20east&at=2026-01-01               | wsec-a wsec-b wsec-m",
        "basin=wsec%20west                             | wsec-c wsec-m wsec-n",
        "basin=wsec%20west&at=2026-05-31               | wsec-c wsec-n",
        "basin=wsec%20west&section_role=background,boundary | wsec-c wsec-n",
        "river=wsec%20one,wsec%20five                  | wsec-a wsec-n",
        "river=wsec%20four&at=2019-12-31               | ''",
        "river=wsec                                    | ''",
        "basin=wsec%20east&waterbody=river             | wsec-a",
        "section=wsec-n,wsec-e                         | wsec-n"})
    void sections_are_found_by(String query, String codes) {
        JsonPath found = get("/water/sections?" + query);

        assertThat(found.getList("data.section_code", String.class)).containsExactlyInAnyOrder(codes.isEmpty() ? new String[0] : codes.split(" "));
    }

    @Test
    void as_geojson_a_section_is_a_point_and_one_without_a_place_has_none() {
        Response answer = reading().get("/water/sections?section=wsec-a,wsec-n&format=geojson");

        assertThat(answer.contentType()).startsWith("application/geo+json");
        JsonPath features = json(answer);
        assertThat(features.getString("type")).isEqualTo("FeatureCollection");
        assertThat(features.getList("features.properties.section_code")).containsExactly("wsec-a", "wsec-n");
        assertThat(features.getList("features[0].geometry.coordinates")).hasToString("[41.1, 61.1]");
        assertThat(features.getString("features[0].geometry.type")).isEqualTo("Point");
        assertThat(features.<Object>get("features[1].geometry")).isNull();
    }

    @Test
    void a_section_tells_its_versions_and_the_one_in_force() {
        assertThat(get("/water/sections/wsec-m").getMap("data")).containsEntry("river", "wsec four").containsEntry("valid_from", "2026-06-01").containsEntry("valid_to", null);
        assertThat(get("/water/sections/wsec-m/history").getList("data.valid_to")).hasToString("[2026-06-01, null]");
        assertThat(get("/water/sections/wsec-m/history").getList("data.river")).isEqualTo(List.of("wsec one", "wsec four"));
        assertThat(reading().get("/water/sections/wsec-nobody").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "waterbody=sea                    | waterbody    | river, lake, reservoir",
        "waterbody=LAKE                   | waterbody    | river, lake, reservoir",
        "section_role=tap                 | section_role | assessed, boundary",
        "section=a/b                      | section      | letters, digits",
        "section=                         | section      | empty value",
        "bbox=1,2,3                       | bbox         | minLon,minLat,maxLon,maxLat",
        "bbox=NaN,0,1,1                   | bbox         | plain decimal numbers",
        "bbox=42,61,41,62                 | bbox         | minimum above its maximum",
        "bbox=30,110,31,112               | bbox         | longitude first",
        "near=111                         | near         | lon,lat",
        "near=111,91                      | near         | latitude within -90 and 90",
        "radius=100                       | radius       | needs near=lon,lat",
        "near=111,30&radius=500001        | radius       | at most 500000",
        "near=111,30&radius=-1            | radius       | over 0",
        "at=2026-02-30                    | at           | at has the form 2026-05-01",
        "at=now                           | at           | at has the form 2026-05-01",
        "format=shapefile                 | format       | geojson",
        "class=II                         | class        | no parameter class",
        "as_of=2199-01-01                 | as_of        | cannot lie in the future"})
    void a_question_that_cannot_be_answered(String query, String parameter, String words) {
        Response answer = reading().get("/water/sections?" + query);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getList("errors.parameter", String.class)).contains(parameter);
        assertThat(answer.jsonPath().getString("detail")).contains(words);
    }

    @ParameterizedTest(name = "{0}?{1}")
    @CsvSource(delimiter = '|', value = {
        "/water/readings | class=VI            | class", "/water/readings | class=inferior    | class",
        "/water/readings | from=2026-05-02&to=2026-05-01 | from", "/water/readings | bbox=1,2,3,4 | bbox",
        "/water/samples  | class=II            | class", "/water/samples | data_status=approved | data_status",
        "/water/states   | section=%2F         | section", "/water/states | date=2026-13-01   | date",
        "/water/latest   | from=2026-05-01     | from", "/water/latest | class=vi            | class",
        "/water/latest   | near=1              | near"})
    void a_question_about_rows_that_cannot_be_answered(String path, String query, String parameter) {
        Response answer = reading().get(path + "?" + query);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getList("errors.parameter", String.class)).contains(parameter);
    }
}
