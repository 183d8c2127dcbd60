package org.envdisclosure.air;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers about a past state: unchanged for ever, unless they hold an estimate. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class PinnedAnswersTest {

    private static final String HOURS = "/api/v1/air/hourly?station=PINNED1A&as_of=revision:";

    private long revision;

    @BeforeEach
    void one_hour() {
        given().header("X-API-Key", TestDatabase.ADMIN_KEY).contentType("application/json")
                .body("{\"name\":\"pinned\",\"city_code\":\"995600\",\"city_name\":\"pinned city\",\"valid_from\":\"2026-01-01\"}")
                .put("/api/v1/air/stations/PINNED1A");
        given().header("X-API-Key", TestDatabase.ADMIN_KEY).contentType("application/json")
                .body("[{\"station_code\":\"PINNED1A\",\"observed_at\":\"2026-03-02T08:00:00+08:00\",\"pm25\":35}]")
                .post("/api/v1/air/hourly").then().statusCode(200);
        revision = given().get("/api/v1/air/hourly?station=PINNED1A").jsonPath().getLong("meta.revision");
    }

    @Test
    void a_past_state_is_not_modified_in_each_form_for_itself() {
        Response page = given().get(HOURS + revision);
        assertThat(page.jsonPath().getInt("data[0].pm25")).isEqualTo(35);
        assertThat(page.header("Cache-Control")).contains("immutable");
        Response csv = given().get(HOURS + revision + "&format=csv");

        given().header("If-None-Match", page.header("ETag")).get(HOURS + revision).then().statusCode(304);
        given().header("If-None-Match", csv.header("ETag")).get(HOURS + revision + "&format=csv").then().statusCode(304);
        given().header("If-None-Match", page.header("ETag")).get(HOURS + revision + "&format=csv").then().statusCode(200);
        given().header("If-None-Match", page.header("ETag")).get(HOURS + (revision - 1)).then().statusCode(200);
    }

    @Test
    void an_estimate_is_kept_for_seconds_only() {
        Response estimated = given().get(HOURS + revision + "&count=estimated");

        assertThat(estimated.header("Cache-Control")).isEqualTo("public, max-age=30");
        assertThat(estimated.header("ETag")).startsWith("W/");
    }
}
