package org.envdisclosure.air;

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

/** Warnings of heavy pollution. */
@Path("/api/v1/air/alerts")
@Tag(name = "Air")
public class AlertResource {

    private final DatasetAnswers answers;
    private final Dataset alerts;
    private final BatchAnswers batches;
    private final AlertPlan plan;

    AlertResource(DatasetAnswers answers, BatchAnswers batches, AlertPlan plan, @Named("air-alerts") Dataset alerts) {
        this.answers = answers;
        this.alerts = alerts;
        this.batches = batches;
        this.plan = plan;
    }

    @GET
    @Operation(operationId = "air-alerts", summary = "Warnings of heavy pollution by the moment of issue")
    public Uni<Response> list(RoutingContext request) {
        return answers.list(alerts, request);
    }

    @POST
    @Blocking
    @Needs(Role.INGEST)
    @Consumes({"application/json", "application/x-ndjson", "application/ndjson", "application/jsonl", "text/csv", "*/*"})
    @Operation(operationId = "air-alerts-ingest", summary = "Takes a batch of warnings in")
    public Uni<Response> take(RoutingContext request, InputStream body) {
        return batches.take(plan, request, body);
    }
}
