package org.envdisclosure.platform.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * What every answer carries, and what a browser asks before it lets a page of another site read.
 *
 * <p>Reading is open to every site; no credentials are involved, so the answer is the same for each and one copy in a shared
 * cache serves them all (Quarkus' own filter names the asking site, without {@code Vary: Origin}). Writing is open to none:
 * it needs X-API-Key, which a browser sends across sites only when the preflight allows it.
 */
@ApplicationScoped
class CommonHeaders {

    private static final String API = "/api/";
    private static final String DOCUMENTATION = "/swagger-ui";
    private static final String EXPOSED = "ETag, Link, Last-Modified, Location, Retry-After, RateLimit, RateLimit-Policy, "
            + "Content-Disposition, X-Data-Revision, X-Data-Notice";
    private static final String ASKABLE = "Accept, Accept-Language, Cache-Control, If-Modified-Since, If-None-Match, Last-Event-ID";
    private static final String PREFLIGHT_SECONDS = "86400";

    private final Endpoints endpoints;

    CommonHeaders(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    void register(@Observes Filters filters) {
        filters.register(this::put, RouteOrder.COMMON_HEADERS);
    }

    private void put(RoutingContext context) {
        context.response().putHeader("X-Content-Type-Options", "nosniff");
        if (context.normalizedPath().startsWith(DOCUMENTATION)) {
            // a key is typed there, which no other site's page may have people do
            context.response().putHeader("Content-Security-Policy", "frame-ancestors 'self'");
        }
        HttpMethod method = context.request().method();
        if (!context.normalizedPath().startsWith(API)) {
            context.next();
        } else if (method == HttpMethod.OPTIONS) {
            options(context);
        } else {
            if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
                context.response().putHeader("Access-Control-Allow-Origin", "*").putHeader("Access-Control-Expose-Headers", EXPOSED);
            }
            context.next();
        }
    }

    private void options(RoutingContext context) {
        Optional<Endpoints.Endpoint> endpoint = endpoints.at(context.normalizedPath());
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        endpoint.ifPresent(known -> response.putHeader("Allow", known.allow()));
        if (request.getHeader("Access-Control-Request-Method") != null) {
            response.putHeader("Access-Control-Allow-Origin", "*")
                    .putHeader("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
                    .putHeader("Access-Control-Allow-Headers", ASKABLE)
                    .putHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS)
                    .setStatusCode(204).end();
        } else if (endpoint.isPresent()) {
            response.setStatusCode(204).end();
        } else {
            context.next();
        }
    }
}
