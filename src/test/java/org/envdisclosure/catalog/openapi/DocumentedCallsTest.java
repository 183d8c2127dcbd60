package org.envdisclosure.catalog.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.ingest.BatchSample;
import org.envdisclosure.platform.ingest.IngestPlan;
import org.junit.jupiter.api.Test;

/** What the document shows works when it is sent. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class DocumentedCallsTest {

    /** Registers whose entries name those of the one before. */
    private static final List<String> BY_WHAT_THEY_NAME = List.of("sources", "sources-outlets", "sources-limits");

    @Inject
    @All
    List<Dataset> datasets;
    @Inject
    @All
    List<IngestPlan<?>> plans;

    @Test
    void every_example_of_a_parameter_is_taken() {
        ServedDocument document = ServedDocument.fetch();
        List<String> refused = new ArrayList<>();
        for (Dataset dataset : datasets) {
            for (JsonObject parameter : document.parameters(document.operation(dataset.id()))) {
                if (parameter.containsKey("example") && !parameter.getString("name").equals("radius")) {
                    Response answer = asking(parameter).get("/api/v1" + dataset.path());
                    if (answer.statusCode() != 200) {
                        refused.add(dataset.id() + " " + parameter.getString("name") + ": " + answer.asString());
                    }
                }
            }
        }

        assertThat(refused).isEmpty();
    }

    private static RequestSpecification asking(JsonObject parameter) {
        Object example = parameter.getValue("example");
        String value = example instanceof JsonArray list ? list.stream().map(String::valueOf).collect(Collectors.joining(",")) : example.toString();
        RequestSpecification asking = RestAssured.given().queryParam(parameter.getString("name"), value);
        return parameter.getString("name").equals("limit") ? asking : asking.queryParam("limit", 1);
    }

    @Test
    void every_body_shown_is_taken_whole() {
        // registers first: rows of unknown places are refused; a register has no time.
        List<IngestPlan<?>> inOrder = plans.stream().sorted(Comparator.<IngestPlan<?>, Boolean>comparing(plan -> plan.table().time() != null)
                .thenComparing(plan -> BY_WHAT_THEY_NAME.indexOf(plan.table().dataset()))).toList();
        ServedDocument document = ServedDocument.fetch();
        for (IngestPlan<?> plan : inOrder) {
            String path = document.operation(plan.table().dataset() + "-ingest").path();
            for (BatchSample sample : plan.samples()) {
                Response answer = post(path, sample);

                assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
                assertThat(answer.jsonPath().getInt("rejected")).as(answer.asString()).isZero();
                assertThat(answer.jsonPath().getInt("received")).isPositive();
            }
        }
    }

    /** RestAssured would add a character set of its own. */
    private static final RestAssuredConfig AS_WRITTEN = RestAssured.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    /** Under codes of this test's own: the database is shared. */
    private static Response post(String path, BatchSample sample) {
        return RestAssured.given().config(AS_WRITTEN).header("X-API-Key", TestDatabase.ADMIN_KEY).contentType(sample.format().mediaTypes().get(0))
                .queryParam("layout", sample.layout())
                .body(sample.body().replaceAll("990([12])A", "DOC-$1").getBytes(StandardCharsets.UTF_8)).post(path);
    }
}
