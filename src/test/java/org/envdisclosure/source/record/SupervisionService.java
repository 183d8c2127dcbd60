package org.envdisclosure.source.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.database.TestDatabase;

/** The service as its callers meet it. */
final class SupervisionService {

    static final String RECORDS = "/supervision/records";
    /** Of nobody: the sequence is 109, the birth date of no card. */
    static final String ID_NUMBER = "11010119900307109X";
    static final String TELEPHONE = "13800138000";

    private static final RestAssuredConfig AS_IT_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private SupervisionService() {
    }

    static RequestSpecification reading() {
        return given().config(AS_IT_IS).urlEncodingEnabled(false).basePath("/api/v1");
    }

    static RequestSpecification writing() {
        return reading().header("X-API-Key", TestDatabase.ADMIN_KEY);
    }

    static JsonPath get(String path) {
        return good(reading().get(path));
    }

    static JsonPath good(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
    }

    static Response send(String... rows) {
        return writing().contentType("application/x-ndjson").body(String.join("\n", rows).getBytes(StandardCharsets.UTF_8)).post(RECORDS);
    }

    /** A batch of which nothing is rejected. */
    static JsonPath take(String... rows) {
        JsonPath receipt = good(send(rows));
        assertThat(receipt.getInt("rejected")).as(receipt.prettify()).isZero();
        return receipt;
    }

    /** @param more further members, each begun with a comma */
    static String record(String id, String kind, String more) {
        return """
                {"record_id":"%s","kind":"%s","title":"示例记录","document_no":"示环〔2026〕7号","decided_on":"2026-05-12"%s}""".formatted(id, kind, more);
    }

    static JsonPath one(String id) {
        return get(RECORDS + "/" + id);
    }

    static int status(String path) {
        return reading().get(path).statusCode();
    }

    static List<Map<String, Object>> held(String id) {
        return good(writing().get("/supervision/reviews?record=" + id)).getList("data");
    }

    static JsonPath decide(String id, String decision) {
        return good(decision(String.valueOf(held(id).get(0).get("review_id")), decision));
    }

    static Response decision(String review, String decision) {
        return writing().contentType("application/json").body("{\"decision\":\"" + decision + "\",\"reason\":\"checked\"}").post("/supervision/reviews/" + review);
    }

    static JsonPath withdraw(String id, String reason) {
        return good(writing().delete(RECORDS + "/" + id + "?reason=" + reason));
    }
}
