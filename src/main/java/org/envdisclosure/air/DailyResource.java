package org.envdisclosure.air;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.web.DatasetAnswers;

/** The daily report of stations and cities. */
@Path("/api/v1/air")
@Tag(name = "Air")
public class DailyResource {

    private final DatasetAnswers answers;
    private final Dataset daily;
    private final Dataset cityDays;

    DailyResource(DatasetAnswers answers, @Named("air-daily") Dataset daily, @Named("air-cities-daily") Dataset cityDays) {
        this.answers = answers;
        this.daily = daily;
        this.cityDays = cityDays;
    }

    @GET
    @Path("/daily")
    @Operation(operationId = "air-daily", summary = "Days of stations, oldest first")
    public Uni<Response> daily(RoutingContext request) {
        return answers.list(daily, request);
    }

    @GET
    @Path("/cities/daily")
    @Operation(operationId = "air-cities-daily", summary = "Days of cities and counties, oldest first")
    public Uni<Response> cityDays(RoutingContext request) {
        return answers.list(cityDays, request);
    }
}
