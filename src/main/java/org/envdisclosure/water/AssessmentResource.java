package org.envdisclosure.water;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.web.DatasetAnswers;

/** Assessed months, quarters and years. */
@Path("/api/v1/water/assessments")
@Tag(name = "Water")
public class AssessmentResource {

    private final DatasetAnswers answers;
    private final Dataset assessments;

    AssessmentResource(DatasetAnswers answers, @Named(AssessmentTable.DATASET) Dataset assessments) {
        this.answers = answers;
        this.assessments = assessments;
    }

    @GET
    @Operation(operationId = "water-assessments", summary = "Assessed months, quarters and years, oldest first")
    public Uni<Response> assessments(RoutingContext request) {
        return answers.list(assessments, request);
    }
}
