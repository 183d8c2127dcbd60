package org.envdisclosure.air.photo;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.envdisclosure.platform.withdrawal.Withdrawals;

/** Taking a view down and putting it back. */
@Path("/api/v1/air/photos/{photo_id}")
@Tag(name = "Air")
@Needs(Role.ADMIN)
public class PhotoWithdrawalResource {

    private static final String RECEIPT = """
            {"batch_id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","received":1,"inserted":0,"unchanged":0,"corrected":1,"rejected":0,
             "revision":1236,"rejects":[]}""";

    private final PhotoFiles files;
    private final ManualBatches batches;
    private final Clock clock;

    PhotoWithdrawalResource(PhotoFiles files, ManualBatches batches, Clock clock) {
        this.files = files;
        this.batches = batches;
        this.clock = clock;
    }

    @DELETE
    @Operation(operationId = "air-photo-withdraw", summary = "Takes a view down, with every picture it ever had",
            description = "From then on every public path, at every past state, shows only key, `withdrawn_at` and `withdrawal_reason`; image and thumbnail are 410. "
                    + "The reason is public. The masked picture stays for the bureau (`/original`). One that is down already is `unchanged` and keeps its reason; "
                    + "a picture that has taken its place stays.")
    @Parameter(name = "photo_id", in = ParameterIn.PATH, required = true, description = "Id of the picture", example = "4f1c0a9d2b7e8a6c5d3e1f02",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "reason", in = ParameterIn.QUERY, required = true, description = "Why, 1 to 200 characters; everybody can read it", example = "a face can be recognised",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The receipt", content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT), example = RECEIPT))
    @Refuses(ProblemType.INGEST_BUSY)
    public Uni<Response> withdraw(@PathParam("photo_id") String id, RoutingContext request) {
        Withdrawals.Decision decision = decision(request);
        return revise(id, request, new StandingPlan("withdrawn", (key, connection) ->
                Withdrawals.reason(connection, PhotoTable.DATASET, id).isEmpty()
                        && Withdrawals.withdraw(connection, PhotoTable.DATASET, Standing.ids(connection, key), decision) > 0));
    }

    @DELETE
    @Path("/withdrawal")
    @Operation(operationId = "air-photo-restore", summary = "Puts a picture back, with those of its view that were taken down with it",
            description = "What another decision took down stays down. That it was down, when, why and by whom stays on record. One that is public is `unchanged`.")
    @Parameter(name = "photo_id", in = ParameterIn.PATH, required = true, description = "Id of the picture", example = "4f1c0a9d2b7e8a6c5d3e1f02",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "reason", in = ParameterIn.QUERY, required = true, description = "Why, 1 to 200 characters", example = "taken down by mistake",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The receipt", content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT), example = RECEIPT))
    @Refuses(ProblemType.INGEST_BUSY)
    public Uni<Response> restore(@PathParam("photo_id") String id, RoutingContext request) {
        Withdrawals.Decision decision = decision(request);
        return revise(id, request, new StandingPlan("restored", (key, connection) ->
                Withdrawals.lift(connection, PhotoTable.DATASET, id, Standing.ids(connection, key), decision) > 0));
    }

    private Uni<Response> revise(String id, RoutingContext request, StandingPlan plan) {
        return files.find(id).chain(found -> batches.take(plan, request, DataStatus.REALTIME, found.key().record()));
    }

    private Withdrawals.Decision decision(RoutingContext request) {
        String reason = StatedReason.of(Asked.of(request).query().allowing(List.of(StatedReason.PARAMETER)));
        return new Withdrawals.Decision(reason, KeyRing.holderOf(request).name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
