package org.envdisclosure.air.photo;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.envdisclosure.platform.access.KeyRing;
import org.envdisclosure.platform.access.Needs;
import org.envdisclosure.platform.access.Role;
import org.envdisclosure.platform.ingest.ManualBatches;
import org.envdisclosure.platform.ingest.StatedReason;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.problem.Refuses;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.web.QueryString;
import org.envdisclosure.platform.withdrawal.Withdrawals;

/** Taking the views of a period down. */
@Path("/api/v1/air/photos")
@Tag(name = "Air")
@Needs(Role.ADMIN)
public class PhotosTakedownResource {

    private final NamedPhotos named;
    private final ManualBatches batches;
    private final Clock clock;

    PhotosTakedownResource(NamedPhotos named, ManualBatches batches, Clock clock) {
        this.named = named;
        this.batches = batches;
        this.clock = clock;
    }

    @DELETE
    @Blocking
    @Operation(operationId = "air-photos-withdraw", summary = "Takes the views of a station and period down, each with every picture it ever had",
            description = "After a complaint: set the camera's mask, then take down what was stored before it. The parameters that show the views name them; "
                    + "the station and a period with both ends (`from` and `to`, `date` or `month`) are needed, without `camera` it is all of the station's. "
                    + "10 000 views at most, in one batch and one revision; those that are down already are `unchanged`. Each is put back by itself.")
    @Parameter(name = "station", in = ParameterIn.QUERY, required = true, description = "Station codes", example = "9901A", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "camera", in = ParameterIn.QUERY, description = "Cameras, all by default", example = "1", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "The first moment", example = "2026-10-01", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "The moment after the last", example = "2026-11-01", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "date", in = ParameterIn.QUERY, description = "A day instead", example = "2026-10-31", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "month", in = ParameterIn.QUERY, description = "A month instead", example = "2026-10", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "reason", in = ParameterIn.QUERY, required = true, description = "Why, 1 to 200 characters; everybody can read it", example = "a face can be recognised",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The receipt", content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT),
            example = """
                    {"batch_id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","received":744,"inserted":0,"unchanged":2,"corrected":742,"rejected":0,
                     "revision":1236,"rejects":[]}"""))
    @Refuses({ProblemType.NOT_FOUND, ProblemType.INGEST_BUSY})
    public Uni<Response> withdraw(RoutingContext request) {
        QueryString query = Asked.of(request).query();
        Withdrawals.Decision decision = new Withdrawals.Decision(StatedReason.of(query), KeyRing.holderOf(request).name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        List<PhotoKey> keys = named.of(query, List.of(StatedReason.PARAMETER));
        StandingPlan plan = new StandingPlan("withdrawn", (key, connection) ->
                Withdrawals.withdraw(connection, PhotoTable.DATASET, Standing.ids(connection, key), decision) > 0);
        return batches.take(plan, request, DataStatus.REALTIME, keys.stream().map(PhotoKey::record).toList());
    }
}
