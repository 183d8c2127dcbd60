package org.envdisclosure.water;

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

/** The register of sections. */
@Path("/api/v1/water/sections")
@Tag(name = "Water")
public class SectionResource {

    private final DatasetAnswers answers;
    private final Dataset sections;
    private final Dataset section;
    private final Dataset versions;
    private final BatchAnswers batches;
    private final RegisterPlan plan;
    private final SectionRegister register;
    private final RegisterAnswers entries;

    SectionResource(DatasetAnswers answers, @Named("water-sections") Dataset sections, BatchAnswers batches,
                    @Named("water-sections-ingest") RegisterPlan plan, SectionRegister register, RegisterAnswers entries) {
        this.answers = answers;
        this.sections = sections;
        this.section = WaterDatasets.section();
        this.versions = WaterDatasets.sectionVersions();
        this.batches = batches;
        this.plan = plan;
        this.register = register;
        this.entries = entries;
    }

    @GET
    @Operation(operationId = "water-sections", summary = "Sections of a day, today by default")
    public Uni<Response> list(RoutingContext request) {
        return answers.list(sections, request);
    }

    @POST
    @Blocking
    @Needs(Role.INGEST)
    @Consumes({"application/json", "application/x-ndjson", "application/ndjson", "application/jsonl", "text/csv", "*/*"})
    @Operation(operationId = "water-sections-ingest", summary = "Takes a batch of sections or versions of sections in")
    public Uni<Response> take(RoutingContext request, InputStream body) {
        return batches.take(plan, request, body);
    }

    @GET
    @Path("/{section_code}")
    @Operation(operationId = "water-section", summary = "One section: its newest version that has begun, today or on the day of at")
    public Uni<Response> one(@PathParam("section_code") String code, RoutingContext request) {
        return entries.one(register, section, code, request);
    }

    @PUT
    @Path("/{section_code}")
    @Blocking
    @Needs(Role.INGEST)
    @Consumes("application/json")
    @Operation(operationId = "water-section-put", summary = "Enters a section, a version of it, or a correction of a version",
            description = "The body has the register's columns; `name` is needed, what is left out is empty. With a `valid_from` that is new it is a new "
                    + "version, and the earlier one ends there; with that of a version it corrects it; without, it corrects the newest. "
                    + "An equal entry changes nothing. Where the kind of water changes, the classes of its readings follow. "
                    + "`If-Match` with the section's ETag writes only over that state, `If-None-Match: *` only creates; else 412.")
    @Parameter(name = "section_code", in = ParameterIn.PATH, required = true, description = "Section code", example = "99S001",
            schema = @Schema(type = SchemaType.STRING))
    @RequestBody(description = "The section", required = true, content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT),
            example = """
                    {"name":"示例断面","province":"示例省","basin":"示例流域","river":"示例河","waterbody":"river","target_class":"III",
                     "longitude":109.2,"latitude":33.1,"datum":"CGCS2000","valid_from":"2026-11-01"}"""))
    @APIResponse(responseCode = "200", description = "The version as it stands", content = @Content(mediaType = "application/json",
            schema = @Schema(type = SchemaType.OBJECT), example = """
                    {"data":{"section_code":"99S001","name":"示例断面","valid_from":"2026-11-01","valid_to":null},"meta":{"revision":12}}"""))
    public Uni<Response> put(@PathParam("section_code") String code, RoutingContext request, InputStream body) {
        return entries.put(register, "/api/v1/water/sections", code, request, body);
    }

    @GET
    @Path("/{section_code}/history")
    @Operation(operationId = "water-section-history", summary = "All versions of one section, oldest first")
    public Uni<Response> history(@PathParam("section_code") String code, RoutingContext request) {
        return entries.history(register, versions, code, request);
    }
}
