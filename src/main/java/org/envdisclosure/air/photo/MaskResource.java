package org.envdisclosure.air.photo;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.envdisclosure.platform.ingest.RawRecord;
import org.envdisclosure.platform.ingest.RecordBody;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.picture.RegionsText;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.problem.Refuses;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.web.JsonText;

/** The regions painted over in a camera's pictures before anything is kept. */
@Path("/api/v1/air/photos/masks/{station_code}")
@Tag(name = "Air")
@Needs(Role.ADMIN)
@Blocking
public class MaskResource {

    private static final String EXAMPLE = """
            {"data":{"station_code":"9901A","camera":"1","mask_version":2,"regions":[{"x":0.0,"y":0.7,"width":0.3,"height":0.3},
             {"points":[[0.6,0.8],[0.9,0.75],[1.0,1.0]]}],"set_at":"2026-10-31T08:25:00+08:00","set_by":"bureau"}}""";

    private final Masks masks;

    MaskResource(Masks masks) {
        this.masks = masks;
    }

    @GET
    @Operation(operationId = "air-photo-mask", summary = "The mask in force for a camera; 404 where there is none")
    @Parameter(name = "station_code", in = ParameterIn.PATH, required = true, description = "Station code", example = "9901A", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "camera", in = ParameterIn.QUERY, description = "Which camera, 1 by default", example = "1", schema = @Schema(type = SchemaType.STRING, defaultValue = "1"))
    @APIResponse(responseCode = "200", description = "The mask", content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT), example = EXAMPLE))
    public Response get(@PathParam("station_code") String station, RoutingContext request) {
        return answer(masks.require(station, camera(request)));
    }

    @PUT
    @Consumes("application/json")
    @Operation(operationId = "air-photo-mask-put", summary = "Sets the mask of a camera, a new version each time",
            description = "Coordinates are shares of the width and height of the upright picture, 0 to 1 from its top left; a region is a rectangle or a polygon. "
                    + "It is painted black over every picture stored from then on and over its thumbnail; pictures stored before stay as they are until they are sent again, which hides "
                    + "what was stored of the same file under an earlier mask (410, also at past states), or taken down.")
    @Parameter(name = "station_code", in = ParameterIn.PATH, required = true, description = "Station code", example = "9901A", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "camera", in = ParameterIn.QUERY, description = "Which camera, 1 by default", example = "1", schema = @Schema(type = SchemaType.STRING, defaultValue = "1"))
    @RequestBody(description = "The regions, 1 to 50", required = true, content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT),
            example = """
                    {"regions":[{"x":0,"y":0.7,"width":0.3,"height":0.3},{"points":[[0.6,0.8],[0.9,0.75],[1,1]]}]}"""))
    @APIResponse(responseCode = "200", description = "The mask as it is in force", content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT), example = EXAMPLE))
    @Refuses({ProblemType.INGEST_BUSY, ProblemType.TOO_LARGE})
    public Response put(@PathParam("station_code") String station, RoutingContext request, InputStream body) {
        String camera = camera(request);
        RawRecord record = RecordBody.read(body);
        if (!Set.copyOf(record.names().asList()).equals(Set.of("regions"))) {
            throw ProblemType.INVALID_BODY.because("请求体为 {\"regions\": […]}", "the body is {\"regions\": […]}").withFaults(List.of(
                    new ApiProblem.Fault(null, "", LocalizedText.of("只有成员 regions", "regions is its only member"))));
        }
        return answer(masks.set(station, camera, RegionsText.read(record.value("regions")), KeyRing.holderOf(request).name()));
    }

    @DELETE
    @Operation(operationId = "air-photo-mask-remove", summary = "Removes the mask of a camera; pictures stored with it keep it")
    @Parameter(name = "station_code", in = ParameterIn.PATH, required = true, description = "Station code", example = "9901A", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "camera", in = ParameterIn.QUERY, description = "Which camera, 1 by default", example = "1", schema = @Schema(type = SchemaType.STRING, defaultValue = "1"))
    @APIResponse(responseCode = "200", description = "The new version, which has no regions", content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT),
            example = """
                    {"data":{"station_code":"9901A","camera":"1","mask_version":3,"regions":[],"set_at":"2026-10-31T08:25:00+08:00","set_by":"bureau"}}"""))
    @Refuses(ProblemType.INGEST_BUSY)
    public Response remove(@PathParam("station_code") String station, RoutingContext request) {
        return answer(masks.remove(station, camera(request), KeyRing.holderOf(request).name()));
    }

    private static String camera(RoutingContext request) {
        return PhotoQuestion.camera(Asked.of(request).query().allowing(List.of("camera")));
    }

    private static Response answer(Mask mask) {
        return Response.ok(JsonText.bytes(Map.of("data", mask.told()))).type("application/json").header("Cache-Control", "no-store").build();
    }
}
