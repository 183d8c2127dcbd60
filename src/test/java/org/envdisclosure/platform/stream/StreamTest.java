package org.envdisclosure.platform.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.envdisclosure.platform.sql.Transactions;
import org.envdisclosure.platform.stream.EventReader.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader of the event stream is told, through HTTP. Nothing but these tests changes {@code air-alerts} while they run. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class StreamTest {

    @TestHTTPResource("/api/v1/stream")
    URI stream;

    @Inject
    Transactions transactions;

    private int alerts;

    @BeforeEach
    void a_city_with_an_alert() {
        post("/air/stations", "{\"station_code\":\"st-1\",\"name\":\"st-1\",\"city_code\":\"st-city\",\"city_name\":\"st-city\"}");
        alert();
    }

    private static Response post(String path, String row) {
        Response answer = given().basePath("/api/v1").header("X-API-Key", TestDatabase.ADMIN_KEY).contentType("application/x-ndjson; charset=utf-8")
                .body(row.getBytes(StandardCharsets.UTF_8)).post(path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    /** Another revision of {@code air-alerts}. */
    private void alert() {
        alerts++;
        post("/air/alerts", """
                {"city_code":"st-city","color":"%s","issued_at":"2026-06-01T18:00:00+08:00","starts_at":"2026-06-02T00:00:00+08:00","measures":"%d %d"}"""
                .formatted(alerts % 2 == 0 ? "red" : "yellow", alerts, System.nanoTime()));
    }

    private static long revision(String path) {
        return given().basePath("/api/v1").get(path + "?limit=1").jsonPath().getLong("meta.revision");
    }

    private EventReader reading(String query, String... headers) throws IOException, InterruptedException {
        return EventReader.open(URI.create(stream + query), headers);
    }

    /** What another replica or another program commits, which this replica hears of from the database alone. */
    private void published(String dataset) throws SQLException {
        transactions.run(connection -> {
            Map<String, Long> heads = RevisionLedger.lock(connection, List.of(dataset), Duration.ofSeconds(5));
            RevisionLedger.touch(connection, dataset, null);
            return heads;
        });
    }

    private static Response refusal(String query, String accept) {
        return given().basePath("/api/v1").urlEncodingEnabled(false).accept(accept).get("/stream" + query);
    }

    @Test
    void a_reader_who_begins_is_told_where_everything_stands() throws Exception {
        try (EventReader reader = reading("?dataset=air-alerts,air-latest")) {
            assertThat(reader.response().headers().map()).containsEntry("content-type", List.of("text/event-stream")).containsEntry("cache-control", List.of("no-store"))
                    .containsEntry("x-accel-buffering", List.of("no")).containsEntry("access-control-allow-origin", List.of("*")).doesNotContainKey("content-length");
            assertThat(reader.any()).extracting(Event::name, Event::data).containsExactly("retry", "3000");
            Event state = reader.next();
            assertThat(state.name()).isEqualTo("state");
            JsonObject told = state.json().getJsonObject("datasets");
            assertThat(state.json().fieldNames()).containsExactly("datasets");
            assertThat(told.fieldNames()).containsExactly("air-alerts", "air-latest");
            assertThat(told.getJsonObject("air-alerts").getLong("revision")).isEqualTo(revision("/air/alerts"));
            assertThat(told.getJsonObject("air-latest").getLong("revision")).isEqualTo(revision("/air/latest"));
            assertThat(state.id()).matches("air-alerts:%d\\.[0-9a-z]{10},air-hourly:\\d+\\.[0-9a-z]{10},air-stations:\\d+\\.[0-9a-z]{10}".formatted(revision("/air/alerts")));
        }
    }

    @Test
    void a_new_revision_is_told_within_a_second_of_its_commit() throws Exception {
        try (EventReader reader = reading("?dataset=air-alerts")) {
            Event state = reader.next();
            long before = state.json().getJsonObject("datasets").getJsonObject("air-alerts").getLong("revision");
            String publishedBefore = state.json().getJsonObject("datasets").getJsonObject("air-alerts").getString("published_at");
            alert();
            long answered = System.nanoTime();
            Event told = reader.next();

            assertThat(told.name()).isEqualTo("revision");
            assertThat(told.arrived() - answered).isLessThan(TimeUnit.SECONDS.toNanos(1));
            assertThat(told.json().fieldNames()).containsExactly("dataset", "revision", "previous", "published_at", "since");
            assertThat(told.json().getString("dataset")).isEqualTo("air-alerts");
            assertThat(told.json().getLong("revision")).isEqualTo(revision("/air/alerts")).isGreaterThan(before);
            assertThat(told.json().getLong("previous")).isEqualTo(before);
            assertThat(told.json().getString("since")).isEqualTo(publishedBefore);
            Instant published = OffsetDateTime.parse(told.json().getString("published_at")).toInstant();
            assertThat(Duration.between(published, Instant.now())).isLessThan(Duration.ofSeconds(5));
            assertThat(told.id()).startsWith("air-alerts:" + revision("/air/alerts") + ".").isNotEqualTo(state.id());
            assertThat(rowsSince(told)).isEqualTo(1);
        }
    }

    /** The moment an event names, put into a question. */
    private static int rowsSince(Event told) {
        return given().basePath("/api/v1").queryParam("city", "st-city").queryParam("updated_since", told.json().getString("since")).get("/air/alerts")
                .jsonPath().getList("data").size();
    }

    @Test
    void what_another_replica_published_is_told_within_a_second_too() throws Exception {
        try (EventReader reader = reading("?dataset=air-alerts")) {
            reader.next();
            published("air-alerts");
            long committed = System.nanoTime();

            assertThat(reader.next().arrived() - committed).isLessThan(TimeUnit.SECONDS.toNanos(1));
        }
    }

    @Test
    void what_follows_from_others_is_told_under_its_own_name() throws Exception {
        try (EventReader reader = reading("?dataset=air-latest")) {
            reader.next();
            post("/air/stations", "{\"station_code\":\"st-2\",\"name\":\"st-2 %d\"}".formatted(System.nanoTime()));
            Event register = reader.next();
            post("/air/hourly", "{\"station_code\":\"st-2\",\"observed_at\":\"2026-05-01T08:00:00+08:00\",\"pm25\":%d}".formatted(System.nanoTime() % 400));
            Event hour = reader.next();

            assertThat(register.json().getString("dataset")).isEqualTo("air-latest");
            assertThat(hour.json().getString("dataset")).isEqualTo("air-latest");
            assertThat(hour.json().getLong("previous")).isEqualTo(register.json().getLong("revision"));
            assertThat(hour.json().getLong("revision")).isEqualTo(revision("/air/latest"));
        }
    }

    @Test
    void a_reader_who_was_away_is_told_once_of_each_dataset_that_has_moved() throws Exception {
        Event left;
        try (EventReader reader = reading("?dataset=air-alerts&dataset=air-stations,air-forecasts")) {
            left = reader.next();
        }
        long before = revision("/air/alerts");
        alert();
        alert();
        alert();
        try (EventReader back = reading("?dataset=air-stations,air-alerts,air-forecasts", "Last-Event-ID", left.id())) {
            Event told = back.next();

            assertThat(told.json().getString("dataset")).isEqualTo("air-alerts");
            assertThat(told.json().getLong("previous")).isEqualTo(before);
            assertThat(told.json().getLong("revision")).isEqualTo(before + 3);
            back.isSilentFor(Duration.ofMillis(700));
            try (EventReader again = reading("?dataset=air-stations,air-alerts,air-forecasts&last_event_id=" + told.id())) {
                again.isSilentFor(Duration.ofMillis(700));
                alert();
                assertThat(again.next().json().getLong("previous")).isEqualTo(before + 3);
            }
        }
    }

    @Test
    void the_header_is_the_later_word_and_names_not_asked_for_say_nothing() throws Exception {
        long now = revision("/air/alerts");
        String older = "air-alerts:%d".formatted(now - 1);
        try (EventReader reader = reading("?dataset=air-alerts&last_event_id=" + older, "Last-Event-ID", "air-alerts:" + now + ",air-hourly:1,never-heard-of:3")) {
            reader.isSilentFor(Duration.ofMillis(700));
            alert();
            Event told = reader.next();
            assertThat(told.json().getLong("previous")).isEqualTo(now);
            assertThat(told.id()).startsWith("air-alerts:" + (now + 1) + ".").doesNotContain(",");
        }
    }

    @Test
    void an_id_of_before_the_database_was_restored_is_answered_with_the_present() throws Exception {
        long now = revision("/air/alerts");
        try (EventReader higher = reading("?dataset=air-alerts&last_event_id=air-alerts:" + (now + 5) + ".mfkq3v0a1c");
                EventReader same = reading("?dataset=air-alerts&last_event_id=air-alerts:" + now + ".mfkq3v0a1c")) {
            JsonObject restored = higher.next().json();
            assertThat(restored.getLong("revision")).isEqualTo(now);
            assertThat(restored.getLong("previous")).isEqualTo(now + 5);
            assertThat(restored.getValue("since")).isNull();
            JsonObject another = same.next().json();
            assertThat(another.getLong("revision")).isEqualTo(now);
            assertThat(another.getLong("previous")).isEqualTo(now);
            assertThat(another.getValue("since")).isNull();
        }
    }

    @Test
    void a_database_that_is_set_back_is_told_with_its_own_newest_revision_at_once() throws Exception {
        long kept = revision("/air/alerts");
        try (EventReader reader = reading("?dataset=air-alerts")) {
            reader.next();
            published("air-alerts");
            assertThat(reader.next().json().getLong("revision")).isEqualTo(kept + 1);
            headIs(kept);
            JsonObject told = reader.next().json();
            assertThat(told.getLong("revision")).isEqualTo(kept);
            assertThat(told.getLong("previous")).isEqualTo(kept + 1);
            assertThat(told.getValue("since")).isNull();
        } finally {
            headIs(kept + 1);
        }
    }

    /** As a database says that was restored to that moment. */
    private void headIs(long revision) throws SQLException {
        transactions.run(connection -> {
            try (PreparedStatement back = connection.prepareStatement("UPDATE dataset_head h SET revision = r.revision, published_at = r.published_at "
                    + "FROM dataset_revision r WHERE h.dataset = 'air-alerts' AND r.dataset = h.dataset AND r.revision = ?")) {
                back.setLong(1, revision);
                return back.executeUpdate();
            }
        });
    }

    @Test
    void a_header_that_cannot_be_read_begins_anew_and_is_told_so() throws Exception {
        try (EventReader reader = reading("?dataset=air-alerts", "Last-Event-ID", "42", "Accept-Language", "zh")) {
            Event state = reader.next();
            assertThat(state.name()).isEqualTo("state");
            assertThat(state.json().getJsonObject("problem").getString("type")).isEqualTo("/api/v1/problems/invalid-parameter");
            assertThat(state.json().getJsonObject("problem").getString("detail")).startsWith("Last-Event-ID: 不是本接口事件的 id");
            assertThat(state.json().getJsonObject("datasets").getJsonObject("air-alerts").getLong("revision")).isEqualTo(revision("/air/alerts"));
        }
    }

    @Test
    void a_stream_without_events_shows_that_it_is_there() throws Exception {
        try (EventReader reader = reading("?dataset=air-alerts")) {
            reader.next();
            long began = System.nanoTime();
            assertThat(reader.any().name()).isEqualTo("comment");
            assertThat(reader.any().name()).isEqualTo("comment");
            assertThat(System.nanoTime() - began).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(900)).isLessThan(TimeUnit.SECONDS.toNanos(4));
        }
    }

    @Test
    void all_datasets_everybody_may_read_are_told_of_where_none_is_named() throws Exception {
        List<String> listed = given().basePath("/api/v1").get("/datasets").jsonPath().getList("data.id");
        try (EventReader reader = reading("")) {
            assertThat(reader.next().json().getJsonObject("datasets").fieldNames()).containsExactlyInAnyOrderElementsOf(listed)
                    .contains("air-cities-latest", "water-readings", "supervision-records").doesNotContain("supervision-reviews");
        }
    }

    @Test
    void a_question_that_cannot_be_understood_is_refused() {
        Response unknown = refusal("?dataset=air-alerts,noise", "text/event-stream");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.contentType()).startsWith("application/problem+json");
        assertThat(unknown.jsonPath().getString("detail")).startsWith("dataset takes air-alerts, air-annual, ");
        assertThat(refusal("?dataset=supervision-reviews", "*/*").statusCode()).isEqualTo(400);
        assertThat(refusal("?station=1", "*/*").jsonPath().getString("detail")).isEqualTo("this endpoint has no parameter station; it takes dataset, last_event_id");
        assertThat(refusal("?last_event_id=42", "*/*").jsonPath().getString("errors[0].parameter")).isEqualTo("last_event_id");
        assertThat(refusal("?last_event_id=air-alerts:1,air-alerts:2", "*/*").statusCode()).isEqualTo(400);
        Response json = refusal("", "application/json");
        assertThat(json.statusCode()).isEqualTo(406);
        assertThat(json.jsonPath().getString("detail")).isEqualTo("served here: text/event-stream");
    }

    @Test
    void head_and_options_work_and_end() {
        Response head = given().basePath("/api/v1").head("/stream?dataset=air-alerts");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.contentType()).isEqualTo("text/event-stream");
        assertThat(head.header("Cache-Control")).isEqualTo("no-store");
        assertThat(given().basePath("/api/v1").options("/stream").header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        Response preflight = given().basePath("/api/v1").header("Access-Control-Request-Method", "GET").header("Origin", "https://app.example").options("/stream");
        assertThat(preflight.header("Access-Control-Allow-Headers").split(", ")).contains("Last-Event-ID");
    }
}
