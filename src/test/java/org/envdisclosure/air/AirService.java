package org.envdisclosure.air;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.envdisclosure.Taken;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.time.ChinaTime;

/** The service as its callers meet it. */
final class AirService {

    private static final RestAssuredConfig AS_IT_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private AirService() {
    }

    static AgroalDataSource database() {
        return Arc.container().instance(AgroalDataSource.class).get();
    }

    /** The first column of the first row; null when there is none. */
    static String stored(String sql, String value) throws SQLException {
        try (Connection connection = database().getConnection(); PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, value);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    static RequestSpecification reading() {
        return given().config(AS_IT_IS).urlEncodingEnabled(false).basePath("/api/v1");
    }

    static RequestSpecification writing() {
        return reading().header("X-API-Key", TestDatabase.ADMIN_KEY);
    }

    static JsonPath get(String path) {
        Response response = reading().get(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return json(response);
    }

    /** Numbers as decimals, so that 55 and 55.0 are told apart by nobody but their digits. */
    static JsonPath json(Response response) {
        return response.jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
    }

    static JsonPath take(String path, String... rows) {
        return take(path, List.of(rows));
    }

    /** A batch of NDJSON of which every row must be taken. */
    static JsonPath take(String path, List<String> rows) {
        Response response = writing().contentType("application/x-ndjson").body(String.join("\n", rows).getBytes(StandardCharsets.UTF_8)).post(path);
        Taken.whole(response);
        return json(response);
    }

    static String station(String code, String city, String more) {
        return """
                {"station_code":"%s","name":"%s","city_code":"%s","city_name":"%s","valid_from":"2020-01-01"%s}"""
                .formatted(code, code, city, city, more.isEmpty() ? "" : "," + more);
    }

    /** An hour with the given PM2.5 and clean air otherwise. */
    static String hour(String station, Instant end, int pm25) {
        return """
                {"station_code":"%s","observed_at":"%s","pm25":%d,"pm10":50,"so2":10,"no2":20,"o3":30,"co":0.5}"""
                .formatted(station, end, pm25);
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ChinaTime.OFFSET);
    }

    /** The hour's path below {@code /air/hourly}. */
    static String path(String station, Instant end) {
        return "/air/hourly/" + station + "/" + ChinaTime.format(end);
    }
}
