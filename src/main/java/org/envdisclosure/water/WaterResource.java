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

/** Readings of surface water: read and taken in. */
@Path("/api/v1/water")
@Tag(name = "Water", description = "地表水。 / Surface water.")
public class WaterResource {

    private final DatasetAnswers answers;
    private final Dataset readings;
    private final Dataset latest;
    private final Dataset states;
    private final BatchAnswers batches;
    private final ReadingPlan plan;
    private final Reviews reviews;

    WaterResource(DatasetAnswers answers, BatchAnswers batches, ReadingPlan plan, Reviews reviews, @Named("water-readings") Dataset readings,
                  @Named("water-latest") Dataset latest, @Named("water-station-states") Dataset states) {
        this.answers = answers;
        this.readings = readings;
        this.latest = latest;
        this.states = states;
        this.batches = batches;
        this.plan = plan;
        this.reviews = reviews;
    }

    @GET
    @Path("/readings")
    @Operation(operationId = "water-readings", summary = "Readings of automatic stations, oldest first")
    public Uni<Response> readings(RoutingContext request) {
        return answers.list(readings, request);
    }

    @POST
    @Path("/readings")
    @Blocking
    @Needs(Role.INGEST)
    @Consumes({"application/json", "application/x-ndjson", "application/ndjson", "application/jsonl", "text/csv", "*/*"})
    @Operation(operationId = "water-readings-ingest", summary = "Takes a batch of readings in")
    public Uni<Response> take(RoutingContext request, InputStream body) {
        return batches.take(plan, request, body);
    }

    @POST
    @Path("/readings/review")
    @Needs(Role.ADMIN)
    @Operation(operationId = "water-readings-review", summary = "Raises the state of review of a period")
    public Uni<Response> review(RoutingContext request) {
        return reviews.take(readings, ReadingRevisions.REVIEWED, request);
    }

    @GET
    @Path("/latest")
    @Operation(operationId = "water-latest", summary = "The newest reading of every section")
    public Uni<Response> latest(RoutingContext request) {
        return answers.list(latest, request);
    }

    @GET
    @Path("/states")
    @Operation(operationId = "water-station-states", summary = "States of stations out of normal operation or without a sampling, by day")
    public Uni<Response> states(RoutingContext request) {
        return answers.list(states, request);
    }
}
