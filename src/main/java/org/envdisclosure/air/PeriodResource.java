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

/** Months, quarters and years of stations and cities, and the ranking. */
@Path("/api/v1/air")
@Tag(name = "Air")
public class PeriodResource {

    private final DatasetAnswers answers;
    private final Dataset stationMonths;
    private final Dataset stationYears;
    private final Dataset cityMonths;
    private final Dataset cityQuarters;
    private final Dataset cityYears;
    private final Dataset rankings;

    PeriodResource(DatasetAnswers answers, @Named("air-monthly") Dataset stationMonths, @Named("air-annual") Dataset stationYears,
                   @Named("air-cities-monthly") Dataset cityMonths, @Named("air-cities-quarterly") Dataset cityQuarters,
                   @Named("air-cities-annual") Dataset cityYears, @Named("air-cities-rankings") Dataset rankings) {
        this.answers = answers;
        this.stationMonths = stationMonths;
        this.stationYears = stationYears;
        this.cityMonths = cityMonths;
        this.cityQuarters = cityQuarters;
        this.cityYears = cityYears;
        this.rankings = rankings;
    }

    @GET
    @Path("/monthly")
    @Operation(operationId = "air-monthly", summary = "Months of stations, oldest first")
    public Uni<Response> stationMonths(RoutingContext request) {
        return answers.list(stationMonths, request);
    }

    @GET
    @Path("/annual")
    @Operation(operationId = "air-annual", summary = "Years of stations, oldest first")
    public Uni<Response> stationYears(RoutingContext request) {
        return answers.list(stationYears, request);
    }

    @GET
    @Path("/cities/monthly")
    @Operation(operationId = "air-cities-monthly", summary = "Months of cities and counties, oldest first")
    public Uni<Response> cityMonths(RoutingContext request) {
        return answers.list(cityMonths, request);
    }

    @GET
    @Path("/cities/quarterly")
    @Operation(operationId = "air-cities-quarterly", summary = "Quarters of cities and counties, oldest first")
    public Uni<Response> cityQuarters(RoutingContext request) {
        return answers.list(cityQuarters, request);
    }

    @GET
    @Path("/cities/annual")
    @Operation(operationId = "air-cities-annual", summary = "Years of cities and counties, oldest first")
    public Uni<Response> cityYears(RoutingContext request) {
        return answers.list(cityYears, request);
    }

    @GET
    @Path("/cities/rankings")
    @Operation(operationId = "air-cities-rankings", summary = "Cities ranked by the composite index of the month")
    public Uni<Response> rankings(RoutingContext request) {
        return answers.list(rankings, request);
    }
}
