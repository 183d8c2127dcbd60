package org.envdisclosure.air.photo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.envdisclosure.platform.database.TestDatabase;

/** The views as cameras, readers and the bureau meet them. */
final class PhotoCalls {

    static final String NOON = "2026-06-01T12:00:00%2B08:00";
    private static final RestAssuredConfig AS_IT_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private PhotoCalls() {
    }

    static RequestSpecification reading() {
        return given().config(AS_IT_IS).urlEncodingEnabled(false).basePath("/api/v1");
    }

    static RequestSpecification writing() {
        return reading().header("X-API-Key", TestDatabase.ADMIN_KEY);
    }

    static void station(String code, String city) {
        String row = "{\"station_code\":\"%s\",\"name\":\"%s\",\"city_code\":\"%s\",\"city_name\":\"%s\",\"valid_from\":\"2020-01-01\"}".formatted(code, code, city, city);
        Response answer = writing().contentType("application/x-ndjson").body(row.getBytes(StandardCharsets.UTF_8)).post("/air/stations");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    static Response send(String query, String mediaType, byte[] file) {
        return writing().contentType(mediaType).body(file).post("/air/photos?" + query);
    }

    /** A JPEG that must be taken. */
    static JsonPath take(String station, String takenAt, byte[] jpeg) {
        Response answer = send("station=" + station + "&taken_at=" + takenAt, "image/jpeg", jpeg);
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 201);
        return answer.jsonPath();
    }

    static JsonPath get(String path) {
        Response answer = reading().get(path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    /** The bytes at a URL of an answer. */
    static byte[] bytes(String url) {
        Response answer = given().urlEncodingEnabled(false).get(url);
        assertThat(answer.statusCode()).as(url).isEqualTo(200);
        return answer.asByteArray();
    }

    static Path file(String sha256) {
        return Path.of(ConfigProvider.getConfig().getValue("envd.data-dir", String.class), "attachments", sha256.substring(0, 2), sha256);
    }

    /** Until an upload has done all but its row, which waits for whoever has the views locked. */
    static void untilOneWaits() throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        String waiting = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE ?";
        while (!"1".equals(stored(waiting, "%dataset_head%FOR UPDATE%"))) {
            assertThat(System.nanoTime()).as("an upload waits").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    /** The first column of the first row; null when there is none. */
    static String stored(String sql, String value) throws SQLException {
        AgroalDataSource database = Arc.container().instance(AgroalDataSource.class).get();
        try (Connection connection = database.getConnection(); PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, value);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }
}
