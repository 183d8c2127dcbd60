package org.envdisclosure.source.record;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Named;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.envdisclosure.platform.access.Needs;
import org.envdisclosure.platform.access.Role;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.ingest.BatchAnswers;
import org.envdisclosure.platform.web.DatasetAnswers;

/** Records of supervision: asked for, taken in. */
@Path("/api/v1/supervision/records")
@Tag(name = "Supervision", description = "监管记录。 / Records of supervision.")
public class RecordResource {

    private final DatasetAnswers answers;
    private final Dataset records;
    private final BatchAnswers batches;
    private final RecordPlan plan;

    RecordResource(DatasetAnswers answers, BatchAnswers batches, RecordPlan plan, @Named(RecordTable.DATASET) Dataset records) {
        this.answers = answers;
        this.records = records;
        this.batches = batches;
        this.plan = plan;
    }

    @GET
    @Operation(operationId = "supervision-records", summary = "Records of supervision by the moment they were first published")
    public Uni<Response> list(RoutingContext request) {
        return answers.list(records, request);
    }

    @POST
    @Blocking
    @Needs(Role.INGEST)
    @Consumes({"application/json", "application/x-ndjson", "application/ndjson", "application/jsonl", "text/csv", "*/*"})
    @Operation(operationId = "supervision-records-ingest", summary = "Takes a batch of records in",
            description = "Beside the columns that are shown, these fields are taken and never published: `party_id_no`, `party_phone`, `party_address`, `vehicle_plate`, `bank_account`, "
                    + "`complainant_name`, `complainant_phone`, `complainant_address`. Names of natural persons are masked. A record in which something personal is found is `held` "
                    + "for a reviewer; `held` are not among `received`.")
    public Uni<Response> take(RoutingContext request, InputStream body) {
        return batches.take(plan, request, body);
    }
}
