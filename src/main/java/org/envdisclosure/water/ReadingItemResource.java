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
import org.envdisclosure.platform.row.WithdrawableTable;

/** One sampling of one section by its station: how it came to say what it says, and taking it back. */
@Path("/api/v1/water/readings/{section_code}/{sampled_at}")
@Tag(name = "Water")
public class ReadingItemResource {

    private final KeyedRows rows;
    private final WithdrawableTable withdrawable;

    ReadingItemResource(KeyedRows rows, WaterConfig config) {
        this.rows = rows;
        this.withdrawable = ReadingRevisions.withdrawable(config);
    }

    @GET
    @Path("/revisions")
    @Operation(operationId = "water-readings-revisions", summary = "Every state a sampling has had, oldest first")
    public Uni<Response> revisions(@PathParam("section_code") String section, @PathParam("sampled_at") String sampledAt, RoutingContext request) {
        return rows.revisions(WaterTables.READINGS, ReadingRevisions.DATASET, RowKey.ofPath(WaterTables.READINGS, section, sampledAt), request);
    }

    @DELETE
    @Needs(Role.INGEST)
    @Operation(operationId = "water-readings-withdraw", summary = "Withdraws a sampling: a revision with empty values, nothing is erased",
            description = "Takes the role ingest, as any other correction does. `reason` (1 to 200 characters) is kept as `revision_note`. "
                    + "A withdrawn sampling is flagged `missing` item by item and has no class; assessments follow. "
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
        return rows.withdraw(withdrawable, ReadingRevisions.DATASET, RowKey.ofPath(WaterTables.READINGS, section, sampledAt), request);
    }
}
