package org.envdisclosure.platform.ingest;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.access.KeyRing;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.revision.RevisionBoard;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.web.JsonText;
import org.envdisclosure.platform.web.QueryString;
import org.jspecify.annotations.Nullable;

/** Answers a POST of a batch; a resource method is one call to this. */
@ApplicationScoped
public class BatchAnswers {

    private static final List<String> PARAMETERS = List.of("layout", "data_status", "mode");

    private final BatchIngest ingest;
    private final RevisionBoard board;

    BatchAnswers(BatchIngest ingest, RevisionBoard board) {
        this.ingest = ingest;
        this.board = board;
    }

    /** Takes the batch in, which blocks, and answers with its receipt once this replica serves the new state. */
    public Uni<Response> take(IngestPlan<?> plan, RoutingContext context, InputStream body) {
        Asked asked = Asked.of(context);
        QueryString query = asked.query().allowing(PARAMETERS);
        String layout = query.one("layout").orElse(plan.layouts().get(0));
        Filters.requireWord("layout", layout, plan.layouts());
        String mode = query.one("mode").orElse("partial");
        Filters.requireWord("mode", mode, List.of("partial", "atomic"));
        DataStatus status = query.one("data_status").map(BatchAnswers::status).orElse(DataStatus.REALTIME);
        BatchRequest request = request(layout, status, mode.equals("atomic"), KeyRing.holderOf(context).name(), asked, body);
        Receipt receipt = ingest.take(plan, request);
        return board.catchUp().map(known -> answer(receipt));
    }

    private static DataStatus status(String word) {
        return DataStatus.ofWire(word).orElseThrow(() -> ApiProblem.parameter("data_status",
                "data_status 只接受 realtime、preliminary、reviewed、final", "data_status takes realtime, preliminary, reviewed, final"));
    }

    private static BatchRequest request(String layout, DataStatus status, boolean atomic, String key, Asked asked, InputStream body) {
        try {
            return new BatchRequest(layout, status, atomic, key, ContentCoding.ofHeader(asked.header("Content-Encoding")),
                    BodyFormat.ofContentType(asked.header("Content-Type")), body);
        } catch (UnsupportedMedia unsupported) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE.because(unsupported.detail().zh(), unsupported.detail().en());
        }
    }

    static Response answer(Receipt receipt) {
        Map<String, Object> told = told(receipt);
        if (receipt.isRefused() && receipt.received() == 0) {
            throw ProblemType.NO_GOOD_ROW.because("没有数据行；批次须在表头之后或数组之内至少有一行，审核的范围内须至少有一行",
                    "there is no row; a batch has at least one below the header or in the array, a review at least one in its period").withMembers(told);
        } else if (receipt.isRefused()) {
            boolean atomic = receipt.mode().equals("atomic");
            throw (atomic ? ProblemType.ATOMIC_BATCH_REFUSED.because("批次中有被拒收的行，因此什么也没有保存", "a row was rejected, so nothing of the atomic batch was stored")
                    : ProblemType.NO_GOOD_ROW.because("没有一行可以接收；rejects 列出了原因", "not one row could be taken; rejects names the reasons"))
                    .withMembers(told);
        }
        return Response.ok(JsonText.bytes(told)).type("application/json").header("Cache-Control", "no-store")
                .header("Location", "/api/v1/ingest/batches/" + receipt.batchId()).build();
    }

    /** The short receipt of the contract. */
    private static Map<String, Object> told(Receipt receipt) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("batch_id", receipt.batchId().toString());
        told.put("received", receipt.received());
        told.put("inserted", receipt.inserted());
        told.put("unchanged", receipt.unchanged());
        told.put("corrected", receipt.corrected());
        told.put("rejected", receipt.rejected());
        receipt.extras().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(extra -> told.put(extra.getKey(), extra.getValue()));
        told.put("revision", receipt.revision() == 0 ? null : receipt.revision());
        told.put("from", receipt.timeFrom() == null ? null : ChinaTime.format(receipt.timeFrom()));
        told.put("to", receipt.timeTo() == null ? null : ChinaTime.format(receipt.timeTo()));
        told.put("rejects", receipt.rejects());
        return told;
    }
}
