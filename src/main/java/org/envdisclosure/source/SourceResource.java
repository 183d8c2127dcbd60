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

/** The register of sources. */
@Path("/api/v1/sources")
@Tag(name = "Sources")
public class SourceResource {

    private final DatasetAnswers answers;
    private final Dataset sources;
    private final Dataset source;
    private final Dataset versions;
    private final BatchAnswers batches;
    private final RegisterPlan plan;
    private final SourceRegister register;
    private final RegisterAnswers entries;

    SourceResource(DatasetAnswers answers, @Named("sources") Dataset sources, SourceDatasets declared, BatchAnswers batches,
                   @Named("sources-ingest") RegisterPlan plan, SourceRegister register, RegisterAnswers entries) {
        this.answers = answers;
        this.sources = sources;
        this.source = declared.source();
        this.versions = declared.sourceVersions();
        this.batches = batches;
        this.plan = plan;
        this.register = register;
        this.entries = entries;
    }

    @GET
    @Operation(operationId = "sources", summary = "Sources of a day, today by default, with their outlets and limits")
    public Uni<Response> list(RoutingContext request) {
        return answers.list(sources, request);
    }

    @POST
    @Blocking
    @Needs(Role.INGEST)
    @Consumes({"application/json", "application/x-ndjson", "application/ndjson", "application/jsonl", "text/csv", "*/*"})
    @Operation(operationId = "sources-ingest", summary = "Takes a batch of sources or versions of sources in")
    public Uni<Response> take(RoutingContext request, InputStream body) {
        return batches.take(plan, request, body);
    }

    @GET
    @Path("/{source_id}")
    @Operation(operationId = "source", summary = "One source: its newest version that has begun, today or on the day of at")
    public Uni<Response> one(@PathParam("source_id") String id, RoutingContext request) {
        return entries.one(register, source, id, request);
    }

    @PUT
    @Path("/{source_id}")
    @Blocking
    @Needs(Role.INGEST)
    @Consumes("application/json")
    @Operation(operationId = "source-put", summary = "Enters a source, a version of it, or a correction of a version",
            description = "The body has the register's columns; `name` is needed, what is left out is empty, but for `sensitive`, which then stays as it stands. With a `valid_from` that is new it is a new "
                    + "version, and the earlier one ends there; with that of a version it corrects it; without, it corrects the newest. An equal entry changes nothing. "
                    + "`uscc_valid` is computed; a code or permit number that fails its check is kept. `outlets` and `permit_limits` are entered at "
                    + "/sources/outlets and /sources/limits and can only be repeated as they stand. `If-Match` with the source's ETag writes only over that state, "
                    + "`If-None-Match: *` only creates; else 412.")
    @Parameter(name = "source_id", in = ParameterIn.PATH, required = true, description = "Id of the source", example = "99E001",
            schema = @Schema(type = SchemaType.STRING))
    @RequestBody(description = "The source", required = true, content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT),
            example = """
                    {"name":"示例污水处理厂（虚构）","uscc":"91990102MA990001X4","permit_no":"91990102MA990001X4001P","industry_code":"D4620",
                     "division_code":"990102","management_level":"key","supervision_lists":["2026:water"],"longitude":108.95,"latitude":34.23,"valid_from":"2025-01-01"}"""))
    @APIResponse(responseCode = "200", description = "The version as it stands, its place exact", content = @Content(mediaType = "application/json",
            schema = @Schema(type = SchemaType.OBJECT), example = """
                    {"data":{"source_id":"99E001","name":"示例污水处理厂（虚构）","uscc_valid":true,"valid_from":"2025-01-01","valid_to":null},"meta":{"revision":12}}"""))
    public Uni<Response> put(@PathParam("source_id") String id, RoutingContext request, InputStream body) {
        return entries.put(register, "/api/v1/sources", id, request, body);
    }

    @GET
    @Path("/{source_id}/history")
    @Operation(operationId = "source-history", summary = "All versions of one source, oldest first")
    public Uni<Response> history(@PathParam("source_id") String id, RoutingContext request) {
        return entries.history(register, versions, id, request);
    }
}
