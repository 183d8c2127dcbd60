package org.envdisclosure.air;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Named;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.envdisclosure.platform.access.Needs;
import org.envdisclosure.platform.access.Role;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.ingest.BatchAnswers;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.web.DatasetAnswers;

/** The register of stations. */
@Path("/api/v1/air/stations")
@Tag(name = "Air")
public class StationResource {

    private final DatasetAnswers answers;
    private final Dataset stations;
    private final Dataset versions;
    private final BatchAnswers batches;
    private final StationPlan plan;
    private final Clock clock;

    StationResource(DatasetAnswers answers, @Named("air-stations") Dataset stations, BatchAnswers batches, StationPlan plan, Clock clock) {
        this.answers = answers;
        this.stations = stations;
        this.versions = AirDatasets.stationVersions().build();
        this.batches = batches;
        this.plan = plan;
        this.clock = clock;
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
    @Operation(operationId = "air-station", summary = "One station: its newest version that has begun")
    public Uni<Response> one(@PathParam("station_code") String code, RoutingContext request) {
        return answers.single(versions, request, Sql.of("""
                station_code = ? AND valid_from = (SELECT max(v.valid_from) FROM air_stations v WHERE v.station_code = ? AND v.valid_from <= ?)""",
                code, code, ChinaTime.dateOf(clock.instant())));
    }

    @GET
    @Path("/{station_code}/history")
    @Operation(operationId = "air-station-history", summary = "All versions of one station, oldest first")
    public Uni<Response> history(@PathParam("station_code") String code, RoutingContext request) {
        return answers.list(versions, request, AirDatasets.station(code));
    }
}
