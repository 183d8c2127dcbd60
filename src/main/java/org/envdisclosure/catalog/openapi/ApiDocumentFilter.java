package org.envdisclosure.catalog.openapi;

import io.quarkus.arc.Arc;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** At start-up, once: the declarations are beans, so what they say is known only then. */
@OpenApiFilter(OpenApiFilter.RunStage.RUN)
public final class ApiDocumentFilter implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Arc.container().instance(ApiDocument.class).get().complete(document);
    }
}
