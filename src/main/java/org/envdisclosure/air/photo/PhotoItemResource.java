package org.envdisclosure.air.photo;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
import org.envdisclosure.platform.attachment.AttachmentAnswers;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.problem.Refuses;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.web.DatasetAnswers;

/** One view: its row, its files. */
@Path("/api/v1/air/photos/{photo_id}")
@Tag(name = "Air")
public class PhotoItemResource {

    private static final String OF_FILE = "`ETag` is the SHA-256 of the bytes. The content of an id never changes; `max-age` bounds how long a proxy may go on "
            + "showing a picture that was taken down meanwhile (410). `Range` with `If-Range` gives a part (206).";

    private final DatasetAnswers answers;
    private final Dataset photos;
    private final PhotoFiles files;
    private final AttachmentAnswers attachments;

    PhotoItemResource(DatasetAnswers answers, @Named(PhotoTable.DATASET) Dataset photos, PhotoFiles files, AttachmentAnswers attachments) {
        this.answers = answers;
        this.photos = photos;
        this.files = files;
        this.attachments = attachments;
    }

    @GET
    @Operation(operationId = "air-photo", summary = "One view by its id; one that was corrected since is found with as_of")
    public Uni<Response> one(@PathParam("photo_id") String id, RoutingContext request) {
        return answers.single(photos, request, Sql.of("photo_id = ?", id), state(id));
    }

    /** Of the view, not of the one picture: what is taken down is a new revision of what the view has now. */
    private static Sql state(String id) {
        return Sql.of("""
                SELECT s.revision AS state_revision, r.published_at AS state_moment, 'r' || s.revision AS state_validator, r.published_at AS state_changed
                  FROM (SELECT coalesce(max(revision), 0) AS revision FROM air_photos_taken
                         WHERE (station_code, camera, taken_at) IN (SELECT station_code, camera, taken_at FROM air_photos_taken WHERE photo_id = ?
                               UNION SELECT station_code, camera, taken_at FROM air_photos_taken_history WHERE photo_id = ?)) AS s
                  LEFT JOIN dataset_revision r ON r.dataset = 'air-photos' AND r.revision = s.revision
                """, id, id);
    }

    @GET
    @Path("/image")
    @Operation(operationId = "air-photo-image", summary = "The picture", description = OF_FILE)
    @Parameter(name = "photo_id", in = ParameterIn.PATH, required = true, description = "Id of the picture", example = "4f1c0a9d2b7e8a6c5d3e1f02",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The picture", content = {
        @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary"), example = "(JPEG)"),
        @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"), example = "(PNG)")})
    @APIResponse(responseCode = "206", description = "The part that Range asks for")
    @APIResponse(responseCode = "304", description = "The caller has it")
    @Refuses({ProblemType.GONE, ProblemType.RANGE_NOT_SATISFIABLE, ProblemType.FILE_MISSING})
    public Uni<Response> image(@PathParam("photo_id") String id, RoutingContext request) {
        Asked.of(request).query().allowing(List.of());
        return files.find(id).map(PhotoFiles.Found::open).chain(found -> attachments.open(found.picture(), request));
    }

    @GET
    @Path("/thumbnail")
    @Operation(operationId = "air-photo-thumbnail", summary = "The picture in small, JPEG, 320 pixels on its longest side", description = OF_FILE)
    @Parameter(name = "photo_id", in = ParameterIn.PATH, required = true, description = "Id of the picture", example = "4f1c0a9d2b7e8a6c5d3e1f02",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The thumbnail",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary"), example = "(JPEG)"))
    @APIResponse(responseCode = "206", description = "The part that Range asks for")
    @APIResponse(responseCode = "304", description = "The caller has it")
    @Refuses({ProblemType.GONE, ProblemType.RANGE_NOT_SATISFIABLE, ProblemType.FILE_MISSING})
    public Uni<Response> thumbnail(@PathParam("photo_id") String id, RoutingContext request) {
        Asked.of(request).query().allowing(List.of());
        return files.find(id).map(PhotoFiles.Found::open).chain(found -> attachments.open(found.thumbnail(), request));
    }

    @GET
    @Path("/original")
    @Needs(Role.ADMIN)
    @Operation(operationId = "air-photo-original", summary = "The picture as it is kept, also one that was taken down",
            description = "For the bureau alone. Masked regions are black here too: what was under them was never kept.")
    @Parameter(name = "photo_id", in = ParameterIn.PATH, required = true, description = "Id of the picture", example = "4f1c0a9d2b7e8a6c5d3e1f02",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The picture", content = {
        @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary"), example = "(JPEG)"),
        @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"), example = "(PNG)")})
    @Refuses({ProblemType.GONE, ProblemType.RANGE_NOT_SATISFIABLE, ProblemType.FILE_MISSING})
    public Uni<Response> original(@PathParam("photo_id") String id, RoutingContext request) {
        Asked.of(request).query().allowing(List.of());
        return files.find(id).map(PhotoFiles.Found::kept).chain(found -> attachments.confidential(found.picture(), request));
    }
}
