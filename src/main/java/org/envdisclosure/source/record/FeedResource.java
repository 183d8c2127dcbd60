package org.envdisclosure.source.record;

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
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.problem.Refuses;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.web.Documents;

/** A feed for each kind of record. */
@Path("/api/v1/supervision/feeds/{kind}")
@Tag(name = "Supervision")
public class FeedResource {

    private final FeedReader reader;
    private final Dataset records;

    FeedResource(FeedReader reader, @Named(RecordTable.DATASET) Dataset records) {
        this.reader = reader;
        this.records = records;
    }

    @GET
    @Operation(operationId = "supervision-feed", summary = "Atom feed of the 50 newest records of a kind",
            description = "Newest change first; an entry keeps its `id`. One that was withdrawn is in no feed; `/changes` tells of it.")
    @Parameter(name = "kind", in = ParameterIn.PATH, required = true, description = "Kind of the records", example = "penalty", schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The feed", content = @Content(mediaType = FeedXml.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING),
            example = "<feed xmlns=\"http://www.w3.org/2005/Atom\"/>"))
    @APIResponse(responseCode = "304", description = "The caller has it")
    @Refuses({ProblemType.NOT_FOUND, ProblemType.NOT_ACCEPTABLE})
    public Uni<Response> feed(@PathParam("kind") String word, RoutingContext request) {
        Asked asked = Asked.of(request);
        asked.query().allowing(List.of());
        asked.mediaType(List.of(FeedXml.MEDIA_TYPE, "application/xml", "text/xml"));
        RecordKind kind = RecordKind.ofWire(word).orElseThrow(() -> ProblemType.NOT_FOUND.because("没有此种类：" + String.join("、", RecordKind.WORDS),
                "there is no such kind; there are " + String.join(", ", RecordKind.WORDS)));
        return reader.newest(kind).map(entries -> Documents.answer(asked, FeedXml.MEDIA_TYPE, FeedXml.of(kind, entries, records.attribution().zh())));
    }
}
