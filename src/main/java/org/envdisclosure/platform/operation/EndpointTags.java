package org.envdisclosure.platform.operation;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Set;
import org.envdisclosure.platform.web.Endpoints;

/**
 * Keeps the series of answers few: the endpoint's template instead of what the caller wrote, also for the 304, 429 and 404 it
 * gives, and one word for paths and methods that do not exist. Whoever scans for holes must not fill the memory.
 */
@Singleton
class EndpointTags implements HttpServerMetricsTagsContributor {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final int FIRST_REFUSAL = 400;

    private final Endpoints endpoints;

    EndpointTags(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public Tags contribute(Context context) {
        HttpServerRequest request = context.request();
        Tags tags = endpoints.at(request.path()).map(endpoint -> Tags.of("uri", endpoint.template()))
                .orElseGet(() -> context.response().statusCode() >= FIRST_REFUSAL ? Tags.of("uri", "UNKNOWN") : Tags.empty());
        return METHODS.contains(request.method().name()) ? tags : tags.and("method", "OTHER");
    }
}
