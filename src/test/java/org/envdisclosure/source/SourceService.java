package org.envdisclosure.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.envdisclosure.Taken;
import org.envdisclosure.platform.database.TestDatabase;

/** The service as its callers meet it. */
final class SourceService {

    private static final RestAssuredConfig AS_IT_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private SourceService() {
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

    /** Numbers as decimals. */
    static JsonPath json(Response response) {
        return response.jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
    }

    static Response post(String path, String type, String... lines) {
        return writing().contentType(type).body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)).post(path);
    }

    /** A batch of NDJSON of which every row must be taken. */
    static JsonPath take(String path, String... rows) {
        Response response = post(path, "application/x-ndjson", rows);
        Taken.whole(response);
        return json(response);
    }
}
