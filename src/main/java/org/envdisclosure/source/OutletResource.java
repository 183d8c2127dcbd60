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

/** The register of outlets. */
@Path("/api/v1/sources/outlets")
@Tag(name = "Sources")
public class OutletResource {

    private final DatasetAnswers answers;
    private final Dataset outlets;
    private final Dataset outlet;
    private final Dataset versions;
    private final BatchAnswers batches;
    private final RegisterPlan plan;
    private final OutletRegister register;
    private final RegisterAnswers entries;

    OutletResource(DatasetAnswers answers, @Named("sources-outlets") Dataset outlets, SourceDatasets declared, BatchAnswers batches,
                   @Named("sources-outlets-ingest") RegisterPlan plan, OutletRegister register, RegisterAnswers entries) {
        this.answers = answers;
        this.outlets = outlets;
        this.outlet = declared.outlet();
        this.versions = declared.outletVersions();
        this.batches = batches;
        this.plan = plan;
        this.register = register;
        this.entries = entries;
    }

    @GET
    @Operation(operationId = "sources-outlets", summary = "Outlets of a day, today by default")
    public Uni<Response> list(RoutingContext request) {
        return answers.list(outlets, request);
    }

    @POST
    @Blocking
    @Needs(Role.INGEST)
    @Consumes({"application/json", "application/x-ndjson", "application/ndjson", "application/jsonl", "text/csv", "*/*"})
    @Operation(operationId = "sources-outlets-ingest", summary = "Takes a batch of outlets or versions of outlets in")
    public Uni<Response> take(RoutingContext request, InputStream body) {
        return batches.take(plan, request, body);
    }

    @GET
    @Path("/{outlet_id}")
    @Operation(operationId = "sources-outlet", summary = "One outlet: its newest version that has begun, today or on the day of at")
    public Uni<Response> one(@PathParam("outlet_id") String id, RoutingContext request) {
        return entries.one(register, outlet, id, request);
    }

    @PUT
    @Path("/{outlet_id}")
    @Blocking
    @Needs(Role.INGEST)
    @Consumes("application/json")
    @Operation(operationId = "sources-outlet-put", summary = "Enters an outlet, a version of it, or a correction of a version",
            description = "The body has the register's columns; what is left out is empty, `medium` follows from the code. The source must be registered. With a `valid_from` that is new it is a new "
                    + "version, and the earlier one ends there; with that of a version it corrects it; without, it corrects the newest. An equal entry changes nothing. "
                    + "`If-Match` with the outlet's ETag writes only over that state, `If-None-Match: *` only creates; else 412.")
    @Parameter(name = "outlet_id", in = ParameterIn.PATH, required = true, description = "Id of the outlet: source_id.outlet_code", example = "99E001.DW001",
            schema = @Schema(type = SchemaType.STRING))
    @RequestBody(description = "The outlet", required = true, content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT),
            example = """
                    {"name":"废水总排口","discharge_to":"示例河","longitude":108.951,"latitude":34.231,"datum":"CGCS2000","valid_from":"2025-01-01"}"""))
    @APIResponse(responseCode = "200", description = "The version as it stands, its place exact", content = @Content(mediaType = "application/json",
            schema = @Schema(type = SchemaType.OBJECT), example = """
                    {"data":{"outlet_id":"99E001.DW001","name":"废水总排口","medium":"water","valid_from":"2025-01-01","valid_to":null},"meta":{"revision":12}}"""))
    public Uni<Response> put(@PathParam("outlet_id") String id, RoutingContext request, InputStream body) {
        return entries.put(register, "/api/v1/sources/outlets", id, request, body);
    }

    @GET
    @Path("/{outlet_id}/history")
    @Operation(operationId = "sources-outlet-history", summary = "All versions of one outlet, oldest first")
    public Uni<Response> history(@PathParam("outlet_id") String id, RoutingContext request) {
        return entries.history(register, versions, id, request);
    }
}
