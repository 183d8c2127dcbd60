package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.envdisclosure.PublicApi.Answer;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.ingest.IngestPlan;
import org.envdisclosure.platform.ingest.StoredTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One row of every dataset of measured values: the states it has had, and taking it back without erasing it. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class EveryDatasetWithdrawalTest extends DatasetContract {

    @Inject
    @All
    List<DatasetOperation> operations;

    @Inject
    @All
    List<IngestPlan<?>> plans;

    /** What is received in batches and has a state of review is measured, so it can be wrong. */
    private Optional<StoredTable> measured(Dataset dataset) {
        return plans.stream().map(IngestPlan::table).filter(table -> table.dataset().equals(dataset.id()) && table.status()).findFirst();
    }

    private Optional<Dataset> revisions(Dataset dataset) {
        return operations.stream().map(DatasetOperation::dataset).filter(declared -> declared.id().equals(dataset.id() + "-revisions")).findFirst();
    }

    @TestFactory
    Stream<DynamicTest> what_is_measured_tells_its_revisions() {
        return each(dataset -> measured(dataset).isPresent(), dataset -> {
            Dataset revisions = revisions(dataset).orElseThrow(() -> new AssertionError("no revisions of " + dataset.id()));
            Answer now = wholeDay(dataset);
            JsonNode row = now.rows().get(0);

            List<JsonNode> states = ok(path(revisions, row)).rows();

            JsonNode last = states.get(states.size() - 1);
            assertThat(dataset.columns()).allSatisfy(column -> assertThat(last.get(column.name())).as(column.name()).isEqualTo(row.get(column.name())));
            assertThat(last.get("superseded_at").isNull()).isTrue();
            assertThat(states).isSortedAccordingTo((a, b) -> Long.compare(a.get("revision").asLong(), b.get("revision").asLong()));
        });
    }

    @TestFactory
    Stream<DynamicTest> what_is_measured_can_be_taken_back_and_stays_readable() {
        return each(dataset -> measured(dataset).isPresent(), dataset -> {
            Dataset revisions = revisions(dataset).orElseThrow(() -> new AssertionError("no revisions of " + dataset.id()));
            Answer before = wholeDay(dataset);
            JsonNode row = before.rows().stream().filter(any -> !values(dataset, any).isEmpty()).findFirst().orElseThrow();
            int states = ok(path(revisions, row)).rows().size();
            String target = "/api/v1" + path(revisions, row).replaceAll("/revisions$", "");

            Response receipt = RestAssured.given().urlEncodingEnabled(false).header("X-API-Key", TestDatabase.ADMIN_KEY).delete(target + "?reason=contract");

            assertThat(receipt.statusCode()).as(receipt.asString()).isEqualTo(200);
            assertThat(receipt.jsonPath().getMap("")).containsEntry("received", 1).containsEntry("corrected", 1);
            List<JsonNode> now = ok(path(revisions, row)).rows();
            assertThat(now).hasSize(states + 1);
            JsonNode withdrawn = now.get(states);
            assertThat(values(dataset, withdrawn)).isEmpty();
            assertThat(withdrawn.get("revision_reason").asText()).isEqualTo("withdrawn");
            assertThat(withdrawn.get("revision_note").asText()).isEqualTo("contract");
            assertThat(withdrawn.get("data_status")).isEqualTo(row.get("data_status"));
            assertThat(wholeDay(dataset, "as_of", "revision:" + before.revision()).rows()).contains(row);
            assertThat(wholeDay(dataset).rows()).doesNotContain(row).hasSameSizeAs(before.rows());
            assertThat(RestAssured.given().urlEncodingEnabled(false).delete(target + "?reason=contract").statusCode()).isEqualTo(401);
        });
    }

    private static String path(Dataset revisions, JsonNode row) {
        String path = revisions.path();
        for (String part : revisions.path().split("/")) {
            if (part.startsWith("{")) {
                String value = row.get(part.substring(1, part.length() - 1)).asText();
                path = path.replace(part, URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return path;
    }

    /** What was received as a number; a mean of several rows may still be there. */
    private List<String> values(Dataset dataset, JsonNode row) {
        return measured(dataset).orElseThrow().received().stream().filter(field -> field.sqlType().equals("numeric") && row.has(field.name()))
                .map(field -> row.get(field.name())).filter(value -> !value.isNull()).map(JsonNode::asText).toList();
    }
}
