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
import org.envdisclosure.platform.ingest.Reviews;
import org.envdisclosure.platform.web.DatasetAnswers;

/** Hourly air quality: read and taken in. */
@Path("/api/v1/air")
@Tag(name = "Air", description = "环境空气。 / Ambient air.")
public class AirResource {

    private final DatasetAnswers answers;
    private final Dataset hourly;
    private final Dataset latest;
    private final Dataset cityHours;
    private final Dataset cityLatest;
    private final BatchAnswers batches;
    private final HourlyPlan plan;
    private final Reviews reviews;

    AirResource(DatasetAnswers answers, BatchAnswers batches, HourlyPlan plan, Reviews reviews,
                @Named("air-hourly") Dataset hourly, @Named("air-latest") Dataset latest, @Named("air-cities-hourly") Dataset cityHours, @Named("air-cities-latest") Dataset cityLatest) {
        this.answers = answers;
        this.hourly = hourly;
        this.latest = latest;
        this.cityHours = cityHours;
        this.cityLatest = cityLatest;
        this.batches = batches;
        this.plan = plan;
        this.reviews = reviews;
    }

    @GET
    @Path("/hourly")
    @Operation(operationId = "air-hourly", summary = "Hourly readings of stations, oldest first")
    public Uni<Response> hourly(RoutingContext request) {
        return answers.list(hourly, request);
    }

    @POST
    @Path("/hourly")
    @Blocking
    @Needs(Role.INGEST)
    @Consumes({"application/json", "application/x-ndjson", "application/ndjson", "application/jsonl", "text/csv", "*/*"})
    @Operation(operationId = "air-hourly-ingest", summary = "Takes a batch of hourly readings in")
    public Uni<Response> take(RoutingContext request, InputStream body) {
        return batches.take(plan, request, body);
    }

    @POST
    @Path("/hourly/review")
    @Needs(Role.ADMIN)
    @Operation(operationId = "air-hourly-review", summary = "Raises the state of review of a period")
    public Uni<Response> review(RoutingContext request) {
        return reviews.take(hourly, HourFollowers.REVIEWED, request);
    }

    @GET
    @Path("/latest")
    @Operation(operationId = "air-latest", summary = "The newest hour of every station")
    public Uni<Response> latest(RoutingContext request) {
        return answers.list(latest, request);
    }

    @GET
    @Path("/cities/hourly")
    @Operation(operationId = "air-cities-hourly", summary = "Hourly values of cities and counties, oldest first")
    public Uni<Response> cityHours(RoutingContext request) {
        return answers.list(cityHours, request);
    }

    @GET
    @Path("/cities/latest")
    @Operation(operationId = "air-cities-latest", summary = "The newest hour of every city or county")
    public Uni<Response> cityLatest(RoutingContext request) {
        return answers.list(cityLatest, request);
    }
}
