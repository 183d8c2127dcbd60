package org.envdisclosure.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.envdisclosure.platform.access.KnownKey;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.rollup.Drained;
import org.envdisclosure.platform.time.ChinaTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator and a browser see, through HTTP. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class OperationTest {

    @TestHTTPResource
    URI service;

    @Inject
    Clock clock;

    @Inject
    FactWatch facts;

    @Inject
    AgroalDataSource database;

    /** Now and then the upgrade to HTTP/2 of a plain connection garbles an answer as long as all measures. */
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HttpResponse<String> ask(String method, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path)).method(method, BodyPublishers.noBody());
        return http.send(headers.length == 0 ? request.build() : request.headers(headers).build(), BodyHandlers.ofString());
    }

    private static List<String> header(HttpResponse<?> response, String name) {
        return response.headers().allValues(name);
    }

    private JsonObject check(String path, String name) throws IOException, InterruptedException {
        JsonArray checks = new JsonObject(ask("GET", path).body()).getJsonArray("checks");
        return checks.stream().map(JsonObject.class::cast).filter(check -> check.getString("name").equals(name)).findFirst().orElseThrow();
    }

    private double measure(String series) throws IOException, InterruptedException {
        return ask("GET", "/q/metrics").body().lines().filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1])).findFirst().orElseThrow();
    }

    @Test
    void any_page_may_read_whoever_else_read_before() throws Exception {
        HttpResponse<String> own = ask("GET", "/api/v1/air/latest?limit=1");
        HttpResponse<String> foreign = ask("GET", "/api/v1/air/latest?limit=1", "Origin", "https://app.example");

        assertThat(header(own, "Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(header(foreign, "Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(header(foreign, "Access-Control-Expose-Headers").get(0).split(", "))
                .contains("ETag", "Link", "RateLimit", "RateLimit-Policy", "Retry-After", "X-Data-Revision", "X-Data-Notice");
        assertThat(header(foreign, "X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void a_browser_may_ask_with_a_validator() throws Exception {
        HttpResponse<String> preflight = ask("OPTIONS", "/api/v1/air/latest", "Origin", "https://app.example",
                "Access-Control-Request-Method", "GET", "Access-Control-Request-Headers", "if-none-match,accept");

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(header(preflight, "Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(header(preflight, "Access-Control-Allow-Methods")).containsExactly("GET, HEAD, OPTIONS");
        assertThat(header(preflight, "Access-Control-Allow-Headers").get(0).split(", ")).contains("If-None-Match", "Accept");
    }

    @Test
    void no_page_may_write() throws Exception {
        HttpResponse<String> preflight = ask("OPTIONS", "/api/v1/air/hourly", "Origin", "https://app.example",
                "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "x-api-key,content-type");
        HttpResponse<String> posted = ask("POST", "/api/v1/air/hourly", "Origin", "https://app.example");

        assertThat(header(preflight, "Access-Control-Allow-Methods")).containsExactly("GET, HEAD, OPTIONS");
        assertThat(header(preflight, "Access-Control-Allow-Headers").get(0).toLowerCase()).doesNotContain("x-api-key");
        assertThat(header(posted, "Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void measures_are_not_open_to_other_pages() throws Exception {
        assertThat(header(ask("GET", "/q/metrics", "Origin", "https://app.example"), "Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PATCH", "PURGE"})
    void a_method_that_is_not_taken_is_told_those_that_are(String method) throws Exception {
        HttpResponse<String> refused = ask(method, "/api/v1/air/stations/OPS-1");

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(header(refused, "Allow")).containsExactlyElementsOf(header(ask("OPTIONS", "/api/v1/air/stations/OPS-1"), "Allow"));
        assertThat(header(refused, "Allow").get(0).split(", ")).contains("GET", "HEAD", "OPTIONS").doesNotContain(method);
        assertThat(new JsonObject(refused.body()).getString("type")).isEqualTo("/api/v1/problems/method-not-allowed");
    }

    @Test
    void head_tells_what_get_tells_without_the_rows() throws Exception {
        HttpResponse<String> get = ask("GET", "/api/v1/air/stations?station=OPS-1");
        HttpResponse<String> head = ask("HEAD", "/api/v1/air/stations?station=OPS-1");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "ETag")).isEqualTo(header(get, "ETag"));
        assertThat(header(head, "Content-Type")).containsExactly("application/json");
    }

    @Test
    void without_a_limit_nothing_speaks_of_one() throws Exception {
        assertThat(header(ask("GET", "/api/v1/air/latest?limit=1"), "RateLimit-Policy")).isEmpty();
    }

    @Test
    void the_age_of_the_newest_row_is_in_health_and_measures() throws Exception {
        // Given
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        String key = KnownKey.entered(database, "ops");
        post(key, "/api/v1/air/stations", "[{\"station_code\":\"OPS-1\",\"name\":\"ops 1\",\"valid_from\":\"2026-01-01\"}]");
        HttpResponse<String> receipt = post(key, "/api/v1/air/hourly",
                "[{\"station_code\":\"OPS-1\",\"observed_at\":\"" + ChinaTime.format(hour) + "\",\"pm25\":12}]");
        assertThat(receipt.statusCode()).as(receipt.body()).isEqualTo(200);
        // When
        facts.look();
        // Then
        JsonObject data = check("/q/health/ready", "data");
        assertThat(data.getString("status")).isEqualTo("UP");
        JsonObject told = data.getJsonObject("data");
        assertThat(told.getBoolean("air-hourly.empty")).isFalse();
        assertThat(told.getString("air-hourly.newest")).isEqualTo(ChinaTime.format(hour));
        assertThat(told.getLong("air-hourly.age_minutes")).isBetween(0L, 61L);
        assertThat(told.getLong("air-hourly.revision")).isGreaterThanOrEqualTo(new JsonObject(receipt.body()).getLong("revision"));
        assertThat(told.getLong("air-city-hour.waiting")).isGreaterThanOrEqualTo(0);
        assertThat(measure("envd_newest_row_age_seconds{dataset=\"air-hourly\"}")).isBetween(0.0, 3_700.0);
        assertThat(measure("envd_queue_lag_seconds{queue=\"air-city-hour\"}")).isBetween(0.0, 60.0);
        assertThat(measure("envd_database_up")).isEqualTo(1.0);
        assertThat(measure("envd_ingest_rows_total{dataset=\"air-hourly\",verdict=\"inserted\"}")).isGreaterThanOrEqualTo(1.0);
    }

    @Test
    void a_month_and_a_year_are_covered_to_their_ends() throws Exception {
        String key = KnownKey.entered(database, "ops");
        post(key, "/api/v1/air/stations", "[{\"station_code\":\"OPS-2\",\"name\":\"ops 2\",\"city_code\":\"OPSC\",\"valid_from\":\"2026-01-01\"}]");
        post(key, "/api/v1/air/hourly", "[{\"station_code\":\"OPS-2\",\"observed_at\":\"" + ChinaTime.format(clock.instant().truncatedTo(ChronoUnit.HOURS)) + "\",\"pm25\":12}]");
        Drained.queues();

        facts.look();

        JsonObject told = check("/q/health/ready", "data").getJsonObject("data");
        LocalDate today = ChinaTime.dateOf(clock.instant().truncatedTo(ChronoUnit.HOURS).minusSeconds(1));
        String month = today.withDayOfMonth(1).plusMonths(1) + "T00:00:00+08:00";
        assertThat(told.getString("air-daily.newest")).isEqualTo(today.plusDays(1) + "T00:00:00+08:00");
        assertThat(told.getString("air-monthly.newest")).isEqualTo(month);
        assertThat(told.getString("air-cities-rankings.newest")).as("that of the months it is made of").isEqualTo(month);
        assertThat(told.getString("air-cities-quarterly.newest")).isEqualTo(today.withDayOfMonth(1).with(ChronoField.MONTH_OF_YEAR, (today.getMonthValue() - 1) / 3 * 3 + 1)
                .plusMonths(3) + "T00:00:00+08:00");
        assertThat(told.getString("air-annual.newest")).isEqualTo(today.getYear() + 1 + "-01-01T00:00:00+08:00");
        assertThat(told.getLong("air-annual.age_minutes")).as("a running year").isZero();
    }

    @Test
    void the_lag_of_a_roll_up_is_in_health_and_measures() throws Exception {
        // one that is put off, so that no worker takes it
        execute("INSERT INTO rollup_queue (dataset, bucket_key, bucket_day, queued_at, due_at) VALUES ('air-monthly', 'OPS-LAG', '2026-01-01', now() - interval '1 hour', 'infinity')");
        try {
            facts.look();

            JsonObject told = check("/q/health/ready", "data").getJsonObject("data");
            assertThat(told.getLong("air-monthly.waiting")).isGreaterThanOrEqualTo(1);
            assertThat(told.getLong("air-monthly.lag_seconds")).isBetween(3_600L, 3_660L);
            assertThat(measure("envd_queue_lag_seconds{queue=\"air-monthly\"}")).isBetween(3_600.0, 3_660.0);
            assertThat(measure("envd_queue_waiting{queue=\"air-monthly\"}")).isGreaterThanOrEqualTo(1.0);
        } finally {
            execute("DELETE FROM rollup_queue WHERE bucket_key = 'OPS-LAG'");
        }
    }

    /** Longer than the patience with a database that does not answer. */
    @Test
    void a_backlog_that_cannot_be_counted_says_nothing_against_the_database() throws Exception {
        try (Connection holding = database.getConnection(); Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("LOCK TABLE rollup_queue IN ACCESS EXCLUSIVE MODE");
            try {
                Thread.sleep(12_000);
                assertThat(check("/q/health/ready", "database").getString("status")).isEqualTo("UP");
            } finally {
                holding.rollback();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private HttpResponse<String> post(String key, String path, String json) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(service.resolve(path)).header("X-API-Key", key)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
    }

    @Test
    void the_three_probes_answer() throws Exception {
        assertThat(ask("GET", "/q/health/started").statusCode()).isEqualTo(200);
        assertThat(ask("GET", "/q/health/live").statusCode()).isEqualTo(200);
        assertThat(ask("GET", "/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(check("/q/health/started", "start").getString("status")).isEqualTo("UP");
        assertThat(check("/q/health/ready", "database").getString("status")).isEqualTo("UP");
    }

    @Test
    void whoever_scans_for_holes_makes_no_new_series() throws Exception {
        for (int i = 0; i < 20; i++) {
            ask("GET", "/api/v1/ops-scan-" + i);
            ask("GET", "/ops-scan-" + i + ".php");
            ask("GET", "/api/v1/air/stations/OPS-SCAN-" + i);
            ask("OPSSCAN" + i, "/api/v1/air/latest");
        }

        String measures = ask("GET", "/q/metrics").body();
        assertThat(measures).doesNotContainIgnoringCase("ops-scan").doesNotContainIgnoringCase("opsscan");
        assertThat(measure("http_server_requests_seconds_count{method=\"GET\",outcome=\"CLIENT_ERROR\",status=\"404\","
                + "uri=\"/api/v1/air/stations/{station_code}\"}")).isGreaterThanOrEqualTo(20.0);
    }

    @Test
    void the_time_of_answers_is_counted_in_buckets_that_a_target_can_be_read_from() throws Exception {
        ask("GET", "/api/v1/air/latest?limit=1");

        assertThat(ask("GET", "/q/metrics").body())
                .contains("http_server_requests_seconds_bucket{method=\"GET\",outcome=\"SUCCESS\",status=\"200\",uri=\"/api/v1/air/latest\",le=\"0.05\"}");
    }
}
