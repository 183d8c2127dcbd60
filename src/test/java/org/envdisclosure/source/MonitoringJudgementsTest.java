package org.envdisclosure.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.source.MonitoredOutlet.get;
import static org.envdisclosure.source.MonitoredOutlet.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.rollup.Drained;
import org.junit.jupiter.api.Test;

/** Results follow the limits: a late one, one that is corrected, one that comes while a batch is read. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class MonitoringJudgementsTest {

    private static final String MAY = "2026-05-31T08:00:00+08:00";
    private static final String JUNE = "2026-06-01T08:00:00+08:00";
    private static final String JULY = "2026-07-01T08:00:00+08:00";

    /** Half a megabyte. */
    private static final int MANY = 2_000;
    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    @TestHTTPResource("/api/v1/sources/monitoring")
    URI results;

    private static List<String> texts(JsonPath answer, String column) {
        return answer.<Object>getList("data." + column).stream().map(String::valueOf).toList();
    }

    private static void threeMonths(MonitoredOutlet outlet) {
        take("/sources/monitoring", outlet.hour(MAY, "45"), outlet.hour(JUNE, "45"), outlet.hour(JULY, "45"));
    }

    @Test
    void a_late_limit_judges_what_is_there_and_the_past_stays_what_it_was() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mj-late");
        threeMonths(outlet);
        long before = outlet.results().getLong("meta.revision");

        outlet.limited("1h", "2026-06-01", "40", "");
        Drained.queues();

        assertThat(texts(outlet.results(), "compliant")).containsExactly("null", "false", "false");
        assertThat(texts(outlet.results(), "limit_high")).containsExactly("null", "40", "40");
        assertThat(texts(outlet.results("&as_of=revision:" + before), "compliant")).containsExactly("null", "null", "null");
        JsonPath states = get("/sources/monitoring/mj-late/DW001/w01018/" + JUNE.replace("+", "%2B") + "/1h/self/automatic/revisions");
        assertThat(texts(states, "compliant")).containsExactly("null", "false");
        assertThat(texts(states, "revision_reason")).containsExactly("null", "recalculation");
    }

    @Test
    void a_new_version_judges_from_its_first_day_and_touches_nothing_before() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mj-version").limited("1h", "2026-01-01", "50", "");
        threeMonths(outlet);
        long before = outlet.results().getLong("meta.revision");

        outlet.limited("1h", "2026-07-01", "40", "");
        Drained.queues();

        assertThat(texts(outlet.results(), "compliant")).containsExactly("true", "true", "false");
        assertThat(texts(outlet.results("&updated_since=" + outlet.results("&as_of=revision:" + before).getString("meta.as_of").replace("+", "%2B")), "observed_at"))
                .containsExactly(JULY);
    }

    @Test
    void a_limit_that_is_corrected_or_ended_judges_anew() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mj-corrected").limited("1h", "2026-01-01", "50", "");
        threeMonths(outlet);

        outlet.limited("1h", "2026-01-01", "40", "");
        Drained.queues();
        assertThat(texts(outlet.results(), "exceedance_multiple")).containsExactly("0.12", "0.12", "0.12");

        outlet.limited("1h", "2026-01-01", "40", ",\"valid_to\":\"2026-06-01\"");
        Drained.queues();
        assertThat(texts(outlet.results(), "limit_high")).containsExactly("40", "null", "null");
        assertThat(texts(outlet.results(), "compliant")).containsExactly("false", "null", "null");
    }

    @Test
    void a_limit_entered_by_mistake_is_taken_away() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mj-mistake").limited("1h", "2026-01-01", "50", "").limited("1h", "2026-06-01", "40", "");
        threeMonths(outlet);
        assertThat(texts(outlet.results(), "compliant")).containsExactly("true", "false", "false");

        outlet.limited("1h", "2026-06-01", "40", ",\"valid_to\":\"2026-06-01\"");
        Drained.queues();
        assertThat(texts(outlet.results(), "limit_high")).containsExactly("50", "null", "null");
        assertThat(texts(outlet.results(), "compliant")).containsExactly("true", "null", "null");

        outlet.limited("1h", "2026-01-01", "50", "");
        Drained.queues();
        assertThat(texts(outlet.results(), "limit_high")).containsExactly("50", "50", "50");
        String limit = "/sources/limits/mj-mistake.DW001.w01018.1h";
        assertThat(get(limit).getMap("data")).containsEntry("valid_from", "2026-01-01").containsEntry("valid_to", null);
        assertThat(get(limit + "?at=2026-06-01").getString("data.valid_from")).isEqualTo("2026-01-01");
        assertThat(get("/sources/limits?source=mj-mistake&at=2026-06-01").<Object>getList("data.valid_from")).containsExactly("2026-01-01");
        assertThat(get("/sources/mj-mistake?at=2026-06-01").<Object>getList("data.permit_limits.limit_high").toString()).isEqualTo("[50]");
        assertThat(texts(get(limit + "/history"), "valid_to")).containsExactly("null", "2026-06-01");
        assertThat(texts(get("/sources/mj-mistake/timeline?event=limit"), "valid_from")).containsExactly("2026-01-01");
    }

    @Test
    void a_limit_that_somebody_takes_away_alone_is_gone_and_can_come_back() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mj-away").limited("1h", "2026-01-01", "50", "");
        threeMonths(outlet);

        assertThat(put("mj-away", "{\"limit_high\":40,\"unit\":\"mg/L\",\"valid_from\":\"2026-06-01\",\"valid_to\":\"2026-06-01\"}")).isEqualTo(200);
        Drained.queues();
        assertThat(texts(outlet.results(), "limit_high")).as("it ends none").containsExactly("50", "50", "50");

        assertThat(put("mj-away", "{\"limit_high\":50,\"unit\":\"mg/L\",\"valid_from\":\"2026-01-01\",\"valid_to\":\"2026-01-01\"}")).isEqualTo(200);
        Drained.queues();
        assertThat(texts(outlet.results(), "limit_high")).containsExactly("null", "null", "null");
        assertThat(MonitoredOutlet.reading().get("/sources/limits/mj-away.DW001.w01018.1h").statusCode()).isEqualTo(404);

        assertThat(put("mj-away", "{\"limit_high\":30,\"unit\":\"mg/L\",\"valid_from\":\"2026-01-01\"}")).isEqualTo(200);
        Drained.queues();
        assertThat(texts(outlet.results(), "limit_high")).containsExactly("30", "30", "30");
        assertThat(put("mj-away", "{\"limit_high\":30,\"unit\":\"mg/L\",\"valid_from\":\"2026-01-02\",\"valid_to\":\"2026-01-01\"}")).isEqualTo(400);
    }

    private static int put(String source, String body) {
        return MonitoredOutlet.writing().contentType("application/json").body(body).put("/sources/limits/" + source + ".DW001.w01018.1h").statusCode();
    }

    @Test
    void a_limit_that_somebody_edits_alone_judges_anew_too() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mj-put").limited("1h", "2026-01-01", "50", "");
        threeMonths(outlet);

        Response put = MonitoredOutlet.writing().contentType("application/json").body("{\"limit_high\":40,\"unit\":\"mg/L\",\"valid_from\":\"2026-06-01\"}")
                .put("/sources/limits/mj-put.DW001.w01018.1h");
        assertThat(put.statusCode()).as(put.asString()).isEqualTo(200);
        Drained.queues();

        assertThat(texts(outlet.results(), "limit_high")).containsExactly("50", "40", "40");
        assertThat(texts(outlet.results(), "limit_standard")).containsExactly("示例许可证", "null", "null");
        assertThat(texts(outlet.results(), "compliant")).containsExactly("true", "false", "false");
    }

    @Test
    void a_limit_of_its_own_averaging_goes_before_one_that_states_none() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mj-any").limited("any", "2026-01-01", "50", "");
        threeMonths(outlet);

        outlet.limited("1h", "2026-06-01", "40", "");
        Drained.queues();

        assertThat(texts(outlet.results(), "limit_averaging")).containsExactly("any", "1h", "1h");
        assertThat(texts(outlet.results(), "compliant")).containsExactly("true", "false", "false");
    }

    @Test
    void what_no_limit_is_about_stays_as_it_is() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mj-other").limited("1h", "2026-01-01", "50", "");
        threeMonths(outlet);
        String path = "/sources/monitoring/mj-other/DW001/w01018/" + MAY.replace("+", "%2B") + "/1h/self/automatic/revisions";
        List<Object> states = get(path).getList("data");

        outlet.limited("24h", "2026-01-01", "1", "");
        outlet.limit("DA001", "w01018", "1h", "2026-01-01", ",\"limit_high\":1,\"unit\":\"mg/L\"");
        outlet.limited("1h", "2026-01-01", "50", ",\"basis\":\"standard\"");
        Drained.queues();

        assertThat(get(path).<Object>getList("data")).hasSize(1).isEqualTo(states);
    }

    @Test
    void a_batch_that_read_the_limits_before_they_changed_is_judged_by_those_that_hold() throws Exception {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mj-race").limited("1h", "2026-01-01", "50", "");
        PipedOutputStream body = new PipedOutputStream();
        PipedInputStream source = new PipedInputStream(body);
        HttpRequest request = HttpRequest.newBuilder(results).header("X-API-Key", TestDatabase.ADMIN_KEY).header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> source)).build();
        CompletableFuture<HttpResponse<String>> answer = HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString());
        send(body, hours(outlet, MANY));
        // of so many some are read, and with the first of them the limits, whatever is still on its way
        Thread.sleep(1_500);

        outlet.limited("1h", "2026-01-01", "40", "");
        send(body, outlet.hour(JULY, "45"));
        body.close();

        assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).as(answer.get().body()).isEqualTo(200);
        Drained.queues();
        assertThat(get("/sources/monitoring?source=mj-race&compliant=false&limit=1&count=exact").getInt("page.total")).isEqualTo(MANY + 1);
        JsonPath first = get("/sources/monitoring/mj-race/DW001/w01018/2026-03-01T01:00:00%2B08:00/1h/self/automatic/revisions");
        assertThat(texts(first, "limit_high")).as("the batch did read the limits before they changed").containsExactly("50", "40");
        assertThat(texts(first, "revision_reason")).containsExactly("null", "recalculation");
    }

    private static String hours(MonitoredOutlet outlet, int count) {
        OffsetDateTime first = OffsetDateTime.parse("2026-03-01T01:00:00+08:00");
        return IntStream.range(0, count).mapToObj(hour -> outlet.hour(LABEL.format(first.plusHours(hour)), "45")).collect(Collectors.joining("\n"));
    }

    private static void send(PipedOutputStream body, String line) throws IOException {
        body.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        body.flush();
    }
}
