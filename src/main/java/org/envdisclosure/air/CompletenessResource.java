package org.envdisclosure.air;

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

/** How complete the data of stations is. */
@Path("/api/v1/air/completeness")
@Tag(name = "Air")
public class CompletenessResource {

    private final DatasetAnswers answers;
    private final Dataset months;
    private final Dataset years;

    CompletenessResource(DatasetAnswers answers, @Named("air-completeness") Dataset months, @Named("air-completeness-annual") Dataset years) {
        this.answers = answers;
        this.months = months;
        this.years = years;
    }

    @GET
    @Operation(operationId = "air-completeness", summary = "Valid-data rate and gaps of stations by month, oldest first")
    public Uni<Response> months(RoutingContext request) {
        return answers.list(months, request);
    }

    @GET
    @Path("/annual")
    @Operation(operationId = "air-completeness-annual", summary = "Valid-data rate and gaps of stations by year, oldest first")
    public Uni<Response> years(RoutingContext request) {
        return answers.list(years, request);
    }
}
