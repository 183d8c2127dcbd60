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
import java.util.List;
import org.envdisclosure.Taken;
import org.envdisclosure.platform.database.TestDatabase;

/** A source with two outlets and what is measured there, over HTTP as everybody meets it. */
record MonitoredOutlet(String source) {

    private static final RestAssuredConfig AS_IT_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    /** Entered with DW001 and DA001, without limits. */
    static MonitoredOutlet entered(String source) {
        take("/sources", """
                {"source_id":"%s","name":"示例企业（虚构）","division_code":"99%s","valid_from":"2020-01-01"}""".formatted(source, "0102"));
        take("/sources/outlets", outlet(source, "DW001"), outlet(source, "DA001"));
        return new MonitoredOutlet(source);
    }

    private static String outlet(String source, String code) {
        return """
                {"source_id":"%s","outlet_code":"%s","name":"示例排放口","valid_from":"2020-01-01"}""".formatted(source, code);
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

    /**
     * An upper limit of COD at DW001 from a day on.
     *
     * @param more further members, each begun with a comma
     */
    MonitoredOutlet limited(String averaging, String from, String high, String more) {
        limit("DW001", "w01018", averaging, from, ",\"limit_high\":" + high + ",\"unit\":\"mg/L\"" + more);
        return this;
    }

    JsonPath limit(String outlet, String factor, String averaging, String from, String more) {
        return take("/sources/limits", """
                {"source_id":"%s","outlet_code":"%s","factor_code":"%s","averaging":"%s","valid_from":"%s","limit_standard":"示例许可证"%s}"""
                .formatted(source, outlet, factor, averaging, from, more));
    }

    /** An automatic hourly result of COD at DW001. */
    String hour(String observedAt, String value) {
        return result("DW001", "w01018", "1h", observedAt, ",\"measured_value\":" + value + ",\"unit\":\"mg/L\"");
    }

    /** @param more further members, each begun with a comma */
    String result(String outlet, String factor, String averaging, String observedAt, String more) {
        return """
                {"source_id":"%s","outlet_code":"%s","factor_code":"%s","observed_at":"%s","averaging":"%s","monitoring_type":"self","monitoring_mode":"automatic"%s}"""
                .formatted(source, outlet, factor, observedAt, averaging, more);
    }

    /** What is published of the source. */
    JsonPath results(String... more) {
        return get("/sources/monitoring?source=" + source + String.join("", List.of(more)));
    }

    /** Takes one result in and gives what became of it. */
    JsonPath taken(String row) {
        take("/sources/monitoring", row);
        JsonPath results = results();
        assertThat(results.getList("data")).hasSize(1);
        return results;
    }
}
