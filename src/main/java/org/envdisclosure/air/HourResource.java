package org.envdisclosure.air;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.envdisclosure.platform.access.Needs;
import org.envdisclosure.platform.access.Role;
import org.envdisclosure.platform.ingest.ManualBatches;
import org.envdisclosure.platform.ingest.StatedReason;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.web.DatasetAnswers;

/** One hour of one station: how it came to say what it says, and taking it back. */
@Path("/api/v1/air/hourly/{station_code}/{observed_at}")
@Tag(name = "Air")
public class HourResource {

    private final DatasetAnswers answers;
    private final HourRevisions revisions;
    private final ManualBatches batches;

    HourResource(DatasetAnswers answers, HourRevisions revisions, ManualBatches batches) {
        this.answers = answers;
        this.revisions = revisions;
        this.batches = batches;
    }

    @GET
    @Path("/revisions")
    @Operation(operationId = "air-hourly-revisions", summary = "Every state an hour has had, oldest first")
    public Uni<Response> revisions(@PathParam("station_code") String station, @PathParam("observed_at") String observedAt, RoutingContext request) {
        StationHour hour = StationHour.ofPath(station, observedAt);
        return revisions.statusOf(hour).chain(status -> answers.list(HourRevisions.DATASET, request, hour.condition()));
    }

    @DELETE
    @Needs(Role.INGEST)
    @Operation(operationId = "air-hourly-withdraw", summary = "Withdraws an hour: a revision with empty values, nothing is erased",
            description = "Takes the role ingest, as any other correction does. `reason` (1 to 200 characters) is kept as `revision_note`. "
                    + "Sliding means and city hours that used the values follow. An hour that is empty already is `unchanged`; "
                    + "one that is sent again comes back as a correction.")
    @Parameter(name = "station_code", in = ParameterIn.PATH, required = true, description = "Station code", example = "9901A",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "observed_at", in = ParameterIn.PATH, required = true, description = "End of the hour", example = "2026-10-31T08:00:00+08:00",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "reason", in = ParameterIn.QUERY, required = true, description = "Why, 1 to 200 characters", example = "instrument fault",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The receipt", content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT),
            example = """
                    {"batch_id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","received":1,"inserted":0,"unchanged":0,"corrected":1,"rejected":0,
                     "revision":1235,"rejects":[]}"""))
    public Uni<Response> withdraw(@PathParam("station_code") String station, @PathParam("observed_at") String observedAt, RoutingContext request) {
        String reason = StatedReason.of(Asked.of(request).query().allowing(List.of(StatedReason.PARAMETER)));
        StationHour hour = StationHour.ofPath(station, observedAt);
        return revisions.statusOf(hour).chain(status -> batches.take(new WithdrawalPlan(), request, status,
                Map.of("station_code", hour.station(), "observed_at", hour.observedAt().toString(), "reason", reason)));
    }
}
