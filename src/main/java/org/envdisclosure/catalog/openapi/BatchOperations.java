package org.envdisclosure.catalog.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.envdisclosure.platform.ingest.BatchSample;
import org.envdisclosure.platform.ingest.BodyFormat;
import org.envdisclosure.platform.ingest.IngestPlan;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.web.JsonText;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.envdisclosure.catalog.openapi.CommonParameters.query;
import static org.envdisclosure.catalog.openapi.CommonParameters.words;

/** Operations that take a batch in. */
final class BatchOperations {

    /** What can go wrong beside what its parameters say. */
    static final List<ProblemType> PROBLEMS = List.of(ProblemType.BROKEN_BATCH, ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE,
            ProblemType.NO_GOOD_ROW, ProblemType.ATOMIC_BATCH_REFUSED, ProblemType.INGEST_BUSY);

    private BatchOperations() {
    }

    static void describe(Operation operation, IngestPlan<?> plan) {
        operation.addParameter(query("layout", "文件的列格式。 / How the columns of the file are named.",
                        words(plan.layouts()).defaultValue(plan.layouts().get(0)), plan.layouts().get(0)))
                .addParameter(query("data_status", "整批的审核状态。 / State of review of the whole batch.",
                        words(CommonParameters.statuses()).defaultValue("realtime"), "realtime"))
                .addParameter(query("mode", "partial：好行入库，坏行拒收；atomic：全部或全不。 / partial: good rows are stored, bad ones rejected; atomic: all or nothing.",
                        words(List.of("partial", "atomic")).defaultValue("partial"), "atomic"))
                .addParameter(OASFactory.createParameter().name("Content-Encoding").in(Parameter.In.HEADER)
                        .description("请求体可用 gzip 压缩。 / The body may be compressed.").schema(words(List.of("gzip", "identity"))).example("gzip"));
        operation.requestBody(OASFactory.createRequestBody().required(true).content(bodies(plan))
                .description("长度不限，按流读取。 / Of any length, read as a stream."));
        operation.setResponses(receipts());
    }

    /** What an operation answers that took something in. */
    static APIResponses receipts() {
        APIResponse answer = OASFactory.createAPIResponse()
                .description("回执：每一行都有结论。 / The receipt: a verdict for every row.")
                .content(OASFactory.createContent().addMediaType("application/json", OASFactory.createMediaType()
                        .schema(DatasetOperations.reference("Receipt")).example(receipt())));
        return OASFactory.createAPIResponses().addAPIResponse("200", ResponseHeaders.with(answer, List.of("Location")));
    }

    static Map<String, @Nullable Object> receipt() {
        Map<String, @Nullable Object> receipt = DatasetExamples.row(CommonSchemas.RECEIPT);
        receipt.put("rejects", List.of());
        return receipt;
    }

    private static Content bodies(IngestPlan<?> plan) {
        Content content = OASFactory.createContent();
        for (BodyFormat format : BodyFormat.values()) {
            List<BatchSample> samples = plan.samples().stream().filter(sample -> sample.format() == format).toList();
            if (!samples.isEmpty()) {
                MediaType media = OASFactory.createMediaType().schema(schema(format));
                samples.forEach(sample -> media.addExample(sample.layout(), OASFactory.createExample()
                        .summary("layout=" + sample.layout()).value(value(sample))));
                content.addMediaType(format.mediaTypes().get(0), media);
            }
        }
        return content;
    }

    private static Schema schema(BodyFormat format) {
        return format == BodyFormat.JSON ? DatasetOperations.listOf(DatasetOperations.object()) : CommonParameters.string();
    }

    /** Lines stay text; a JSON body is shown as JSON. */
    private static Object value(BatchSample sample) {
        return sample.format() == BodyFormat.JSON ? JsonText.parse(sample.body().getBytes(UTF_8)) : sample.body();
    }
}
