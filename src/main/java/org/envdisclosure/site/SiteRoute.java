package org.envdisclosure.site;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Pattern;
import org.envdisclosure.platform.web.ProblemAnswer;
import org.envdisclosure.platform.web.RouteOrder;

/** Answers for the addresses of the page, before the framework's own handler of static files would: that one knows none of our headers. */
@ApplicationScoped
class SiteRoute {

    private static final String API = "/api/";
    /** Where packages of scripts lie on the class path. Of the one we have, the page serves what it needs as its own. */
    private static final String PACKAGES = "/_static/";
    /** The framework's handler takes it for a slash, and so another address for one of our files. */
    private static final Pattern HIDDEN_SLASH = Pattern.compile("%(2f|5c)", Pattern.CASE_INSENSITIVE);
    private static final String ALLOWED = "GET, HEAD, OPTIONS";
    private static final int NO_CONTENT = 204;

    private final SitePage page;

    SiteRoute(SitePage page) {
        this.page = page;
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, RouteOrder.FILES);
    }

    private void take(RoutingContext context) {
        String path = context.normalizedPath();
        Optional<Place> place = path.startsWith(API) ? Optional.empty() : page.addresses().at(path, context.request().query());
        if (place.isPresent()) {
            answer(context, place.get());
        } else if (path.startsWith(PACKAGES) || !path.startsWith(API) && HIDDEN_SLASH.matcher(path).find()) {
            ProblemAnswer.nothingAt(context).send(context);
        } else {
            context.next();
        }
    }

    private static void answer(RoutingContext context, Place place) {
        HttpMethod method = context.request().method();
        if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
            place.answer(context);
        } else if (method == HttpMethod.OPTIONS) {
            context.response().setStatusCode(NO_CONTENT).putHeader("Allow", ALLOWED).end();
        } else {
            ProblemAnswer.notTaken(ALLOWED, context).send(context);
        }
    }
}
