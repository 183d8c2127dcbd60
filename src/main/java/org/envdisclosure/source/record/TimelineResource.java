package org.envdisclosure.source.record;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.web.DatasetAnswers;

/** What happened around a source. */
@Path("/api/v1/sources/{source_id}/timeline")
@Tag(name = "Supervision")
public class TimelineResource {

    private final DatasetAnswers answers;
    private final KnownRecords known;

    TimelineResource(DatasetAnswers answers, KnownRecords known) {
        this.answers = answers;
        this.known = known;
    }

    @GET
    @Operation(operationId = "sources-timeline", summary = "Records, register versions and limits of a source by time")
    @Parameter(name = "source_id", in = ParameterIn.PATH, required = true, description = "Code of the source", example = "99E001", schema = @Schema(type = SchemaType.STRING))
    public Uni<Response> timeline(@PathParam("source_id") String source, RoutingContext request) {
        return known.source(source).chain(code -> answers.list(TimelineDataset.DATASET, request, Sql.of("of_source = ?", code)));
    }
}
