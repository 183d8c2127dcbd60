package org.envdisclosure.catalog.problems;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.web.Documents;
import org.envdisclosure.platform.web.JsonMembers;
import org.envdisclosure.platform.web.JsonText;

/** What the {@code type} of a problem points to: a page for people, JSON for the rest. */
@Path("/api/v1/problems")
@Tag(name = "Problems", description = "每种错误的说明。 / What each refusal means.")
public class ProblemResource {

    private static final String HTML = "text/html;charset=UTF-8";
    private static final List<String> OFFERED = List.of("application/json", "text/html");

    @GET
    @Operation(operationId = "problems", summary = "All types of problems the service answers with")
    public Response list(RoutingContext request) {
        return answer(request, ProblemPage::list, () -> Map.of("data", Arrays.stream(ProblemType.values()).map(ProblemResource::told).toList()));
    }

    @GET
    @Path("/{slug}")
    @Operation(operationId = "problem", summary = "One type of problem: what it means and what to do")
    public Response one(@PathParam("slug") String slug, RoutingContext request) {
        ProblemType type = ProblemType.ofSlug(slug).orElseThrow(() -> ProblemType.NOT_FOUND.because(
                "没有问题类型 %s；清单见 /api/v1/problems".formatted(slug), "there is no problem type %s; /api/v1/problems lists them".formatted(slug)));
        return answer(request, () -> ProblemPage.one(type),
                () -> JsonMembers.of("data", told(type)).with("example", ProblemExample.of(type)).map());
    }

    private static Response answer(RoutingContext request, Supplier<byte[]> html, Supplier<Object> json) {
        Asked asked = Asked.of(request);
        asked.query().allowing(List.of());
        return asked.mediaType(OFFERED).equals("text/html") ? Documents.answer(asked, HTML, html.get())
                : Documents.answer(asked, "application/json", JsonText.bytes(json.get()));
    }

    private static Map<String, Object> told(ProblemType type) {
        return JsonMembers.of("type", type.uri())
                .with("status", type.status())
                .with("title", both(type.title()))
                .with("explanation", both(type.explanation())).map();
    }

    private static Map<String, Object> both(LocalizedText text) {
        return JsonMembers.of("zh", text.zh()).with("en", text.en()).map();
    }
}
