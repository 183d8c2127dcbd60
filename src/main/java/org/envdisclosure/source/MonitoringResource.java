package org.envdisclosure.source;

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
import org.envdisclosure.platform.ingest.Reviews;
import org.envdisclosure.platform.web.DatasetAnswers;

/** Results of monitoring: read, taken in and reviewed. */
@Path("/api/v1/sources/monitoring")
@Tag(name = "Sources")
public class MonitoringResource {

    private final DatasetAnswers answers;
    private final Dataset results;
    private final BatchAnswers batches;
    private final MonitoringPlan plan;
    private final Reviews reviews;

    MonitoringResource(DatasetAnswers answers, BatchAnswers batches, MonitoringPlan plan, Reviews reviews, @Named("sources-monitoring") Dataset results) {
        this.answers = answers;
        this.results = results;
        this.batches = batches;
        this.plan = plan;
        this.reviews = reviews;
    }

    @GET
    @Operation(operationId = "sources-monitoring", summary = "Monitoring results, oldest first")
    public Uni<Response> results(RoutingContext request) {
        return answers.list(results, request);
    }

    @POST
    @Blocking
    @Needs(Role.INGEST)
    @Consumes({"application/json", "application/x-ndjson", "application/ndjson", "application/jsonl", "text/csv", "*/*"})
    @Operation(operationId = "sources-monitoring-ingest", summary = "Takes a batch of monitoring results in")
    public Uni<Response> take(RoutingContext request, InputStream body) {
        return batches.take(plan, request, body);
    }

    @POST
    @Path("/review")
    @Needs(Role.ADMIN)
    @Operation(operationId = "sources-monitoring-review", summary = "Raises the state of review of a period")
    public Uni<Response> review(RoutingContext request) {
        return reviews.take(results, MonitoringRevisions.REVIEWED, request);
    }
}
