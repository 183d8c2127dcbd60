package org.envdisclosure.water;

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
final class WaterService {

    private static final RestAssuredConfig AS_IT_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private WaterService() {
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

    /** @param more further members, each begun with a comma */
    static String section(String code, String waterbody, String more) {
        return """
                {"section_code":"%s","name":"%s","province":"wt","basin":"wt basin","river":"wt river","waterbody":"%s","target_class":"III","valid_from":"2020-01-01"%s}"""
                .formatted(code, code, waterbody, more);
    }

    /** A sampling of class II in a river and IV in a lake: total phosphorus is 0.06. */
    static String sampling(String code, String moment) {
        return """
                {"section_code":"%s","sampled_at":"%s","ph":7.5,"dissolved_oxygen":8,"codmn":2.5,"nh3n":0.2,"tp":0.06}""".formatted(code, moment);
    }
}
