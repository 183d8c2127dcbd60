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

/** Forecasts of the air quality, and what came of them. */
@Path("/api/v1/air/forecasts")
@Tag(name = "Air")
public class ForecastResource {

    private final DatasetAnswers answers;
    private final Dataset forecasts;
    private final Dataset verification;
    private final Dataset scores;
    private final BatchAnswers batches;
    private final ForecastPlan plan;

    ForecastResource(DatasetAnswers answers, BatchAnswers batches, ForecastPlan plan, @Named("air-forecasts") Dataset forecasts,
                     @Named("air-forecasts-verification") Dataset verification, @Named("air-forecasts-scores") Dataset scores) {
        this.answers = answers;
        this.forecasts = forecasts;
        this.verification = verification;
        this.scores = scores;
        this.batches = batches;
        this.plan = plan;
    }

    @GET
    @Operation(operationId = "air-forecasts", summary = "Forecasts of cities by the day foretold, every issue")
    public Uni<Response> list(RoutingContext request) {
        return answers.list(forecasts, request);
    }

    @POST
    @Blocking
    @Needs(Role.INGEST)
    @Consumes({"application/json", "application/x-ndjson", "application/ndjson", "application/jsonl", "text/csv", "*/*"})
    @Operation(operationId = "air-forecasts-ingest", summary = "Takes a batch of forecasts in")
    public Uni<Response> take(RoutingContext request, InputStream body) {
        return batches.take(plan, request, body);
    }

    @GET
    @Path("/verification")
    @Operation(operationId = "air-forecasts-verification", summary = "Forecasts beside the day as it came")
    public Uni<Response> verification(RoutingContext request) {
        return answers.list(verification, request);
    }

    @GET
    @Path("/scores")
    @Operation(operationId = "air-forecasts-scores", summary = "How good the forecasts of a month were, by lead time")
    public Uni<Response> scores(RoutingContext request) {
        return answers.list(scores, request);
    }
}
