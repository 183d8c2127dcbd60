package org.envdisclosure.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.envdisclosure.platform.database.FaultyLine;
import org.envdisclosure.platform.database.FaultyLineDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The service at the end of a line to its database that breaks, and with a rate limit: what needs settings of its own. */
@QuarkusTest
@TestProfile(OutageTest.OwnDatabase.class)
class OutageTest {

    /** Whose validator does not change with the minute, as that of places does that begin and end. */
    private static final String SAME_ALL_DAY = "/api/v1/air/hourly?from=2026-01-01&to=2026-01-02&limit=7";
    private static final Duration LONGEST = Duration.ofSeconds(5);

    FaultyLine line;

    @TestHTTPResource
    URI service;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String client = "2001:db8:" + UUID.randomUUID().toString().substring(0, 4) + "::1";

    public static final class OwnDatabase implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(FaultyLineDatabase.class));
        }

        /** The shared database would be told to the service as well. */
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @AfterEach
    void mend() throws Exception {
        line.mend();
        eventually(() -> get("/q/health/ready").statusCode() == 200);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path)).header("X-Forwarded-For", client).timeout(Duration.ofSeconds(40));
        return http.send(headers.length == 0 ? request.build() : request.headers(headers).build(), BodyHandlers.ofString());
    }

    private static Duration eventually(Callable<Boolean> so) throws Exception {
        long begun = System.nanoTime();
        while (!so.call()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("waited").isLessThan(Duration.ofSeconds(20));
            Thread.sleep(100);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static List<LogRecord> loggedDuring(Callable<?> work) throws Exception {
        List<LogRecord> records = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                records.add(record);
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
        Logger logger = Logger.getLogger("org.envdisclosure.platform.web");
        logger.addHandler(handler);
        try {
            work.call();
        } finally {
            logger.removeHandler(handler);
        }
        return records;
    }

    @Test
    void without_its_database_the_service_says_so_at_once_and_is_itself_again_when_the_database_is() throws Exception {
        // Given
        assertThat(get("/api/v1/air/latest").statusCode()).isEqualTo(200);
        line.cut();
        // When
        long begun = System.nanoTime();
        HttpResponse<String> refused = get("/api/v1/air/latest?limit=503");
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        // Then
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(took).isLessThan(LONGEST);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.headers().firstValue("Retry-After")).contains("5");
        assertThat(new JsonObject(refused.body()).getString("type")).isEqualTo("/api/v1/problems/unavailable");
        assertThat(eventually(() -> get("/q/health/ready").statusCode() == 503)).isLessThan(LONGEST);
        assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(new JsonObject(get("/q/health/ready").body()).getString("status")).isEqualTo("DOWN");
        line.mend();
        eventually(() -> get("/q/health/ready").statusCode() == 200);
        assertThat(get("/api/v1/air/latest").statusCode()).isEqualTo(200);
    }

    @Test
    void a_kept_answer_is_not_told_for_long_without_its_database() throws Exception {
        assertThat(get(SAME_ALL_DAY).statusCode()).isEqualTo(200);
        String tag = get(SAME_ALL_DAY).headers().firstValue("ETag").orElseThrow();
        line.cut();

        Thread.sleep(6_000);
        assertThat(get(SAME_ALL_DAY).statusCode()).isEqualTo(503);
        assertThat(get(SAME_ALL_DAY, "If-None-Match", tag).statusCode()).isEqualTo(503);
        line.mend();
        eventually(() -> get("/q/health/ready").statusCode() == 200);
        assertThat(get(SAME_ALL_DAY, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void a_download_without_the_database_is_refused_in_the_same_words() throws Exception {
        line.cut();

        HttpResponse<String> refused = get("/api/v1/air/hourly?format=csv");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(new JsonObject(refused.body()).getString("type")).isEqualTo("/api/v1/problems/unavailable");
    }

    @Test
    void a_database_that_hangs_keeps_no_probe_waiting() throws Exception {
        line.hang();

        assertThat(eventually(() -> get("/q/health/ready").statusCode() == 503)).isLessThan(Duration.ofSeconds(15));
        long begun = System.nanoTime();
        get("/q/health/ready");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void a_request_that_meets_a_hanging_database_comes_to_an_end() throws Exception {
        line.hang();

        long begun = System.nanoTime();
        HttpResponse<String> refused = get("/api/v1/air/stations?limit=503");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(new JsonObject(refused.body()).getString("trace_id")).matches("(?!0{32})[0-9a-f]{32}");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void connections_that_broke_fail_at_most_the_requests_that_held_them() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(get("/api/v1/air/latest").statusCode()).isEqualTo(200);
        }
        line.breakConnections();
        Thread.sleep(1_500);

        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            answers.add(get("/api/v1/air/latest").statusCode());
        }
        assertThat(answers).containsOnly(200);
    }

    @Test
    void the_trace_in_the_answer_is_the_one_in_the_log_and_the_query_is_in_neither() throws Exception {
        line.cut();
        List<String> body = new ArrayList<>();

        List<LogRecord> log = loggedDuring(() -> body.add(get("/api/v1/air/stations?station=OPS-SECRET").body()));

        String trace = new JsonObject(body.get(0)).getString("trace_id");
        assertThat(trace).matches("[0-9a-f]{32}").isNotEqualTo("0".repeat(32));
        assertThat(log).hasSize(1);
        String line = String.format(log.get(0).getMessage(), log.get(0).getParameters());
        assertThat(line).contains("path=/api/v1/air/stations trace=" + trace).doesNotContain("OPS-SECRET");
        assertThat(body.get(0)).doesNotContain("OPS-SECRET").doesNotContainIgnoringCase("connection");
    }

    @Test
    void the_limit_holds_through_the_whole_service_and_for_each_client_apart() throws Exception {
        String etag = get(SAME_ALL_DAY).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> unchanged = get(SAME_ALL_DAY, "If-None-Match", etag);
        HttpResponse<String> wrong = get("/api/v1/air/stations?nonsense=1");
        for (int i = 3; i < 20; i++) {
            get("/api/v1/air/stations");
        }
        HttpResponse<String> over = get("/api/v1/air/stations");
        HttpResponse<String> guessed = get("/api/v1/keys", "X-API-Key", "a-key-that-was-guessed");

        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"default\";r=18;t=");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.headers().firstValue("RateLimit-Policy")).contains("\"default\";q=20;w=60");
        assertThat(over.statusCode()).isEqualTo(429);
        assertThat(over.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
        assertThat(guessed.statusCode()).isEqualTo(429);
        HttpResponse<String> other = http.send(HttpRequest.newBuilder(service.resolve("/api/v1/air/stations"))
                .header("X-Forwarded-For", "203.0.113.77").build(), BodyHandlers.ofString());
        assertThat(other.statusCode()).isEqualTo(200);
    }
}
