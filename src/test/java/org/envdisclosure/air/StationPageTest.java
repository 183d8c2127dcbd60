package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.reading;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page of one station can be asked. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class StationPageTest {

    private static final String PATH = "/air/stations/pt-page";

    @BeforeEach
    void a_station_of_two_versions() {
        StationPutTest.put("pt-page", "{\"name\":\"old\",\"valid_from\":\"2020-01-01\"}");
        StationPutTest.put("pt-page", "{\"name\":\"new\",\"valid_from\":\"2026-03-01\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=1", "order=desc", "city=pt01", "station=pt-page", "bbox=1,1,2,2", "near=110,30", "site_type=urban", "cursor=x",
        "count=exact", "bom=true", "updated_since=2026-01-01", "from=2026-01-01"})
    void what_shapes_a_list_is_refused(String parameter) {
        Response refused = reading().get(PATH + "?" + parameter);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("errors[0].parameter")).isEqualTo(parameter.replaceAll("=.*", ""));
        assertThat(refused.jsonPath().getString("detail")).contains("it takes at, as_of, fields, format");
    }

    @ParameterizedTest(name = "filter {0}")
    @ValueSource(strings = {"city=pt01", "station=other", "bbox=1,1,2,2", "near=110,30"})
    void the_history_of_a_station_takes_no_filter(String parameter) {
        assertThat(reading().get(PATH + "/history?" + parameter).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest(name = "at {0}: {1}")
    @CsvSource({"2020-01-01, old", "2026-02-28, old", "2026-03-01, new", "2090-01-01, new"})
    void it_shows_the_version_of_a_day(String day, String name) {
        assertThat(AirService.get(PATH + "?at=" + day).getString("data.name")).isEqualTo(name);
    }

    @Test
    void before_it_began_there_is_no_station() {
        assertThat(reading().get(PATH + "?at=2019-12-31").statusCode()).isEqualTo(404);
        assertThat(reading().get(PATH + "?at=yesterday").statusCode()).isEqualTo(400);
        assertThat(reading().get(PATH + "?format=csv").statusCode()).isEqualTo(400);
    }

    @Test
    void a_past_state_shows_the_versions_it_had() {
        StationPutTest.put("pt-page-past", "{\"name\":\"first\",\"valid_from\":\"2020-01-01\"}");
        String before = AirService.get("/air/stations/pt-page-past").getString("meta.revision");
        StationPutTest.put("pt-page-past", "{\"name\":\"second\",\"valid_from\":\"2026-03-01\"}");

        assertThat(AirService.get("/air/stations/pt-page-past").getString("data.name")).isEqualTo("second");
        assertThat(AirService.get("/air/stations/pt-page-past?as_of=revision:" + before).getString("data.name")).isEqualTo("first");
    }

    @Test
    void no_page_follows() {
        Response page = reading().get(PATH);

        assertThat(page.headers().getValues("Link")).hasSize(1).allMatch(link -> link.contains("rel=\"describedby\""));
        assertThat(page.asString()).contains("\"name\":\"new\"").doesNotContain("next_cursor");
    }
}
