package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.at;
import static org.envdisclosure.air.AirService.get;
import static org.envdisclosure.air.AirService.hour;
import static org.envdisclosure.air.AirService.path;
import static org.envdisclosure.air.AirService.reading;
import static org.envdisclosure.air.AirService.station;
import static org.envdisclosure.air.AirService.take;
import static org.envdisclosure.air.AirService.writing;
import static org.envdisclosure.air.HourFile.Air.AT_THE_LIMIT;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.rollup.Drained;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A period is raised from what a machine sent to what a person has looked at. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ReviewTest {

    private static final Instant FIRST = at("2026-05-01T01:00");
    private static final Instant LAST = at("2026-06-01T00:00");

    private static JsonPath review(String query) {
        Response answer = writing().post("/air/hourly/review?" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return AirService.json(answer);
    }

    private static List<String> statuses(String query) {
        return get(query).getList("data.data_status");
    }

    @Test
    void a_month_is_raised_by_its_labels_and_keeps_its_values() {
        take("/air/stations", station("vw-month", "vw01", ""));
        take("/air/hourly", hour("vw-month", FIRST.minusSeconds(3600), 30), hour("vw-month", FIRST, 40), hour("vw-month", LAST, 50),
                hour("vw-month", LAST.plusSeconds(3600), 60));

        JsonPath receipt = review("station=vw-month&month=2026-05&data_status=reviewed&reason=monthly%20review");

        assertThat(receipt.getMap("")).containsEntry("received", 2).containsEntry("corrected", 2).containsEntry("inserted", 0)
                .containsEntry("unchanged", 0).containsEntry("rejected", 0)
                .containsEntry("from", "2026-05-01T01:00:00+08:00").containsEntry("to", "2026-06-01T00:00:00+08:00");
        JsonPath rows = get("/air/hourly?station=vw-month");
        assertThat(rows.getList("data.data_status")).containsExactly("realtime", "reviewed", "reviewed", "realtime");
        assertThat(rows.getList("data.pm25")).containsExactly(30, 40, 50, 60);
        JsonPath told = get(path("vw-month", FIRST) + "/revisions");
        assertThat(told.getList("data.data_status")).containsExactly("realtime", "reviewed");
        assertThat(told.getList("data.pm25")).containsExactly(40, 40);
        assertThat(told.getList("data.revision_reason")).isEqualTo(Arrays.asList(null, "review"));
        assertThat(told.getList("data.revision_note")).isEqualTo(Arrays.asList(null, "monthly review"));
        assertThat(told.getString("data[1].batch_id")).isEqualTo(receipt.getString("batch_id"));
        JsonPath kept = AirService.json(writing().get("/ingest/batches/" + receipt.getString("batch_id")));
        assertThat(kept.getMap("")).containsEntry("layout", "review").containsEntry("data_status", "reviewed").containsEntry("corrected", 2)
                .containsEntry("question", "/api/v1/air/hourly/review?station=vw-month&month=2026-05&data_status=reviewed&reason=monthly%20review");
    }

    @Test
    void only_what_stands_lower_rises_and_nothing_sinks() {
        take("/air/stations", station("vw-mixed", "vw02", ""));
        take("/air/hourly", hour("vw-mixed", FIRST, 40));
        take("/air/hourly?data_status=reviewed", hour("vw-mixed", FIRST.plusSeconds(3600), 41));
        take("/air/hourly?data_status=final", hour("vw-mixed", FIRST.plusSeconds(7200), 42));

        JsonPath first = review("station=vw-mixed&date=2026-05-01&data_status=reviewed&reason=review");
        JsonPath second = review("station=vw-mixed&date=2026-05-01&data_status=reviewed&reason=again");

        assertThat(first.getMap("")).containsEntry("received", 3).containsEntry("corrected", 1).containsEntry("unchanged", 2);
        assertThat(second.getMap("")).containsEntry("received", 3).containsEntry("corrected", 0).containsEntry("unchanged", 3).containsEntry("revision", null);
        assertThat(statuses("/air/hourly?station=vw-mixed")).containsExactly("reviewed", "reviewed", "final");
        take("/air/hourly", hour("vw-mixed", FIRST, 40));
        assertThat(statuses("/air/hourly?station=vw-mixed")).containsExactly("reviewed", "reviewed", "final");
    }

    @Test
    void what_was_said_before_the_review_can_still_be_read() {
        take("/air/stations", station("vw-then", "vw03", ""));
        long before = take("/air/hourly", hour("vw-then", FIRST, 40)).getLong("revision");

        review("station=vw-then&month=2026-05&data_status=final&reason=review");

        assertThat(statuses("/air/hourly?station=vw-then&as_of=revision:" + before)).containsExactly("realtime");
        JsonPath now = get("/air/hourly?station=vw-then&updated_since=" + "2026-05-01");
        assertThat(now.getString("meta.notice.en")).isEqualTo("Final data.");
        assertThat(get("/air/hourly?station=vw-then&as_of=revision:" + before).getString("meta.notice.en")).startsWith("Real-time data, unaudited");
    }

    @Test
    void city_hours_days_and_months_rise_with_the_last_of_their_inputs() {
        take("/air/stations", station("vw-a", "vw04", ""), station("vw-b", "vw04", ""));
        LocalDate day = LocalDate.of(2026, 5, 2);
        new HourFile().day("vw-a", day, AT_THE_LIMIT).day("vw-b", day, AT_THE_LIMIT).sent();

        review("station=vw-a&date=2026-05-02&data_status=reviewed&reason=first");
        Drained.queues();

        assertThat(statuses("/air/daily?station=vw-a&date=2026-05-02")).containsExactly("reviewed");
        assertThat(statuses("/air/cities/hourly?city=vw04&date=2026-05-02")).hasSize(24).containsOnly("realtime");
        assertThat(statuses("/air/cities/daily?city=vw04&date=2026-05-02")).containsExactly("realtime");

        review("city=vw04&date=2026-05-02&data_status=final&reason=second");
        Drained.queues();

        assertThat(statuses("/air/cities/hourly?city=vw04&date=2026-05-02")).hasSize(24).containsOnly("final");
        assertThat(statuses("/air/cities/daily?city=vw04&date=2026-05-02")).containsExactly("final");
        assertThat(statuses("/air/cities/monthly?city=vw04&month=2026-05")).containsExactly("final");
        assertThat(statuses("/air/monthly?station=vw-a,vw-b&month=2026-05")).containsExactly("final", "final");
    }

    @Test
    void a_long_period_is_raised_as_one() {
        take("/air/stations", station("vw-long", "vw05", ""));
        take("/air/hourly", IntStream.range(0, 6_000).mapToObj(i -> hour("vw-long", at("2025-01-01T01:00").plusSeconds(3600L * i), 30 + i % 7)).toList());

        JsonPath receipt = review("station=vw-long&from=2025-01-01&to=2026-01-01&data_status=preliminary&reason=year");

        assertThat(receipt.getMap("")).containsEntry("received", 6_000).containsEntry("corrected", 6_000);
        assertThat(get("/air/hourly?station=vw-long&data_status=preliminary&count=exact&limit=1").getInt("page.total")).isEqualTo(6_000);
    }

    @ParameterizedTest(name = "{0} is {1} {2}")
    @CsvSource(nullValues = "-", value = {
        "month=2026-05&data_status=reviewed, 400, reason", "month=2026-05&reason=x, 400, data_status",
        "month=2026-05&data_status=realtime&reason=x, 400, data_status", "month=2026-05&data_status=good&reason=x, 400, data_status",
        "station=vw-month&data_status=final&reason=x, 400, from", "from=2026-05-01&data_status=final&reason=x, 400, to",
        "to=2026-05-01&data_status=final&reason=x, 400, from", "month=2026-13&data_status=final&reason=x, 400, month",
        "month=2026-05&data_status=final&reason=x&limit=5, 400, limit", "month=2026-05&data_status=final&reason=x&as_of=revision:1, 400, as_of",
        "month=2026-05&data_status=final&data_status=reviewed&reason=x, 400, data_status",
        "station=vw-nobody&month=2026-05&data_status=final&reason=x, 422, -"})
    void what_is_no_review(String query, int status, String parameter) {
        Response answer = writing().post("/air/hourly/review?" + query);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("errors[0].parameter")).isEqualTo(parameter);
    }

    @Test
    void it_takes_an_administrator() {
        String query = "/air/hourly/review?month=2026-05&data_status=final&reason=x";
        String ingest = writing().contentType("application/json").body("{\"name\":\"vw-logger\",\"role\":\"ingest\"}").post("/keys").jsonPath().getString("key");

        assertThat(reading().post(query).statusCode()).isEqualTo(401);
        assertThat(reading().header("X-API-Key", ingest).post(query).statusCode()).isEqualTo(403);
        assertThat(writing().get(query).statusCode()).isEqualTo(405);
    }
}
