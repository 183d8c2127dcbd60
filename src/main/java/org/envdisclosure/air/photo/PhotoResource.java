package org.envdisclosure.air.photo;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Named;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
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
import org.envdisclosure.air.AirConfig;
import org.envdisclosure.platform.access.KeyRing;
import org.envdisclosure.platform.access.Needs;
import org.envdisclosure.platform.access.Role;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.picture.PictureIntake;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.problem.Refuses;
import org.envdisclosure.platform.revision.RevisionBoard;
import org.envdisclosure.platform.web.DatasetAnswers;
import org.envdisclosure.platform.web.JsonText;

/** Live views: asked for, taken in. */
@Path("/api/v1/air/photos")
@Tag(name = "Air")
public class PhotoResource {

    private final DatasetAnswers answers;
    private final Dataset photos;
    private final PictureIntake pictures;
    private final PhotoUpload upload;
    private final PhotoRetention retention;
    private final RevisionBoard board;
    private final AirConfig config;
    private final Clock clock;

    PhotoResource(DatasetAnswers answers, @Named(PhotoTable.DATASET) Dataset photos, PictureIntake pictures, PhotoUpload upload,
                  PhotoRetention retention, RevisionBoard board, AirConfig config, Clock clock) {
        this.answers = answers;
        this.photos = photos;
        this.pictures = pictures;
        this.upload = upload;
        this.retention = retention;
        this.board = board;
        this.config = config;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "air-photos", summary = "Live views of stations by the moment they were taken")
    public Uni<Response> list(RoutingContext request) {
        return answers.list(photos, request);
    }

    @POST
    @Blocking
    @Needs(Role.INGEST)
    @Consumes("*/*")
    @Operation(operationId = "air-photos-take", summary = "Takes a picture in: its file is the body",
            description = "JPEG or PNG up to 10 MB (10485760 bytes), 20 million pixels, 16384 pixels a side and 64 MiB decoded (a PNG with 16 bits and "
                    + "transparency takes 8 bytes a pixel), told by its content. The camera's mask is painted over it, it is "
                    + "turned upright and written anew, so that no EXIF, GPS, profile, comment or trailing byte is left; what was received is not kept. "
                    + "The same picture again is `unchanged` (200) with the same id, another one of the same station, camera and moment is `corrected` (200). "
                    + "A view that was taken down does not come back by being sent again (409); an administrator may send another picture in its place "
                    + "with `replace_withdrawn=true`.\n\n"
                    + "`curl -H 'X-API-Key: …' -H 'Content-Type: image/jpeg' --data-binary @view.jpg '…/air/photos?station=9901A&taken_at=2026-10-31T12:00:00%2B08:00'`")
    @Parameter(name = "station", in = ParameterIn.QUERY, required = true, description = "Station code; must be in the register", example = "9901A",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "taken_at", in = ParameterIn.QUERY, required = true, description = "When it was taken, with offset, not in the future",
            example = "2026-10-31T12:00:00+08:00", schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(name = "camera", in = ParameterIn.QUERY, description = "Which of the station's cameras, 1 by default", example = "1",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "1"))
    @Parameter(name = "replace_withdrawn", in = ParameterIn.QUERY, description = "true: takes the place of a view that was taken down (role admin)",
            example = "false", schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @RequestBody(description = "The picture's file", required = true, content = {
        @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary"), example = "(JPEG)"),
        @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"), example = "(PNG)")})
    @APIResponse(responseCode = "200", description = "It was there already, or has corrected what was", content = @Content(mediaType = "application/json",
            schema = @Schema(type = SchemaType.OBJECT), example = PhotoAnswer.EXAMPLE))
    @APIResponse(responseCode = "201", description = "It is there now", content = @Content(mediaType = "application/json",
            schema = @Schema(type = SchemaType.OBJECT), example = PhotoAnswer.EXAMPLE))
    @Refuses({ProblemType.CONFLICT, ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE, ProblemType.UNREADABLE_PICTURE, ProblemType.INGEST_BUSY})
    public Uni<Response> take(RoutingContext request, InputStream body) {
        PhotoQuestion question = PhotoQuestion.of(request, clock.instant().plus(config.clockTolerance()));
        retention.requireYoung(question.key().takenAt());
        KeyRing.Holder holder = KeyRing.holderOf(request);
        if (question.replacesWithdrawn() && holder.role() != Role.ADMIN) {
            throw ProblemType.FORBIDDEN.because("replace_withdrawn=true 需要角色 admin", "replace_withdrawn=true needs the role admin");
        }
        PhotoUpload.Taken taken = pictures.receive(body, question.announced(), file -> {
            question.requireKind(file);
            return upload.take(new PhotoUpload.Arrived(question.key(), file, question.kind(), holder.name(), question.replacesWithdrawn()));
        });
        return board.catchUp().map(known -> answer(taken));
    }

    private static Response answer(PhotoUpload.Taken taken) {
        boolean isNew = taken.receipt().inserted() > 0;
        Map<String, Object> told = PhotoAnswer.of(taken);
        return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK).entity(JsonText.bytes(told)).type("application/json")
                .header("Location", Photo.PATH + taken.photo().id()).header("Cache-Control", "no-store").build();
    }
}
