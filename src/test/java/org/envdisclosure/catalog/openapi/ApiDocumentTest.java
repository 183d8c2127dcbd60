package org.envdisclosure.catalog.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.json.schema.Validator;
import io.vertx.openapi.contract.OpenAPIVersion;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.web.QuestionParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ApiDocumentTest {

    private static final Pattern TEMPLATE = Pattern.compile("\\{([^}]+)}");

    @Inject
    @All
    List<Dataset> datasets;

    @Inject
    @All
    List<DatasetOperation> operations;

    @Inject
    Vertx vertx;

    private static @Nullable ServedDocument served;

    private ServedDocument document;
    /** The schemas once for all examples: there are hundreds, and each is asked for in several answers. */
    private JsonObject components;

    @BeforeEach
    void fetch() {
        if (served == null) {
            served = ServedDocument.fetch();
        }
        document = served;
        components = document.json().getJsonObject("components").copy();
    }

    @Test
    void it_is_valid_openapi_3_1() throws Exception {
        SchemaRepository standard = OpenAPIVersion.V3_1.getRepository(vertx, "https://localhost/").toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        OutputUnit verdict = OpenAPIVersion.V3_1.validateContract(vertx, standard, document.json().copy()).toCompletionStage().toCompletableFuture()
                .get(60, TimeUnit.SECONDS);

        assertThat(document.json().getString("openapi")).startsWith("3.1.");
        assertThat(verdict.getValid()).as(String.valueOf(verdict.getErrors())).isTrue();
    }

    @Test
    void every_operation_has_its_own_id() {
        assertThat(document.operations()).extracting(ServedDocument.Described::id).doesNotContainNull().doesNotHaveDuplicates();
    }

    @Test
    void every_reference_leads_somewhere() {
        List<String> references = new ArrayList<>();
        collectReferences(document.json(), references);

        assertThat(references).hasSizeGreaterThan(100)
                .allSatisfy(reference -> assertThat(document.resolved(new JsonObject().put("$ref", reference)).isEmpty()).isFalse());
    }

    @Test
    void every_part_of_a_path_is_declared_with_an_example() {
        for (ServedDocument.Described described : document.operations()) {
            List<String> templates = TEMPLATE.matcher(described.path()).results().map((MatchResult found) -> found.group(1)).toList();
            List<JsonObject> declared = document.parameters(described).stream().filter(parameter -> parameter.getString("in").equals("path")).toList();

            assertThat(declared).as(described.toString()).extracting(parameter -> parameter.getString("name")).containsExactlyInAnyOrderElementsOf(templates);
            assertThat(declared).as(described.toString()).allMatch(parameter -> parameter.containsKey("example"));
        }
    }

    @Test
    void every_operation_shows_its_answer_its_body_and_its_refusals() {
        for (ServedDocument.Described described : document.operations()) {
            List<JsonObject> answers = document.responses(described).filter(entry -> entry.getKey().startsWith("2")).map(Map.Entry::getValue).toList();
            assertThat(answers).as("%s has a good answer", described).isNotEmpty();
            answers.stream().filter(answer -> answer.containsKey("content")).forEach(answer -> everyMediaTypeHasAnExample(described, answer));
            if (described.operation().containsKey("requestBody")) {
                everyMediaTypeHasAnExample(described, described.operation().getJsonObject("requestBody"));
            }
            List<JsonObject> refusals = document.responses(described).filter(entry -> entry.getKey().startsWith("4")).map(Map.Entry::getValue).toList();
            assertThat(refusals).as("%s says how it refuses", described).isNotEmpty()
                    .allMatch(refusal -> refusal.getJsonObject("content").containsKey("application/problem+json"));
        }
    }

    private static void everyMediaTypeHasAnExample(ServedDocument.Described described, JsonObject holder) {
        holder.getJsonObject("content").forEach(entry -> assertThat(ServedDocument.examples((JsonObject) entry.getValue()))
                .as("example of %s in %s", entry.getKey(), described).isNotEmpty());
    }

    @Test
    void every_json_example_is_what_its_schema_says() {
        List<String> wrong = new ArrayList<>();
        Map<List<String>, OutputUnit> known = new HashMap<>();
        for (ServedDocument.Described described : document.operations()) {
            document.responses(described).filter(entry -> entry.getValue().containsKey("content"))
                    .forEach(entry -> wrong.addAll(mistakes(described + " " + entry.getKey(), entry.getValue().getJsonObject("content"), known)));
            if (described.operation().containsKey("requestBody")) {
                wrong.addAll(mistakes(described + " body", described.operation().getJsonObject("requestBody").getJsonObject("content"), known));
            }
        }

        assertThat(wrong).isEmpty();
    }

    private List<String> mistakes(String where, JsonObject content, Map<List<String>, OutputUnit> known) {
        List<String> mistakes = new ArrayList<>();
        content.forEach(entry -> ServedDocument.examples((JsonObject) entry.getValue()).forEach(example -> {
            JsonObject schema = ((JsonObject) entry.getValue()).getJsonObject("schema");
            OutputUnit verdict = known.computeIfAbsent(List.of(schema.encode(), Json.encode(example)), one -> validator(schema).validate(example));
            if (!verdict.getValid()) {
                mistakes.add(where + " " + entry.getKey() + ": " + verdict.getErrors());
            }
        }));
        return mistakes;
    }

    private Validator validator(JsonObject schema) {
        JsonObject whole = schema.copy().put("components", components);
        return Validator.create(JsonSchema.of(whole), new JsonSchemaOptions().setBaseUri("https://localhost").setDraft(Draft.DRAFT202012));
    }

    @Test
    void a_wrong_example_would_be_found() {
        JsonObject schema = new JsonObject().put("$ref", "#/components/schemas/Receipt");

        assertThat(validator(schema).validate(new JsonObject().put("batch_id", 7)).getValid()).isFalse();
    }

    @Test
    void every_dataset_is_described_by_its_declaration() {
        for (Dataset dataset : datasets) {
            ServedDocument.Described list = document.operation(dataset.id());
            assertThat(list.path()).isEqualTo("/api/v1" + dataset.path());
            assertThat(document.parameters(list)).extracting(parameter -> parameter.getString("name"))
                    .containsExactlyElementsOf(QuestionParser.parameters(dataset));
            JsonObject content = document.resolved(list.operation().getJsonObject("responses").getJsonObject("200")).getJsonObject("content");
            assertThat(content.fieldNames()).containsExactlyElementsOf(dataset.formats().stream().sorted().map(Format::mediaType).toList());
            JsonObject row = document.json().getJsonObject("components").getJsonObject("schemas").getJsonObject(DatasetOperations.name(dataset));
            assertThat(row.getJsonObject("properties").fieldNames()).containsExactlyElementsOf(dataset.columns().stream().map(Column::name).toList());
        }
    }

    @Test
    void one_row_is_asked_for_without_what_shapes_a_list() {
        List<DatasetOperation> singles = operations.stream().filter(operation -> operation.shape() == DatasetOperation.Shape.SINGLE).toList();
        assertThat(singles).isNotEmpty();
        for (DatasetOperation single : singles) {
            List<JsonObject> asked = document.parameters(document.operation(single.operationId())).stream()
                    .filter(parameter -> parameter.getString("in").equals("query")).toList();
            assertThat(asked).extracting(parameter -> parameter.getString("name"))
                    .containsExactlyElementsOf(QuestionParser.singleParameters(single.dataset()))
                    .doesNotContain("limit", "order", "cursor", "count", "bom", "updated_since").contains("fields", "format");
        }
    }

    @Test
    void a_measured_column_says_type_and_unit_and_may_be_null() {
        JsonObject pm25 = document.json().getJsonObject("components").getJsonObject("schemas").getJsonObject("AirHourly")
                .getJsonObject("properties").getJsonObject("pm25");

        assertThat(pm25.getJsonArray("type")).containsExactly("number", "null");
        assertThat(pm25.getString("x-unit")).isEqualTo("µg/m³");
        assertThat(pm25.getString("description")).isEqualTo("细颗粒物 1 小时平均浓度 / Fine particulate matter, 1-hour mean (µg/m³)");
    }

    @Test
    void writing_needs_a_key_and_reading_does_not() {
        JsonArray writing = document.operation("air-hourly-ingest").operation().getJsonArray("security");
        assertThat(writing).containsExactly(new JsonObject().put("api_key", new JsonArray()));
        assertThat(document.operation("keys").operation().getString("x-required-role")).isEqualTo("admin");
        assertThat(document.operation("air-hourly").operation().containsKey("security")).isFalse();
        assertThat(document.json().getJsonObject("components").getJsonObject("securitySchemes").getJsonObject("api_key"))
                .isEqualTo(new JsonObject().put("type", "apiKey").put("name", "X-API-Key").put("in", "header")
                        .put("description", "写入、回执与拒收记录需要。 / For writing, receipts and rejects."));
    }

    @Test
    void nothing_of_the_frameworks_insides_is_in_it() {
        assertThat(document.json().getJsonObject("components").getJsonObject("schemas").fieldNames())
                .contains("Problem", "Page", "Meta", "Receipt").noneMatch(name -> name.matches(".*(RoutingContext|JsonNode|Buffer|\\.).*"));
    }

    private static void collectReferences(Object value, List<String> references) {
        if (value instanceof JsonObject object) {
            object.forEach(member -> {
                if (member.getKey().equals("$ref")) {
                    references.add((String) member.getValue());
                } else {
                    collectReferences(member.getValue(), references);
                }
            });
        } else if (value instanceof JsonArray array) {
            array.forEach(item -> collectReferences(item, references));
        }
    }
}
