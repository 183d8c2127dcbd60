package org.envdisclosure.source;

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

/** The register of limits. */
@Path("/api/v1/sources/limits")
@Tag(name = "Sources")
public class LimitResource {

    private final DatasetAnswers answers;
    private final Dataset limits;
    private final Dataset limit;
    private final Dataset versions;
    private final BatchAnswers batches;
    private final RegisterPlan plan;
    private final LimitRegister register;
    private final RegisterAnswers entries;

    LimitResource(DatasetAnswers answers, @Named("sources-limits") Dataset limits, BatchAnswers batches,
                   @Named("sources-limits-ingest") RegisterPlan plan, LimitRegister register, RegisterAnswers entries) {
        this.answers = answers;
        this.limits = limits;
        this.limit = SourceDatasets.limit();
        this.versions = SourceDatasets.limitVersions();
        this.batches = batches;
        this.plan = plan;
        this.register = register;
        this.entries = entries;
    }

    @GET
    @Operation(operationId = "sources-limits", summary = "Limits in force on a day, today by default")
    public Uni<Response> list(RoutingContext request) {
        return answers.list(limits, request);
    }

    @POST
    @Blocking
    @Needs(Role.INGEST)
    @Consumes({"application/json", "application/x-ndjson", "application/ndjson", "application/jsonl", "text/csv", "*/*"})
    @Operation(operationId = "sources-limits-ingest", summary = "Takes a batch of limits or versions of limits in")
    public Uni<Response> take(RoutingContext request, InputStream body) {
        return batches.take(plan, request, body);
    }

    @GET
    @Path("/{limit_id}")
    @Operation(operationId = "sources-limit", summary = "One limit: its newest version that has begun, today or on the day of at")
    public Uni<Response> one(@PathParam("limit_id") String id, RoutingContext request) {
        return entries.one(register, limit, id, request);
    }

    @PUT
    @Path("/{limit_id}")
    @Blocking
    @Needs(Role.INGEST)
    @Consumes("application/json")
    @Operation(operationId = "sources-limit-put", summary = "Enters a limit, a version of it, or a correction of a version",
            description = "The body has the register's columns; one of the limits and, but for pH, the unit are needed, what else is left out is empty. The outlet must be registered. With a `valid_from` that is new it is a new "
                    + "version, and the earlier one ends there; with that of a version it corrects it; without, it corrects the newest. An equal entry changes nothing. "
                    + "`If-Match` with the limit's ETag writes only over that state, `If-None-Match: *` only creates; else 412.")
    @Parameter(name = "limit_id", in = ParameterIn.PATH, required = true, description = "Id of the limit: source_id.outlet_code.factor_code.averaging", example = "99E001.DW001.w01018.24h",
            schema = @Schema(type = SchemaType.STRING))
    @RequestBody(description = "The limit", required = true, content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT),
            example = """
                    {"limit_high":50,"unit":"mg/L","limit_standard":"GB 18918-2002","basis":"standard","valid_from":"2025-01-01"}"""))
    @APIResponse(responseCode = "200", description = "The version as it stands", content = @Content(mediaType = "application/json",
            schema = @Schema(type = SchemaType.OBJECT), example = """
                    {"data":{"limit_id":"99E001.DW001.w01018.24h","limit_high":50,"unit":"mg/L","valid_from":"2025-01-01","valid_to":null},"meta":{"revision":12}}"""))
    public Uni<Response> put(@PathParam("limit_id") String id, RoutingContext request, InputStream body) {
        return entries.put(register, "/api/v1/sources/limits", id, request, body);
    }

    @GET
    @Path("/{limit_id}/history")
    @Operation(operationId = "sources-limit-history", summary = "All versions of one limit, oldest first")
    public Uni<Response> history(@PathParam("limit_id") String id, RoutingContext request) {
        return entries.history(register, versions, id, request);
    }
}
