package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.envdisclosure.PublicApi.Answer;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.dataset.Format;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever an answer points at is there. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class EveryLinkTest extends DatasetContract {

    private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"([a-z]+)\"");

    @Inject
    @All
    List<DatasetOperation> operations;

    @TestFactory
    Stream<DynamicTest> every_link_of_every_form_of_a_dataset_leads_somewhere() {
        return each(dataset -> {
            for (Format format : dataset.formats()) {
                Answer answer = ok(onTheDay(dataset, "format", format.wire(), "limit", "1"));
                assertThat(followed(answer)).as("%s %s", dataset.id(), format).contains("describedby");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> the_columns_of_every_operation_that_answers_in_rows_are_described() {
        return operations.stream().map(operation -> DynamicTest.dynamicTest(operation.operationId(), () -> {
            JsonNode described = ok("/datasets/" + operation.dataset().id() + "/columns.json").json();
            assertThat(described.at("/tableSchema/columns").findValuesAsText("name"))
                    .containsExactlyElementsOf(operation.dataset().columns().stream().map(Column::name).toList());
            assertThat(described.path("url").asText()).doesNotContain("{");
        }));
    }

    @Test
    void the_links_of_what_belongs_to_one_resource_and_of_what_key_holders_read_lead_somewhere() {
        JsonNode hour = ok("/air/hourly?order=desc&limit=1").rows().get(0);
        String station = hour.path("station_code").asText();
        String refused = ingestNothing();
        for (String path : List.of("/air/stations/" + station, "/air/stations/" + station + "/history",
                "/air/hourly/" + station + "/" + hour.path("observed_at").asText().replace("+", "%2B") + "/revisions")) {
            assertThat(followed(ok(path))).as(path).contains("describedby");
        }
        for (String path : List.of("/air/stations/proposals", "/ingest/batches/" + refused + "/rejects", "/ingest/batches/" + refused + "/rejects?format=csv")) {
            assertThat(followed(ok(path, "X-API-Key", TestDatabase.ADMIN_KEY))).as(path).contains("describedby");
        }
    }

    private String ingestNothing() {
        var answer = new ServiceClient(root.toString(), TestDatabase.ADMIN_KEY).post("/air/hourly", "application/x-ndjson",
                "{\"station_code\":\"x\"}\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Answer("", answer.statusCode(), answer.headers(), answer.body()).json().path("batch_id").asText();
    }

    /** The relations of an answer's links, each of which is 200. */
    private List<String> followed(Answer answer) {
        List<String> relations = new ArrayList<>();
        for (String header : answer.headers().allValues("Link")) {
            Matcher link = LINK.matcher(header);
            while (link.find()) {
                ok(link.group(1).replaceFirst("^/api/v1", ""));
                relations.add(link.group(2));
            }
        }
        return relations;
    }
}
