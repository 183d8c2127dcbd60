package org.envdisclosure.platform.ingest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.envdisclosure.platform.access.KeyRing;
import org.envdisclosure.platform.access.Needs;
import org.envdisclosure.platform.access.Role;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.web.DatasetAnswers;
import org.envdisclosure.platform.web.JsonText;
import org.jspecify.annotations.Nullable;

/** Receipts, and every row that was refused. */
@Path("/api/v1/ingest/batches/{batch_id}")
@Tag(name = "Ingest", description = "回执与拒收记录。 / Receipts and rejects.")
@Needs(Role.INGEST)
public class BatchResource {

    private static final String RECEIPT = """
            SELECT batch_id::text AS batch_id, (SELECT q.question FROM ingest_question q WHERE q.batch_id = b.batch_id) AS question, dataset, layout, data_status, mode, state, failure, key_name, received_at, finished_at,
                   sha256, bytes, received, inserted, unchanged, corrected, rejected, extras::text AS extras, revision, time_from, time_to
              FROM ingest_batch b WHERE b.batch_id = $1
            """;
    private static final Dataset REJECTS = Dataset.named("ingest-rejects", "/ingest/batches/{batch_id}/rejects")
            .title("拒收记录", "Rejected rows")
            .description("一个批次中被拒收的行。", "The rows of a batch that were not taken.")
            .columns(Column.integer("number", "序号", "Running number").like(1),
                    Column.integer("line", "行号（含表头，从 1 起）", "Line, header included, from 1").like(3),
                    Column.code("reason", "原因", "Reason").like("unknown_station"),
                    Column.text("raw", "原文", "The row as it came").like("9999A,2026-10-31T08:00:00+08:00,35"))
            .key("number")
            .confidential()
            .relation((asOf, now) -> Sql.of("(SELECT batch_id, number::integer, line::integer, reason, raw FROM ingest_reject) AS ingest_reject"))
            .build();

    @Produces
    @Singleton
    static DatasetOperation rejectsOperation() {
        return DatasetOperation.list("ingest-rejects", REJECTS);
    }

    private final Pool pool;
    private final DatasetAnswers answers;

    BatchResource(Pool pool, DatasetAnswers answers) {
        this.pool = pool;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "ingest-batch", summary = "The receipt of a batch")
    public Uni<Response> receipt(@PathParam("batch_id") String batchId, RoutingContext request) {
        Asked.of(request).query().allowing(List.of());
        return find(batchId).map(row -> Response.ok(JsonText.bytes(told(row))).type("application/json").header("Cache-Control", "no-store").build());
    }

    @GET
    @Path("/rejects")
    @Operation(operationId = "ingest-rejects", summary = "Every rejected row of a batch with its reason",
            description = "As they came, so only for a key of the name that sent the batch, and for administrators: what was refused may hold what nobody else may read.")
    public Uni<Response> rejects(@PathParam("batch_id") String batchId, RoutingContext request) {
        KeyRing.Holder holder = KeyRing.holderOf(request);
        return find(batchId).invoke(found -> requireSender(found, holder)).chain(found -> answers.list(REJECTS, request, Sql.of("batch_id = (?)::uuid", batchId)));
    }

    /** A key that takes another's place bears its name. */
    private static void requireSender(Row batch, KeyRing.Holder holder) {
        if (holder.role() != Role.ADMIN && !holder.name().equals(batch.getString("key_name"))) {
            throw ProblemType.FORBIDDEN.because("被拒收的行只供报送该批次的密钥及管理员查看", "the rejected rows are for the key that sent the batch, and for administrators");
        }
    }

    private Uni<Row> find(String batchId) {
        UUID id;
        try {
            id = UUID.fromString(batchId);
        } catch (IllegalArgumentException notAnId) {
            throw notFound(batchId);
        }
        return pool.preparedQuery(RECEIPT).execute(Tuple.of(id)).map(rows -> only(rows, batchId));
    }

    private static Row only(RowSet<Row> rows, String batchId) {
        for (Row row : rows) {
            return row;
        }
        throw notFound(batchId);
    }

    private static ApiProblem notFound(String batchId) {
        return ProblemType.NOT_FOUND.because("没有批次 " + batchId, "there is no batch " + batchId);
    }

    private static Map<String, Object> told(Row row) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            Object value = row.getValue(i);
            told.put(row.getColumnName(i), value instanceof OffsetDateTime time ? ChinaTime.format(time.toInstant()) : value);
        }
        told.put("extras", new JsonObject(String.valueOf(told.get("extras"))).getMap());
        return told;
    }
}
