package org.envdisclosure.platform.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Answers kept ready, over HTTP and with the real database. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class HotAnswersTest {

    private static final String STATIONS = "/api/v1/air/stations";

    @TestHTTPResource
    URL base;

    @Inject
    AgroalDataSource database;

    @Inject
    HotAnswers hot;

    private static void register(String code, String name) {
        given().header("X-API-Key", TestDatabase.ADMIN_KEY).contentType("application/json")
                .body("[{\"station_code\":\"%s\",\"name\":\"%s\",\"city_code\":\"hot\",\"city_name\":\"hot\",\"valid_from\":\"2020-01-01\"}]".formatted(code, name))
                .post(STATIONS).then().statusCode(200);
    }

    private static Response get(String query) {
        return given().get(STATIONS + query);
    }

    @Test
    void the_second_to_ask_is_answered_from_memory_with_the_same_head_and_body() {
        register("hot-1", "one");
        Response first = get("?city=hot&limit=7");
        long hits = hot.figures().hits();

        Response second = get("?city=hot&limit=7");

        assertThat(hot.figures().hits()).isGreaterThan(hits);
        assertThat(second.asString()).isEqualTo(first.asString()).contains("hot-1");
        Set<String> ofEach = Set.of("Date", "traceparent");
        assertThat(second.headers().asList().stream().filter(header -> !ofEach.contains(header.getName())).map(Object::toString).sorted().toList())
                .isEqualTo(first.headers().asList().stream().filter(header -> !ofEach.contains(header.getName())).map(Object::toString).sorted().toList());
        assertThat(hot.figures().bytes()).isPositive();
    }

    @Test
    void what_was_written_is_in_the_next_answer() {
        for (int i = 0; i < 20; i++) {
            register("hot-2", "name " + i);
            assertThat(get("?city=hot&fields=station_code,name").asString()).contains("name " + i);
            assertThat(get("?city=hot&fields=station_code,name").asString()).contains("name " + i);
        }
    }

    @Test
    void head_and_304_come_from_memory_too() {
        register("hot-3", "three");
        Response whole = get("?city=hot&limit=3");
        get("?city=hot&limit=3");

        given().head(STATIONS + "?city=hot&limit=3").then().statusCode(200).header("Content-Length", String.valueOf(whole.asByteArray().length))
                .header("ETag", whole.header("ETag"));
        given().header("If-None-Match", whole.header("ETag")).get(STATIONS + "?city=hot&limit=3").then().statusCode(304)
                .header("ETag", whole.header("ETag")).header("Vary", "Accept, Accept-Encoding").header("Access-Control-Allow-Origin", "*");
        given().header("If-None-Match", "\"another\"").get(STATIONS + "?city=hot&limit=3").then().statusCode(200);
    }

    @Test
    void forms_and_encodings_do_not_mix() {
        register("hot-4", "four");
        for (int round = 0; round < 2; round++) {
            assertThat(given().accept("application/json").get(STATIONS + "?city=hot&limit=4").contentType()).startsWith("application/json");
            assertThat(given().accept("text/csv").get(STATIONS + "?city=hot&limit=4").contentType()).startsWith("text/csv");
            assertThat(given().accept("application/geo+json").get(STATIONS + "?city=hot&limit=4").contentType()).startsWith("application/geo+json");
            given().accept("image/png").get(STATIONS + "?city=hot&limit=4").then().statusCode(406);
        }
    }

    @Test
    void a_stampede_is_one_look_at_the_database() throws Exception {
        register("hot-5", "five");
        String query = "?city=hot&limit=5&fields=station_code";
        HttpClient http = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        try (Connection other = database.getConnection(); Connection look = database.getConnection()) {
            other.setAutoCommit(false);
            try (Statement lock = other.createStatement()) {
                lock.execute("LOCK TABLE air_stations IN ACCESS EXCLUSIVE MODE");
            }
            for (int i = 0; i < 40; i++) {
                asked.add(http.sendAsync(HttpRequest.newBuilder(URI.create(base + STATIONS.substring(1) + query)).timeout(Duration.ofSeconds(30)).build(),
                        HttpResponse.BodyHandlers.ofString()));
            }
            // whoever would look would wait for the lock
            Thread.sleep(700);
            assertThat(number(look, """
                    SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)
                     WHERE NOT l.granted AND l.relation = 'air_stations'::regclass AND a.query LIKE 'SELECT page::text,%'
                    """)).isEqualTo(1);
            other.rollback();
            other.setAutoCommit(true);
        }
        Set<String> bodies = asked.stream().map(CompletableFuture::join).map(HttpResponse::body).collect(Collectors.toSet());
        assertThat(bodies).hasSize(1).allSatisfy(body -> assertThat(body).contains("hot-5"));
    }

    @Test
    void a_commit_tells_everybody_who_listens_and_this_replica_does() throws Exception {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("LISTEN envd_revision");
            register("hot-6", "six");

            PGConnection listening = connection.unwrap(PGConnection.class);
            assertThat(List.of(listening.getNotifications(5_000))).extracting(told -> told.getParameter()).contains("air-stations");
            statement.execute("UNLISTEN *");
            assertThat(number(connection, "SELECT count(*) FROM pg_stat_activity WHERE query ILIKE 'LISTEN %envd_revision%' AND pid <> pg_backend_pid()")).isPositive();
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
