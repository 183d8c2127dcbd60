package org.envdisclosure.catalog;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.envdisclosure.platform.web.DatasetAnswers;

/** What has changed since a moment, over all datasets. */
@Path("/api/v1/changes")
@Tag(name = "Catalogue", description = "数据目录与列说明。 / What is published, and what its columns mean.")
public class ChangesResource {

    private final DatasetAnswers answers;
    private final Changes changes;

    ChangesResource(DatasetAnswers answers, Changes changes) {
        this.answers = answers;
        this.changes = changes;
    }

    @GET
    @Operation(operationId = "changes", summary = "What was added, corrected and withdrawn since a moment, over all datasets, in the order of publication")
    public Uni<Response> list(RoutingContext request) {
        return answers.list(changes.dataset(), request);
    }
}
