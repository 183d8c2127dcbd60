package org.envdisclosure.source.record;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.envdisclosure.platform.access.KeyRing;
import org.envdisclosure.platform.access.Needs;
import org.envdisclosure.platform.access.Role;
import org.envdisclosure.platform.attachment.AttachmentAnswers;
import org.envdisclosure.platform.ingest.ManualBatches;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.problem.Refuses;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.web.DatasetAnswers;

/** Looking at what is held, and deciding. */
@Path("/api/v1/supervision/reviews")
@Tag(name = "Supervision")
@Needs(Role.ADMIN)
public class ReviewResource {

    private final DatasetAnswers answers;
    private final HeldItems held;
    private final RecordFiles files;
    private final AttachmentAnswers attachments;
    private final ManualBatches batches;
    private final Clock clock;

    ReviewResource(DatasetAnswers answers, HeldItems held, RecordFiles files, AttachmentAnswers attachments, ManualBatches batches, Clock clock) {
        this.answers = answers;
        this.held = held;
        this.files = files;
        this.attachments = attachments;
        this.batches = batches;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "supervision-reviews", summary = "What is held for review, with what was found where")
    public Uni<Response> list(RoutingContext request) {
        return answers.list(ReviewDatasets.REVIEWS, request);
    }

    @GET
    @Path("/{review_id}/file")
    @Operation(operationId = "supervision-review-file", summary = "A file that is held, as it would be published", description = "For the bureau alone; also one that was refused.")
    @Parameter(name = "review_id", in = ParameterIn.PATH, required = true, description = "Number of the review", example = "a17", schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The file", content = {
        @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary"), example = "(PDF)"),
        @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary"), example = "(JPEG)"),
        @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"), example = "(PNG)"),
        @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING), example = "处罚决定书（示例）"),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING), example = "item,value")})
    @Refuses({ProblemType.NOT_FOUND, ProblemType.RANGE_NOT_SATISFIABLE, ProblemType.FILE_MISSING})
    public Uni<Response> file(@PathParam("review_id") String id, RoutingContext request) {
        Asked.of(request).query().allowing(List.of());
        return files.held(id).chain(file -> attachments.confidential(file, request));
    }

    @POST
    @Path("/{review_id}")
    @Blocking
    @Consumes("application/json")
    @Operation(operationId = "supervision-review-decide", summary = "Decides about a held record or file",
            description = "`publish`: as it is, the finds are no personal data. `mask`: with every find covered (of a file only its name can be). `refuse`: it is not published, and what was "
                    + "published before stands; a file that is published already is taken down. Who decided, when and why is kept. The same content sent again is treated as was decided.")
    @Parameter(name = "review_id", in = ParameterIn.PATH, required = true, description = "Number of the review", example = "r17", schema = @Schema(type = SchemaType.STRING))
    @RequestBody(description = "The decision", required = true, content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT),
            example = """
                    {"decision":"mask","reason":"a telephone number of a witness"}"""))
    @APIResponse(responseCode = "200", description = "The receipt", content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT),
            example = RecordWithdrawalResource.RECEIPT))
    @Refuses({ProblemType.INVALID_BODY, ProblemType.CONFLICT, ProblemType.INGEST_BUSY})
    public Uni<Response> decide(@PathParam("review_id") String id, RoutingContext request, InputStream body) {
        Asked.of(request).query().allowing(List.of());
        ReviewDecision decision = ReviewDecision.read(body, KeyRing.holderOf(request).name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (id.startsWith("a")) {
            HeldFile file = held.file(id, decision);
            return batches.take(file.plan(decision), request, DataStatus.REALTIME, RevisionPlan.records(List.of(file.record())));
        }
        HeldRecord record = held.record(id);
        return batches.take(new DecisionPlan(record, decision), request, DataStatus.REALTIME, RevisionPlan.records(List.of(record.record())));
    }
}
