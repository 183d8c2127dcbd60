package org.envdisclosure.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.source.SourceService.get;
import static org.envdisclosure.source.SourceService.json;
import static org.envdisclosure.source.SourceService.post;
import static org.envdisclosure.source.SourceService.reading;
import static org.envdisclosure.source.SourceService.take;
import static org.envdisclosure.source.SourceService.writing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** Where a sensitive source is, nobody learns by any path; who sends back what is shown loses nothing. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class SensitivePlacesTest {

    private static final String EXACT = "47\\.1234|67\\.5678|47\\.1239|67\\.5671";

    /** Half a megabyte. */
    private static final int MANY = 4_000;

    @Inject
    AgroalDataSource database;

    @TestHTTPResource("/api/v1/sources")
    URI sources;

    private static void entered(String id, String more) {
        take("/sources", "{\"source_id\":\"%s\",\"name\":\"密点\",\"longitude\":47.1234,\"latitude\":67.5678,\"valid_from\":\"2020-01-01\"%s}".formatted(id, more));
    }

    private static void withOutlet(String id) {
        take("/sources/outlets", "{\"source_id\":\"%s\",\"outlet_code\":\"DW001\",\"longitude\":47.1239,\"latitude\":67.5671,\"valid_from\":\"2020-01-01\"}".formatted(id));
    }

    @Test
    void no_path_shows_the_place_not_even_of_a_state_before_the_mark() throws SQLException {
        entered("sens-a", "");
        withOutlet("sens-a");
        take("/sources", "{\"source_id\":\"sens-a\",\"name\":\"密点改名\",\"longitude\":47.1234,\"latitude\":67.5678,\"valid_from\":\"2023-01-01\"}");
        long sources = get("/sources?source=sens-a").getLong("meta.revision");
        long outlets = get("/sources/outlets?source=sens-a").getLong("meta.revision");
        assertThat(reading().get("/sources/sens-a?as_of=revision:" + sources).asString()).as("before the mark").contains("47.1234", "47.1239");
        String tag = reading().get("/sources/outlets/sens-a.DW001/history?as_of=revision:" + outlets).header("ETag");
        String page = reading().get("/sources/outlets/sens-a.DW001").header("ETag");

        take("/sources", "{\"source_id\":\"sens-a\",\"name\":\"密点\",\"longitude\":47.1234,\"latitude\":67.5678,\"sensitive\":true,\"valid_from\":\"2020-01-01\"}");

        for (String past : List.of("", "as_of=revision:" + sources, "at=2021-01-01")) {
            for (String path : List.of("/sources?q=%E5%AF%86%E7%82%B9&source=sens-a", "/sources/sens-a?", "/sources/sens-a/history?")) {
                hidden(path + "&" + (path.contains("history") && past.startsWith("at") ? "" : past));
            }
        }
        for (String past : List.of("", "as_of=revision:" + outlets)) {
            for (String path : List.of("/sources/outlets?source=sens-a", "/sources/outlets/sens-a.DW001?", "/sources/outlets/sens-a.DW001/history?")) {
                hidden(path + "&" + past);
            }
        }
        Response history = reading().header("If-None-Match", tag).get("/sources/outlets/sens-a.DW001/history?as_of=revision:" + outlets);
        assertThat(history.statusCode()).as("the answer that showed the place is not the answer any more").isEqualTo(200);
        assertThat(history.header("Cache-Control")).doesNotContain("immutable");
        assertThat(reading().header("If-None-Match", page).get("/sources/outlets/sens-a.DW001").statusCode()).isEqualTo(200);
        assertThat(viewed("sources", "source_id = 'sens-a'")).doesNotMatch("(?s).*(" + EXACT + ").*").contains("47.1");
        assertThat(viewed("sources_outlets", "source_id = 'sens-a'")).doesNotMatch("(?s).*(" + EXACT + ").*").contains("47.1");
    }

    private static void hidden(String query) {
        String path = query.replace("?&", "?").replaceAll("[?&]$", "");
        List<String> formats = path.contains("/sens-a?") || path.endsWith("/sens-a") || path.matches(".*/sens-a\\.DW001(\\?.*)?") ? List.of("json")
                : List.of("json", "csv", "ndjson", "geojson", "columns");
        for (String format : formats) {
            Response answer = reading().get(path + (path.contains("?") ? "&" : "?") + "format=" + format);
            assertThat(answer.statusCode()).as(path + ": " + answer.asString()).isEqualTo(200);
            assertThat(answer.asString()).as(path + " " + format).contains("47.1").contains("67.6").doesNotContainPattern(EXACT);
        }
    }

    private String viewed(String view, String where) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT v::text FROM " + view + " AS v WHERE " + where)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return String.join("\n", rows);
    }

    @Test
    void a_box_or_a_circle_finds_it_where_it_is_shown() {
        entered("sens-box", ",\"sensitive\":true");

        assertThat(get("/sources?bbox=47.12,67.56,47.13,67.57&source=sens-box").getList("data")).isEmpty();
        assertThat(get("/sources?near=47.1234,67.5678&radius=100&source=sens-box").getList("data")).isEmpty();
        assertThat(get("/sources?bbox=47.1,67.6,47.1,67.6&source=sens-box").getList("data.source_id")).hasToString("[sens-box]");
        assertThat(get("/sources?near=47.1,67.6&radius=1&source=sens-box").getList("data.source_id")).hasToString("[sens-box]");
    }

    @Test
    void the_key_holder_is_told_what_was_sent() {
        Response answer = writing().contentType("application/json").body("{\"name\":\"密点\",\"longitude\":47.1234,\"latitude\":67.5678,\"sensitive\":true}").put("/sources/sens-put");

        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
        assertThat(json(answer).getString("data.longitude")).isEqualTo("47.1234");
        assertThat(get("/sources/sens-put").getString("data.longitude")).isEqualTo("47.1");
    }

    @Test
    void what_is_shown_and_sent_back_leaves_the_exact_place() throws JsonProcessingException {
        entered("sens-back", ",\"sensitive\":true");
        withOutlet("sens-back");
        Response shown = reading().get("/sources/sens-back");
        String data = new JsonMapper().readTree(shown.asString()).get("data").toString();
        Response outlet = reading().get("/sources/outlets?source=sens-back&format=csv");

        Response put = writing().contentType("application/json").header("If-Match", shown.header("ETag")).body(data.replace("密点", "密点二")).put("/sources/sens-back");
        JsonPath again = json(post("/sources/outlets", "text/csv", outlet.asString()));

        assertThat(put.statusCode()).as(put.asString() + data).isEqualTo(200);
        assertThat(json(put).getMap("data")).containsEntry("name", "密点二").containsEntry("longitude", new BigDecimal("47.1234")).containsEntry("latitude", new BigDecimal("67.5678"));
        assertThat(again.getMap("")).containsEntry("received", 1).containsEntry("unchanged", 1);
        JsonPath moved = take("/sources", "{\"source_id\":\"sens-back\",\"name\":\"密点二\",\"longitude\":47.9,\"latitude\":67.6,\"valid_from\":\"2020-01-01\"}");
        assertThat(moved.getMap("")).containsEntry("corrected", 1);
    }

    @Test
    void all_its_versions_and_outlets_show_one_place() {
        take("/sources",
                "{\"source_id\":\"sens-one\",\"name\":\"密点\",\"longitude\":47.1499,\"latitude\":67.5499,\"datum\":\"GCJ02\",\"valid_from\":\"2020-01-01\"}",
                "{\"source_id\":\"sens-one\",\"name\":\"密点\",\"longitude\":47.1501,\"latitude\":67.5501,\"datum\":\"CGCS2000\",\"sensitive\":true,\"valid_from\":\"2023-01-01\"}");
        take("/sources/outlets",
                "{\"source_id\":\"sens-one\",\"outlet_code\":\"DW001\",\"longitude\":47.1498,\"latitude\":67.5502,\"valid_from\":\"2020-01-01\"}",
                "{\"source_id\":\"sens-one\",\"outlet_code\":\"DW001\",\"longitude\":47.1502,\"latitude\":67.5498,\"valid_from\":\"2022-01-01\"}",
                "{\"source_id\":\"sens-one\",\"outlet_code\":\"DW002\",\"valid_from\":\"2020-01-01\"}");

        assertThat(get("/sources/sens-one/history").getList("data.longitude")).hasToString("[47.2, 47.2]");
        assertThat(get("/sources/sens-one/history").getList("data.latitude")).hasToString("[67.6, 67.6]");
        assertThat(get("/sources/sens-one/history").getList("data.datum")).hasToString("[CGCS2000, CGCS2000]");
        assertThat(get("/sources/outlets/sens-one.DW001/history").getList("data.longitude")).hasToString("[47.2, 47.2]");
        assertThat(get("/sources/outlets/sens-one.DW001/history").getList("data.latitude")).hasToString("[67.6, 67.6]");
        assertThat(get("/sources/outlets/sens-one.DW001/history").getList("data.datum")).hasToString("[CGCS2000, CGCS2000]");
        assertThat(get("/sources/outlets/sens-one.DW002").getMap("data")).as("what has none is given none").containsEntry("longitude", null).containsEntry("datum", null);
        assertThat(get("/sources?source=sens-one&at=2021-01-01").getList("data[0].outlets.longitude")).hasToString("[47.2, null]");

        String page = reading().get("/sources/outlets/sens-one.DW001").header("ETag");
        take("/sources", "{\"source_id\":\"sens-one\",\"name\":\"密点\",\"valid_from\":\"2023-01-01\"}");

        assertThat(get("/sources/sens-one/history").getList("data.longitude")).as("its newest version has no place").hasToString("[null, null]");
        Response again = reading().header("If-None-Match", page).get("/sources/outlets/sens-one.DW001");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).getMap("data")).containsEntry("longitude", null).containsEntry("latitude", null);
    }

    @Test
    void a_history_that_is_sent_back_leaves_the_place_of_each_version() {
        take("/sources",
                "{\"source_id\":\"sens-hist\",\"name\":\"旧\",\"longitude\":47.1234,\"latitude\":67.5678,\"valid_from\":\"2020-01-01\"}",
                "{\"source_id\":\"sens-hist\",\"name\":\"新\",\"longitude\":47.9111,\"latitude\":67.9111,\"datum\":\"CGCS2000\",\"valid_from\":\"2023-01-01\",\"sensitive\":true}");
        take("/sources/outlets",
                "{\"source_id\":\"sens-hist\",\"outlet_code\":\"DW001\",\"longitude\":47.1239,\"latitude\":67.5671,\"datum\":\"GCJ02\",\"valid_from\":\"2020-01-01\"}",
                "{\"source_id\":\"sens-hist\",\"outlet_code\":\"DW001\",\"longitude\":47.1238,\"latitude\":67.5672,\"valid_from\":\"2022-01-01\"}");

        for (String path : List.of("/sources/sens-hist/history", "/sources/outlets/sens-hist.DW001/history")) {
            String batch = path.startsWith("/sources/outlets") ? "/sources/outlets" : "/sources";
            Response back = post(batch, "text/csv", reading().get(path + "?format=csv").asString());
            assertThat(json(back).getMap("")).as(path + back.asString()).containsEntry("received", 2).containsEntry("unchanged", 2);
        }
        take("/sources", reading().get("/sources/sens-hist/history?format=ndjson").asString().replace("\"sensitive\":true", "\"sensitive\":false").split("\n"));
        assertThat(get("/sources/sens-hist/history").getList("data.longitude")).hasToString("[47.1234, 47.9111]");
        assertThat(get("/sources/outlets/sens-hist.DW001/history").getList("data.longitude")).hasToString("[47.1239, 47.1238]");
    }

    @Test
    void a_mark_that_is_set_while_a_batch_is_read_stays() throws Exception {
        entered("sens-race", "");
        PipedOutputStream body = new PipedOutputStream();
        PipedInputStream rows = new PipedInputStream(body);
        HttpRequest request = HttpRequest.newBuilder(sources).header("X-API-Key", TestDatabase.ADMIN_KEY).header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> rows)).build();
        CompletableFuture<HttpResponse<String>> answer = HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString());
        String row = "{\"source_id\":\"sens-race\",\"name\":\"密点改名\",\"longitude\":47.1234,\"latitude\":67.5678,\"valid_from\":\"2020-01-01\"}\n";
        body.write(row.repeat(MANY).getBytes(StandardCharsets.UTF_8));
        body.flush();
        // of so many some are read, and before the first of them the marks
        Thread.sleep(1_500);

        entered("sens-race", ",\"sensitive\":true");
        body.write(row.getBytes(StandardCharsets.UTF_8));
        body.close();

        assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).as(answer.get().body()).isEqualTo(200);
        assertThat(get("/sources/sens-race").getMap("data")).containsEntry("name", "密点改名").containsEntry("sensitive", true)
                .containsEntry("longitude", new BigDecimal("47.1")).containsEntry("latitude", new BigDecimal("67.6"));
    }

    @Test
    void an_entry_that_says_nothing_of_the_mark_leaves_it_and_false_lifts_it() {
        entered("sens-mark", ",\"sensitive\":true");
        entered("sens-mark", "");
        assertThat(get("/sources/sens-mark").getMap("data")).containsEntry("sensitive", true).containsEntry("longitude", new BigDecimal("47.1"));

        entered("sens-mark", ",\"sensitive\":false");

        assertThat(get("/sources/sens-mark").getMap("data")).containsEntry("sensitive", false).containsEntry("longitude", new BigDecimal("47.1234"));
    }
}
