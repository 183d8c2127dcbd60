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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.problem.Refuses;
import org.envdisclosure.platform.revision.RevisionBoard;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.web.JsonText;
import org.jspecify.annotations.Nullable;

/** The files of a record: taken in, given out. */
@Path("/api/v1/supervision/records/{record_id}/attachments")
@Tag(name = "Supervision")
public class RecordFileResource {

    private static final String TAKEN = """
            {"data":{"record_id":"99R-2026-0001","name":"处罚决定书（示例）.pdf","media_type":"application/pdf","bytes":48213,
             "sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","state":"published",
             "url":"/api/v1/supervision/records/99R-2026-0001/attachments/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},
             "meta":{"batch_id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","revision":1235}}""";
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private final FileIntake intake;
    private final FileUpload upload;
    private final RecordFiles files;
    private final AttachmentAnswers attachments;
    private final RevisionBoard board;

    RecordFileResource(FileIntake intake, FileUpload upload, RecordFiles files, AttachmentAnswers attachments, RevisionBoard board) {
        this.intake = intake;
        this.upload = upload;
        this.files = files;
        this.attachments = attachments;
        this.board = board;
    }

    @POST
    @Blocking
    @Needs(Role.INGEST)
    @Consumes("*/*")
    @Operation(operationId = "supervision-attachment-take", summary = "Takes a file of a record in: it is the body",
            description = "PDF, JPEG, PNG, text or CSV in UTF-8, 20 MiB by default. Metadata is removed; of a PDF also scripts, embedded files and actions, and it is written anew. Its name and its text are "
                    + "looked through: with a find, and always where there is a picture or a page without text, it is `held` until a reviewer has decided.")
    @Parameter(name = "record_id", in = ParameterIn.PATH, required = true, description = "Code of the record", example = "99R-2026-0001", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "name", in = ParameterIn.QUERY, required = true, description = "Name of the file", example = "decision.txt", schema = @Schema(type = SchemaType.STRING))
    @RequestBody(description = "The file", required = true, content = {
        @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary"), example = "(PDF)"),
        @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING), example = "处罚决定书（示例）")})
    @APIResponse(responseCode = "200", description = "It was there already", content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT), example = TAKEN))
    @APIResponse(responseCode = "201", description = "It was taken; `state` tells whether it is published or held", content = @Content(mediaType = "application/json",
            schema = @Schema(type = SchemaType.OBJECT), example = TAKEN))
    @Refuses({ProblemType.NOT_FOUND, ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE, ProblemType.UNREADABLE_PICTURE, ProblemType.UNREADABLE_FILE, ProblemType.INGEST_BUSY})
    public Uni<Response> take(@PathParam("record_id") String record, RoutingContext request, InputStream body) {
        FileQuestion question = FileQuestion.of(request);
        String keyName = KeyRing.holderOf(request).name();
        FileUpload.Taken taken = intake.receive(body, question, file -> upload.take(record, question, file, keyName));
        return board.catchUp().map(known -> answer(taken));
    }

    private static Response answer(FileUpload.Taken taken) {
        String url = "/api/v1/supervision/records/" + taken.record() + "/attachments/" + taken.sha256();
        boolean isPublic = taken.state().equals("published");
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("record_id", taken.record());
        data.put("name", taken.name());
        data.put("media_type", taken.mediaType());
        data.put("bytes", taken.bytes());
        data.put("sha256", taken.sha256());
        data.put("state", taken.state());
        data.put("url", isPublic ? url : null);
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("batch_id", taken.receipt().batchId().toString());
        meta.put("revision", taken.receipt().revision() == 0 ? null : taken.receipt().revision());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("data", data);
        told.put("meta", meta);
        return Response.status(taken.isNew() ? Response.Status.CREATED : Response.Status.OK).entity(JsonText.bytes(told)).type("application/json")
                .header("Cache-Control", "no-store").build();
    }

    @GET
    @Path("/{sha256}")
    @Operation(operationId = "supervision-attachment", summary = "A file of a record",
            description = "`ETag` is the SHA-256 of the bytes. 404 while it is held, 410 once the record is withdrawn. `Range` with `If-Range` gives a part (206).")
    @Parameter(name = "record_id", in = ParameterIn.PATH, required = true, description = "Code of the record", example = "99R-2026-0001", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "sha256", in = ParameterIn.PATH, required = true, description = "SHA-256 of the file", example = HASH, schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The file", content = {
        @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary"), example = "(PDF)"),
        @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary"), example = "(JPEG)"),
        @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"), example = "(PNG)"),
        @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING), example = "处罚决定书（示例）"),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING), example = "item,value")})
    @APIResponse(responseCode = "206", description = "The part that Range asks for")
    @APIResponse(responseCode = "304", description = "The caller has it")
    @Refuses({ProblemType.NOT_FOUND, ProblemType.GONE, ProblemType.RANGE_NOT_SATISFIABLE, ProblemType.FILE_MISSING})
    public Uni<Response> file(@PathParam("record_id") String record, @PathParam("sha256") String sha256, RoutingContext request) {
        Asked.of(request).query().allowing(List.of());
        return files.published(record, sha256).chain(file -> attachments.open(file, request));
    }
}
