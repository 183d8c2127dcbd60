package org.envdisclosure.water;

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

/** Samples taken by hand: read and taken in. */
@Path("/api/v1/water/samples")
@Tag(name = "Water")
public class SampleResource {

    private final DatasetAnswers answers;
    private final Dataset samples;
    private final BatchAnswers batches;
    private final SamplePlan plan;
    private final Reviews reviews;

    SampleResource(DatasetAnswers answers, BatchAnswers batches, SamplePlan plan, Reviews reviews, @Named("water-samples") Dataset samples) {
        this.answers = answers;
        this.samples = samples;
        this.batches = batches;
        this.plan = plan;
        this.reviews = reviews;
    }

    @GET
    @Operation(operationId = "water-samples", summary = "Manual samples, oldest first")
    public Uni<Response> samples(RoutingContext request) {
        return answers.list(samples, request);
    }

    @POST
    @Blocking
    @Needs(Role.INGEST)
    @Consumes({"application/json", "application/x-ndjson", "application/ndjson", "application/jsonl", "text/csv", "*/*"})
    @Operation(operationId = "water-samples-ingest", summary = "Takes a batch of manual samples in")
    public Uni<Response> take(RoutingContext request, InputStream body) {
        return batches.take(plan, request, body);
    }

    @POST
    @Path("/review")
    @Needs(Role.ADMIN)
    @Operation(operationId = "water-samples-review", summary = "Raises the state of review of a period")
    public Uni<Response> review(RoutingContext request) {
        return reviews.take(samples, SampleRevisions.REVIEWED, request);
    }
}
