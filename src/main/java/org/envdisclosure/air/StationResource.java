package org.envdisclosure.air;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Named;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.envdisclosure.platform.access.Needs;
import org.envdisclosure.platform.access.Role;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.ingest.BatchAnswers;
import org.envdisclosure.platform.register.RegisterAnswers;
import org.envdisclosure.platform.register.RegisterPlan;
import org.envdisclosure.platform.web.DatasetAnswers;

/** The register of stations. */
@Path("/api/v1/air/stations")
@Tag(name = "Air")
public class StationResource {

    private final DatasetAnswers answers;
    private final Dataset stations;
    private final Dataset station;
    private final Dataset versions;
    private final BatchAnswers batches;
    private final RegisterPlan plan;
    private final StationRegister register;
    private final RegisterAnswers entries;

    StationResource(DatasetAnswers answers, @Named("air-stations") Dataset stations, BatchAnswers batches,
                    @Named("air-stations-ingest") RegisterPlan plan, StationRegister register, RegisterAnswers entries) {
        this.answers = answers;
        this.stations = stations;
        this.station = AirDatasets.station();
        this.versions = AirDatasets.stationVersions();
        this.batches = batches;
        this.plan = plan;
        this.register = register;
        this.entries = entries;
    }

    @GET
    @Operation(operationId = "air-stations", summary = "Stations of a day, today by default")
    public Uni<Response> list(RoutingContext request) {
        return answers.list(stations, request);
    }

    @POST
    @Blocking
    @Needs(Role.INGEST)
    @Consumes({"application/json", "application/x-ndjson", "application/ndjson", "application/jsonl", "text/csv", "*/*"})
    @Operation(operationId = "air-stations-ingest", summary = "Takes a batch of stations or versions of stations in")
    public Uni<Response> take(RoutingContext request, InputStream body) {
        return batches.take(plan, request, body);
    }

    @GET
    @Path("/{station_code}")
    @Operation(operationId = "air-station", summary = "One station: its newest version that has begun, today or on the day of at")
    public Uni<Response> one(@PathParam("station_code") String code, RoutingContext request) {
        return entries.one(register, station, code, request);
    }

    @PUT
    @Path("/{station_code}")
    @Blocking
    @Needs(Role.INGEST)
    @Consumes("application/json")
    @Operation(operationId = "air-station-put", summary = "Enters a station, a version of it, or a correction of a version",
            description = "The body has the register's columns; `name` is needed, what is left out is empty. With a `valid_from` that is new it is a new "
                    + "version, and the earlier one ends there; with that of a version it corrects it; without, it corrects the newest. "
                    + "An equal entry changes nothing. `If-Match` with the station's ETag writes only over that state, `If-None-Match: *` only creates; else 412.")
    @Parameter(name = "station_code", in = ParameterIn.PATH, required = true, description = "Station code", example = "9901A",
            schema = @Schema(type = SchemaType.STRING))
    @RequestBody(description = "The station", required = true, content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT),
            example = """
                    {"name":"示例一站","city_code":"990100","city_name":"示例市","longitude":109.0,"latitude":33.0,"datum":"CGCS2000",
                     "site_type":"urban","in_city_evaluation":true,"valid_from":"2026-11-01"}"""))
    @APIResponse(responseCode = "200", description = "The version as it stands", content = @Content(mediaType = "application/json",
            schema = @Schema(type = SchemaType.OBJECT), example = """
                    {"data":{"station_code":"9901A","name":"示例一站","valid_from":"2026-11-01","valid_to":null},"meta":{"revision":12}}"""))
    public Uni<Response> put(@PathParam("station_code") String code, RoutingContext request, InputStream body) {
        return entries.put(register, "/api/v1/air/stations", code, request, body);
    }

    @GET
    @Path("/proposals")
    @Needs(Role.INGEST)
    @Operation(operationId = "air-station-proposals", summary = "What feeds say differently from the register, waiting for a decision")
    public Uni<Response> proposals(RoutingContext request) {
        return answers.list(StationProposals.DATASET, request);
    }

    @GET
    @Path("/{station_code}/history")
    @Operation(operationId = "air-station-history", summary = "All versions of one station, oldest first")
    public Uni<Response> history(@PathParam("station_code") String code, RoutingContext request) {
        return entries.history(register, versions, code, request);
    }
}
