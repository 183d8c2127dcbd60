package org.envdisclosure.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.envdisclosure.platform.access.KnownKey;
import org.envdisclosure.platform.access.RecentKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limit before a real server: two requests a minute, the test itself standing for a trusted proxy. */
class RateLimitTest {

    private static final String CLIENT = "X-Forwarded-For";
    private static final String KEY = "X-API-Key";

    private final HandTurnedClock clock = new HandTurnedClock();
    private final RecentKeys keys = new RecentKeys();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        RateLimit limit = new RateLimit("2", "127.0.0.1", keys, clock);
        Router router = Router.router(vertx);
        router.route().handler(limit::count);
        router.route("/unchanged").handler(context -> context.response().setStatusCode(304).end());
        router.route().handler(context -> context.response().end("served"));
        server = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false)).requestHandler(router).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get();
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path));
        return http.send(headers.length == 0 ? request.build() : request.headers(headers).build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("none");
    }

    /** As a client does that sends all before it listens: the answer is whole, and so is the connection. */
    @Test
    void who_is_refused_while_sending_50_megabytes_reads_the_refusal_and_may_ask_again_on_the_same_connection() throws Exception {
        get("/api", CLIENT, "192.0.2.9");
        get("/api", CLIENT, "192.0.2.9");
        int megabytes = 50;
        byte[] megabyte = new byte[1 << 20];
        try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(head("POST /api", "192.0.2.9", "Content-Length: " + megabytes * megabyte.length));
            for (int i = 0; i < megabytes; i++) {
                out.write(megabyte);
            }
            assertThat(answer(socket)).startsWith("HTTP/1.1 429 ").contains("Retry-After: 60").endsWith("\"instance\":\"/api\"}");

            out.write(head("GET /api", "192.0.2.10", "Accept: */*"));
            assertThat(answer(socket)).startsWith("HTTP/1.1 200 ").endsWith("served");
        }
    }

    private static byte[] head(String request, String client, String header) {
        return (request + " HTTP/1.1\r\nHost: localhost\r\n" + CLIENT + ": " + client + "\r\n" + header + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** One answer with its body, as long as its Content-Length says. */
    private static String answer(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as("connection closed after: %s", head).isNotNegative();
            head.append((char) next);
        }
        int length = Integer.parseInt(head.toString().toLowerCase(Locale.ROOT).replaceAll("(?s).*content-length: (\\d+).*", "$1"));
        return head + new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    }

    @Test
    void the_third_request_of_a_minute_is_a_problem_that_says_when_to_come_again() throws Exception {
        // Given
        HttpResponse<String> first = get("/api", CLIENT, "192.0.2.1");
        HttpResponse<String> second = get("/unchanged", CLIENT, "192.0.2.1");
        clock.pass(Duration.ofSeconds(19));
        // When
        HttpResponse<String> third = get("/api", CLIENT, "192.0.2.1");
        // Then
        assertThat(header(first, "RateLimit-Policy")).isEqualTo("\"default\";q=2;w=60");
        assertThat(header(first, "RateLimit")).isEqualTo("\"default\";r=1;t=60");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(header(second, "RateLimit")).isEqualTo("\"default\";r=0;t=60");
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(header(third, "RateLimit")).isEqualTo("\"default\";r=0;t=41");
        assertThat(header(third, "Retry-After")).isEqualTo("41");
        assertThat(header(third, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(third.body()).isEqualTo("{\"type\":\"/api/v1/problems/too-many-requests\",\"title\":\"Too many requests\",\"status\":429,"
                + "\"detail\":\"2 requests a minute are allowed; try again in 41 s\",\"instance\":\"/api\"}");
    }

    @Test
    void after_retry_after_the_client_is_served_again() throws Exception {
        for (int i = 0; i < 3; i++) {
            get("/api", CLIENT, "192.0.2.1");
        }
        clock.pass(Duration.ofSeconds(60));

        assertThat(get("/api", CLIENT, "192.0.2.1").body()).isEqualTo("served");
    }

    @Test
    void the_refusal_speaks_chinese_to_those_who_prefer_it() throws Exception {
        get("/api", CLIENT, "192.0.2.1");
        get("/api", CLIENT, "192.0.2.1");

        HttpResponse<String> refused = get("/api", CLIENT, "192.0.2.1", "Accept-Language", "zh-CN,zh;q=0.9");

        assertThat(refused.body()).contains("\"detail\":\"每分钟最多 2 次请求；请 60 秒后再试\"");
    }

    @Test
    void what_is_for_the_operator_and_the_files_of_the_page_are_not_counted() throws Exception {
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> probe = get(i % 2 == 0 ? "/q/health" : "/page/0123456789abcdef/today.js", CLIENT, "192.0.2.1");
            assertThat(probe.body()).isEqualTo("served");
            assertThat(header(probe, "RateLimit")).isEqualTo("none");
        }
    }

    @Test
    void no_way_of_writing_a_path_slips_past() throws Exception {
        get("/api", CLIENT, "192.0.2.1");
        get("/api", CLIENT, "192.0.2.1");

        for (String path : new String[] {"//api", "/%61pi", "/q/../api", "/x/../api", "/q/%2e%2e/api", "/page/../api"}) {
            assertThat(get(path, CLIENT, "192.0.2.1").statusCode()).as(path).isEqualTo(429);
        }
    }

    @Test
    void a_good_key_has_ten_times_the_quota_of_an_address_and_leaves_the_address_its_own() throws Exception {
        KnownKey.note(keys, "good-key-0123456789", true);

        HttpResponse<String> withKey = get("/api", CLIENT, "192.0.2.1", KEY, "good-key-0123456789");
        HttpResponse<String> without = get("/api", CLIENT, "192.0.2.1");

        assertThat(header(withKey, "RateLimit-Policy")).isEqualTo("\"key\";q=20;w=60");
        assertThat(header(withKey, "RateLimit")).isEqualTo("\"key\";r=19;t=60");
        assertThat(header(without, "RateLimit")).isEqualTo("\"default\";r=1;t=60");
    }

    @Test
    void keys_cannot_be_tried_out_one_after_the_other() throws Exception {
        assertThat(get("/api", CLIENT, "192.0.2.1", KEY, "guess-1").statusCode()).isEqualTo(200);
        assertThat(get("/api", CLIENT, "192.0.2.1", KEY, "guess-2").statusCode()).isEqualTo(200);
        assertThat(get("/api", CLIENT, "192.0.2.1", KEY, "guess-3").statusCode()).isEqualTo(429);
    }

    @Test
    void a_key_that_was_revoked_counts_for_its_address_again() throws Exception {
        KnownKey.note(keys, "good-key-0123456789", true);
        KnownKey.note(keys, "good-key-0123456789", false);

        assertThat(header(get("/api", CLIENT, "192.0.2.1", KEY, "good-key-0123456789"), "RateLimit-Policy")).isEqualTo("\"default\";q=2;w=60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "-1", "1.5", "1000001", "600/min"})
    void a_limit_that_is_no_number_does_not_start(String setting) {
        assertThatThrownBy(() -> new RateLimit(setting, "", keys, clock))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("ENVD_RATE_LIMIT is '" + setting + "'. Give the requests a client may make in a minute as a whole number up to 1000000, "
                        + "0 for no limit.");
    }
}
