package org.envdisclosure.water;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
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
import org.envdisclosure.platform.row.KeyedRows;
import org.envdisclosure.platform.row.RowKey;

/** One sample of one section taken by hand: how it came to say what it says, and taking it back. */
@Path("/api/v1/water/samples/{section_code}/{sampled_at}")
@Tag(name = "Water")
public class SampleItemResource {

    private final KeyedRows rows;

    SampleItemResource(KeyedRows rows) {
        this.rows = rows;
    }

    @GET
    @Path("/revisions")
    @Operation(operationId = "water-samples-revisions", summary = "Every state a sample has had, oldest first")
    public Uni<Response> revisions(@PathParam("section_code") String section, @PathParam("sampled_at") String sampledAt, RoutingContext request) {
        return rows.revisions(WaterTables.SAMPLES, SampleRevisions.DATASET, RowKey.ofPath(WaterTables.SAMPLES, section, sampledAt), request);
    }

    @DELETE
    @Needs(Role.INGEST)
    @Operation(operationId = "water-samples-withdraw", summary = "Withdraws a sample: a revision with empty values, nothing is erased",
            description = "Takes the role ingest, as any other correction does. `reason` (1 to 200 characters) is kept as `revision_note`. "
                    + "A bare date stands for its midnight, as in a batch. A withdrawn sample has no values; assessments follow. "
                    + "One that is empty already is `unchanged`; one that is sent again comes back as a correction.")
    @Parameter(name = "section_code", in = ParameterIn.PATH, required = true, description = "Section code", example = "99S001",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "sampled_at", in = ParameterIn.PATH, required = true, description = "Moment of sampling", example = "2026-10-31T08:00:00+08:00",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "reason", in = ParameterIn.QUERY, required = true, description = "Why, 1 to 200 characters", example = "instrument fault",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The receipt", content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT),
            example = KeyedRows.RECEIPT))
    public Uni<Response> withdraw(@PathParam("section_code") String section, @PathParam("sampled_at") String sampledAt, RoutingContext request) {
        return rows.withdraw(SampleRevisions.WITHDRAWABLE, SampleRevisions.DATASET, RowKey.ofPath(WaterTables.SAMPLES, section, sampledAt), request);
    }
}
