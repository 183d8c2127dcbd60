package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.at;
import static org.envdisclosure.air.AirService.hour;
import static org.envdisclosure.air.AirService.path;
import static org.envdisclosure.air.AirService.reading;
import static org.envdisclosure.air.AirService.station;
import static org.envdisclosure.air.AirService.take;
import static org.envdisclosure.air.AirService.writing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class HourResourceTest {

    private static final Instant HOUR = at("2026-06-10T08:00");

    /** Inserted with 40, corrected to 50, reviewed with 50, withdrawn, sent again with 60. */
    private static void story(String station) {
        take("/air/stations", station(station, "rv01", ""));
        take("/air/hourly", hour(station, HOUR, 40));
        take("/air/hourly", hour(station, HOUR, 50));
        take("/air/hourly?data_status=reviewed", hour(station, HOUR, 50));
        withdraw(station, HOUR, "calibration%20found%20wrong");
        take("/air/hourly?data_status=reviewed", hour(station, HOUR, 60));
    }

    private static JsonPath withdraw(String station, Instant hour, String reason) {
        Response answer = writing().delete(path(station, hour) + "?reason=" + reason);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    @Test
    void every_state_of_an_hour_is_told_oldest_first() {
        story("rv-story");

        JsonPath revisions = AirService.get(path("rv-story", HOUR) + "/revisions");

        assertThat(revisions.getList("data.pm25")).isEqualTo(Arrays.asList(40, 50, 50, null, 60));
        assertThat(revisions.getList("data.data_status")).containsExactly("realtime", "realtime", "reviewed", "reviewed", "reviewed");
        assertThat(revisions.getList("data.revision_reason")).isEqualTo(Arrays.asList(null, "resend", "review", "withdrawn", "resend"));
        assertThat(revisions.getList("data.revision_note")).isEqualTo(Arrays.asList(null, null, null, "calibration found wrong", null));
        assertThat(revisions.getList("data.revision", Integer.class)).isSorted().doesNotHaveDuplicates().hasSize(5);
        assertThat(revisions.getList("data.batch_id")).doesNotHaveDuplicates().hasSize(5);
        List<String> published = revisions.getList("data.published_at");
        assertThat(revisions.getList("data.superseded_at"))
                .isEqualTo(Arrays.asList(published.get(1), published.get(2), published.get(3), published.get(4), null));
    }

    @Test
    void as_of_each_revision_the_hour_says_what_it_said_then() {
        story("rv-then");

        JsonPath revisions = AirService.get(path("rv-then", HOUR) + "/revisions");

        for (int i = 0; i < 5; i++) {
            JsonPath then = AirService.get("/air/hourly?station=rv-then&as_of=revision:" + revisions.getInt("data[" + i + "].revision"));
            assertThat(then.getList("data")).hasSize(1);
            assertThat(then.<Object>get("data[0].pm25")).isEqualTo(revisions.get("data[" + i + "].pm25"));
            assertThat(then.<Object>get("data[0].data_status")).isEqualTo(revisions.get("data[" + i + "].data_status"));
            assertThat(then.<Object>get("data[0].flags")).isEqualTo(revisions.get("data[" + i + "].flags"));
        }
    }

    @Test
    void a_withdrawn_hour_has_no_values_no_index_and_every_pollutant_flagged() {
        take("/air/stations", station("rv-empty", "rv02", ""));
        take("/air/hourly", hour("rv-empty", HOUR, 40));

        JsonPath receipt = withdraw("rv-empty", HOUR, "%E5%81%9C%E7%94%B5");

        assertThat(receipt.getMap("")).containsEntry("received", 1).containsEntry("corrected", 1).containsEntry("inserted", 0)
                .containsEntry("unchanged", 0).containsEntry("rejected", 0);
        JsonPath row = AirService.get("/air/hourly?station=rv-empty");
        assertThat(row.getMap("data[0]")).containsEntry("pm25", null).containsEntry("co", null).containsEntry("aqi", null).containsEntry("iaqi_pm25", null)
                .containsEntry("aqi_na_reason", "missing_pollutants(PM2.5 PM10 SO2 NO2 O3 CO)").containsEntry("data_status", "realtime");
        assertThat(row.getList("data[0].flags", String.class))
                .contains("pm25:missing", "pm10:missing", "so2:missing", "no2:missing", "o3:missing", "co:missing");
        assertThat(AirService.get(path("rv-empty", HOUR) + "/revisions").getString("data[1].revision_note")).isEqualTo("停电");
        JsonPath kept = AirService.json(writing().get("/ingest/batches/" + receipt.getString("batch_id")));
        assertThat(kept.getMap("")).containsEntry("layout", "manual").containsEntry("dataset", "air-hourly").containsEntry("corrected", 1)
                .containsEntry("revision", receipt.getInt("revision"));
    }

    @Test
    void withdrawing_again_changes_nothing() {
        take("/air/stations", station("rv-again", "rv02", ""));
        take("/air/hourly", hour("rv-again", HOUR, 40));
        withdraw("rv-again", HOUR, "first");

        JsonPath second = withdraw("rv-again", HOUR, "second");

        assertThat(second.getMap("")).containsEntry("unchanged", 1).containsEntry("corrected", 0).containsEntry("revision", null);
        assertThat(AirService.get(path("rv-again", HOUR) + "/revisions").getList("data.revision_note")).isEqualTo(Arrays.asList(null, "first"));
    }

    @Test
    void the_city_hour_follows_a_withdrawal_and_the_return() {
        take("/air/stations", station("rv-city-1", "rv03", ""), station("rv-city-2", "rv03", ""));
        take("/air/hourly", hour("rv-city-1", HOUR, 40), hour("rv-city-2", HOUR, 60));
        assertThat(city().getMap("data[0]")).containsEntry("pm25", 50).containsEntry("stations_used", 2);

        withdraw("rv-city-2", HOUR, "wrong");
        assertThat(city().getMap("data[0]")).containsEntry("pm25", 40).containsEntry("stations_used", 1).containsEntry("stations_expected", 2);

        take("/air/hourly", hour("rv-city-2", HOUR, 80));
        assertThat(city().getMap("data[0]")).containsEntry("pm25", 60).containsEntry("stations_used", 2);
    }

    private static JsonPath city() {
        return AirService.get("/air/cities/hourly?city=rv03");
    }

    @Test
    void revisions_are_paged_and_come_in_every_form() {
        story("rv-forms");
        String path = path("rv-forms", HOUR) + "/revisions";

        JsonPath first = AirService.get(path + "?limit=2");
        JsonPath second = AirService.get(path + "?limit=2&cursor=" + first.getString("page.next_cursor"));
        JsonPath third = AirService.get(path + "?limit=2&cursor=" + second.getString("page.next_cursor"));

        assertThat(first.getList("data.pm25")).containsExactly(40, 50);
        assertThat(second.getList("data.pm25")).isEqualTo(Arrays.asList(50, null));
        assertThat(third.getList("data.pm25")).containsExactly(60);
        assertThat(third.getString("page.next_cursor")).isNull();
        assertThat(AirService.get(path + "?format=columns&order=desc").getList("data.pm25")).isEqualTo(Arrays.asList(60, null, 50, 50, 40));
        assertThat(reading().get(path + "?format=csv&fields=pm25,data_status").asString())
                .isEqualTo("pm25,data_status\n40,realtime\n50,realtime\n50,reviewed\n,reviewed\n60,reviewed\n");
    }

    @Test
    void the_hour_in_the_path_may_be_written_in_other_ways() {
        take("/air/stations", station("rv-path", "rv02", ""));
        take("/air/hourly", hour("rv-path", HOUR, 40));

        assertThat(reading().get(path("rv-path", HOUR) + "/revisions?station=rv-path").statusCode()).isEqualTo(400);
        for (String written : List.of("2026-06-10T08:00:00%2B08:00", "2026-06-10T08:00:00+08:00", "2026-06-10T00:00:00Z", "2026-06-10T08:00%2B08:00",
                "2026-06-10T08%3A00%3A00%2B08%3A00")) {
            assertThat(AirService.get("/air/hourly/rv-path/" + written + "/revisions").getList("data.pm25")).as(written).containsExactly(40);
        }
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "/air/hourly/rv-nobody/2026-06-10T08:00:00%2B08:00/revisions, 404", "/air/hourly/rv-nobody/2030-06-10T08:00:00%2B08:00/revisions, 404",
        "/air/hourly/rv-nobody/2026-06-10T08:30:00%2B08:00/revisions, 404", "/air/hourly/rv-nobody/2026-06-10/revisions, 400",
        "/air/hourly/rv-nobody/yesterday/revisions, 400", "/air/hourly/%00/2026-06-10T08:00:00%2B08:00/revisions, 400",
        "/air/hourly/rv-nobody/2026-06-10T08:00:00%2B08:00/history, 404"})
    void a_path_that_names_no_hour(String path, int status) {
        Response answer = reading().get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void a_withdrawal_needs_a_key_a_reason_and_an_hour() {
        take("/air/stations", station("rv-needs", "rv02", ""));
        take("/air/hourly", hour("rv-needs", HOUR, 40));
        String path = path("rv-needs", HOUR);

        assertThat(reading().delete(path + "?reason=x").statusCode()).isEqualTo(401);
        for (String query : List.of("", "?reason=", "?reason=%20", "?reason=" + "x".repeat(201), "?reason=a%0Ab")) {
            Response refused = writing().delete(path + query);
            assertThat(refused.statusCode()).as(query).isEqualTo(400);
            assertThat(refused.jsonPath().getString("errors[0].parameter")).as(query).isEqualTo("reason");
        }
        assertThat(writing().delete(path("rv-needs", HOUR.minusSeconds(3600)) + "?reason=x").statusCode()).isEqualTo(404);
        assertThat(writing().delete(path("rv-nobody", HOUR) + "?reason=x").statusCode()).isEqualTo(404);
        assertThat(AirService.get(path + "/revisions").getList("data")).hasSize(1);
    }
}
