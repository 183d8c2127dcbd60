package org.envdisclosure.air;

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

/** One hour of one station: how it came to say what it says, and taking it back. */
@Path("/api/v1/air/hourly/{station_code}/{observed_at}")
@Tag(name = "Air")
public class HourResource {

    private final KeyedRows rows;

    HourResource(KeyedRows rows) {
        this.rows = rows;
    }

    @GET
    @Path("/revisions")
    @Operation(operationId = "air-hourly-revisions", summary = "Every state an hour has had, oldest first")
    public Uni<Response> revisions(@PathParam("station_code") String station, @PathParam("observed_at") String observedAt, RoutingContext request) {
        return rows.revisions(AirTables.HOURLY, HourRevisions.DATASET, RowKey.ofPath(AirTables.HOURLY, station, observedAt), request);
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
            example = KeyedRows.RECEIPT))
    public Uni<Response> withdraw(@PathParam("station_code") String station, @PathParam("observed_at") String observedAt, RoutingContext request) {
        return rows.withdraw(HourRevisions.WITHDRAWABLE, HourRevisions.DATASET, RowKey.ofPath(AirTables.HOURLY, station, observedAt), request);
    }
}
