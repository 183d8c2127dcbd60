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

/** Reading hourly air quality. */
@Path("/api/v1/air")
@Tag(name = "Air")
public class AirResource {

    private final DatasetAnswers answers;
    private final Dataset hourly;
    private final Dataset latest;
    private final Dataset cityHours;
    private final Dataset cityLatest;

    AirResource(DatasetAnswers answers, @Named("air-hourly") Dataset hourly, @Named("air-latest") Dataset latest,
                @Named("air-cities-hourly") Dataset cityHours, @Named("air-cities-latest") Dataset cityLatest) {
        this.answers = answers;
        this.hourly = hourly;
        this.latest = latest;
        this.cityHours = cityHours;
        this.cityLatest = cityLatest;
    }

    @GET
    @Path("/hourly")
    @Operation(operationId = "air-hourly", summary = "Hourly readings of stations, oldest first")
    public Uni<Response> hourly(RoutingContext request) {
        return answers.list(hourly, request);
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
