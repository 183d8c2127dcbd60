package org.envdisclosure.source;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

/** One result of monitoring: how it came to say what it says, and taking it back. */
@Path("/api/v1/sources/monitoring/{source_id}/{outlet_code}/{factor_code}/{observed_at}/{averaging}/{monitoring_type}/{monitoring_mode}")
@Tag(name = "Sources")
public class MonitoringItemResource {

    private final KeyedRows rows;

    MonitoringItemResource(KeyedRows rows) {
        this.rows = rows;
    }

    @GET
    @Path("/revisions")
    @Operation(operationId = "sources-monitoring-revisions", summary = "Every state a monitoring result has had, oldest first")
    public Uni<Response> revisions(@BeanParam ResultPath path, RoutingContext request) {
        return rows.revisions(MonitoringTables.RESULTS, MonitoringRevisions.DATASET, path.key(), request);
    }

    @DELETE
    @Needs(Role.INGEST)
    @Operation(operationId = "sources-monitoring-withdraw", summary = "Withdraws a monitoring result: a revision with empty values, nothing is erased",
            description = "Takes the role ingest, as any other correction does. `reason` (1 to 200 characters) is kept as `revision_note`. "
                    + "A withdrawn result is flagged `missing`, not valid and not judged. "
                    + "One that is empty already is `unchanged`; one that is sent again comes back as a correction.")
    @Parameter(name = "reason", in = ParameterIn.QUERY, required = true, description = "Why, 1 to 200 characters", example = "instrument fault",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The receipt", content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT),
            example = KeyedRows.RECEIPT))
    public Uni<Response> withdraw(@BeanParam ResultPath path, RoutingContext request) {
        return rows.withdraw(MonitoringRevisions.WITHDRAWABLE, MonitoringRevisions.DATASET, path.key(), request);
    }
}
