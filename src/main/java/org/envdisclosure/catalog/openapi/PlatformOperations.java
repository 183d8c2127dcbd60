package org.envdisclosure.catalog.openapi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.envdisclosure.catalog.ArchiveListing;
import org.envdisclosure.catalog.CatalogueExamples;
import org.envdisclosure.catalog.problems.ProblemExample;
import org.envdisclosure.platform.access.Role;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.web.JsonMembers;
import org.jspecify.annotations.Nullable;

import static org.envdisclosure.catalog.openapi.DatasetOperations.listOf;
import static org.envdisclosure.catalog.openapi.DatasetOperations.object;

/** The service's own operations, which answer with no dataset: keys, receipts, the catalogue, problems. */
@ApplicationScoped
class PlatformOperations {

    private static final String JSON = "application/json";
    private static final String MOMENT = "2026-10-31T08:25:00+08:00";
    private static final List<Column> KEY = List.of(
            Column.code("id", "编号", "Id").like("7c9e6679-7425-40de-944b-e07fc1f90ae7"),
            Column.text("name", "名称", "Whose it is").like("national feed"),
            Column.code("role", "角色", "What it may do").oneOf(Arrays.stream(Role.values()).map(Role::wire).toArray(String[]::new)).like("ingest"),
            Column.code("prefix", "密钥开头，便于辨认", "How the key begins, to tell it apart").like("envd_7Qx"),
            Column.instant("created_at", "创建时间", "When it was made").like(MOMENT),
            Column.instant("last_used_at", "最近使用时间", "When it was last used"),
            Column.instant("revoked_at", "吊销时间；空为有效", "When it was revoked; null while it works"));
    private static final List<String> FILE = ArchiveListing.COLUMNS.stream().map(Column::name).toList();
    private static final Column SECRET = Column.code("key", "密钥全文，仅此一次", "The key itself, shown only here").like("envd_7QxEXAMPLEnotARealKey");
    private static final List<Column> RECEIPT_HEAD = List.of(
            Column.code("dataset", "数据集", "Dataset").like("air-hourly"), Column.code("layout", "列格式", "Layout").like("native"),
            Column.code("data_status", "审核状态", "State of review").like("realtime"),
            Column.code("mode", "方式", "Mode").oneOf("partial", "atomic").like("partial"),
            Column.code("state", "结果", "What became of it").oneOf("stored", "refused", "failed").like("stored"),
            Column.code("failure", "失败原因", "Why it failed"), Column.text("key_name", "所用密钥", "Whose key brought it").like("national feed"),
            Column.instant("received_at", "接收时间", "When it arrived").like(MOMENT),
            Column.instant("finished_at", "完成时间", "When it was done").like(MOMENT),
            Column.code("sha256", "请求体的 SHA-256", "SHA-256 of the body as sent").like("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            Column.integer("bytes", "请求体字节数", "Bytes of the body").like(512),
            Column.text("question", "所指的行（审核）", "The rows it names, where it gives none: a review's path and query"));

    private final CatalogueExamples catalogue;

    PlatformOperations(CatalogueExamples catalogue) {
        this.catalogue = catalogue;
    }

    /** Whether the operation is one of these; if so it is described. */
    boolean describe(Operation operation) {
        switch (String.valueOf(operation.getOperationId())) {
            case "keys" -> answers(operation, "200", JSON, object().addProperty("data", listOf(ColumnSchemas.row(KEY, List.of("id")))),
                    Map.of("data", List.of(DatasetExamples.row(KEY))));
            case "keys-make" -> {
                operation.requestBody(OASFactory.createRequestBody().required(true).content(content(JSON, keyWanted(),
                        JsonMembers.of("name", "national feed").with("role", "ingest").map())));
                answers(operation, "201", JSON, ColumnSchemas.row(KEY, List.of("id")).addProperty("key", ColumnSchemas.of(SECRET, false)), madeKey());
            }
            case "keys-revoke" -> {
                exampleOfPath(operation, "id", KEY.get(0).example());
                answers(operation, "200", JSON, ColumnSchemas.row(KEY, List.of("id")), revokedKey());
            }
            case "ingest-batch" -> answers(operation, "200", JSON, receiptSchema(), receipt());
            case "catalog" -> answers(operation, "200", "application/ld+json", object(), catalogue.catalog());
            case "datasets" -> answers(operation, "200", JSON, object().addProperty("data", listOf(object())), catalogue.datasets());
            case "dataset" -> ofDataset(operation, "application/ld+json", catalogue.dataset());
            case "dataset-columns" -> ofDataset(operation, "application/csvm+json", catalogue.columns());
            case "archives" -> answers(operation, "200", JSON, object().addProperty("data", listOf(ColumnSchemas.row(ArchiveListing.COLUMNS, FILE))),
                    Map.of("data", List.of(DatasetExamples.row(ArchiveListing.COLUMNS))));
            case "problems" -> problems(operation, Map.of("data", List.of(told(ProblemType.UNKNOWN_PARAMETER))));
            case "problem" -> {
                exampleOfPath(operation, "slug", ProblemType.UNKNOWN_PARAMETER.slug());
                problems(operation, JsonMembers.of("data", told(ProblemType.UNKNOWN_PARAMETER))
                        .with("example", ProblemExample.of(ProblemType.UNKNOWN_PARAMETER)).map());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    static void exampleOfPath(Operation operation, String name, @Nullable Object example) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream().filter(parameter -> name.equals(parameter.getName())).forEach(parameter -> parameter.example(example));
        }
    }

    private void ofDataset(Operation operation, String mediaType, Object example) {
        exampleOfPath(operation, "id", catalogue.id());
        answers(operation, "200", mediaType, object(), example);
    }

    private static void problems(Operation operation, Object example) {
        answers(operation, "200", JSON, object(), example);
        operation.getResponses().getAPIResponse("200").getContent().addMediaType("text/html",
                OASFactory.createMediaType().schema(CommonParameters.string()).example("<!DOCTYPE html>…"));
    }

    private static void answers(Operation operation, String status, String mediaType, Schema schema, Object example) {
        APIResponse answer = OASFactory.createAPIResponse().description(String.valueOf(operation.getSummary())).content(content(mediaType, schema, example));
        if (operation.getSecurity() == null || operation.getSecurity().isEmpty()) {
            ResponseHeaders.with(answer, ResponseHeaders.VALIDATED);
        }
        operation.setResponses(OASFactory.createAPIResponses().addAPIResponse(status, answer));
    }

    private static Content content(String mediaType, Schema schema, Object example) {
        return OASFactory.createContent().addMediaType(mediaType, OASFactory.createMediaType().schema(schema).example(example));
    }

    private static Schema keyWanted() {
        return object().required(List.of("name", "role"))
                .addProperty("name", CommonParameters.string().minLength(1).maxLength(100))
                .addProperty("role", CommonParameters.words(Arrays.stream(Role.values()).map(Role::wire).toList()));
    }

    private static Map<String, @Nullable Object> madeKey() {
        Map<String, @Nullable Object> made = DatasetExamples.row(KEY);
        made.put(SECRET.name(), SECRET.example());
        return made;
    }

    private static Map<String, @Nullable Object> revokedKey() {
        Map<String, @Nullable Object> revoked = DatasetExamples.row(KEY);
        revoked.put("revoked_at", MOMENT);
        return revoked;
    }

    private static Schema receiptSchema() {
        Schema schema = ColumnSchemas.row(RECEIPT_HEAD, List.of());
        counts().forEach(column -> schema.addProperty(column.name(), ColumnSchemas.of(column, true)));
        return schema.addProperty("extras", object().description("其他计数。 / Further counts."))
                .addProperty("time_from", ColumnSchemas.of(time("from"), true)).addProperty("time_to", ColumnSchemas.of(time("to"), true));
    }

    private static Map<String, @Nullable Object> receipt() {
        Map<String, @Nullable Object> receipt = new LinkedHashMap<>();
        receipt.put("batch_id", counts().get(0).example());
        receipt.putAll(DatasetExamples.row(RECEIPT_HEAD));
        receipt.putAll(DatasetExamples.row(counts()));
        receipt.put("extras", Map.of("stations_registered", 0));
        receipt.put("time_from", time("from").example());
        receipt.put("time_to", time("to").example());
        return receipt;
    }

    private static List<Column> counts() {
        return CommonSchemas.RECEIPT.stream().filter(column -> !List.of("from", "to").contains(column.name())).toList();
    }

    private static Column time(String name) {
        return CommonSchemas.RECEIPT.stream().filter(column -> column.name().equals(name)).findFirst().orElseThrow();
    }

    private static Map<String, Object> told(ProblemType type) {
        return JsonMembers.of("type", type.uri()).with("status", type.status())
                .with("title", both(type.title())).with("explanation", both(type.explanation())).map();
    }

    private static Map<String, Object> both(LocalizedText text) {
        return JsonMembers.of("zh", text.zh()).with("en", text.en()).map();
    }
}
