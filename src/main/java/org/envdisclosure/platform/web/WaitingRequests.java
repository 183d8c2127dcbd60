package org.envdisclosure.platform.web;

import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The requests that have no answer yet. A statement sent to a database that hangs, or down a line that is dead, comes back never
 * or after a quarter of an hour; whoever asked is told long before.
 */
@ApplicationScoped
public class WaitingRequests {

    private final Map<RoutingContext, Context> waiting = new ConcurrentHashMap<>();

    void register(@Observes Filters filters) {
        filters.register(this::note, RouteOrder.WAITING);
    }

    /** Ends every reading request that has no answer yet with a 503; answers that have begun go on. */
    public void giveUp() {
        waiting.forEach((request, context) -> context.runOnContext(now -> refuse(request)));
    }

    private void note(RoutingContext context) {
        HttpMethod method = context.request().method();
        if ((method == HttpMethod.GET || method == HttpMethod.HEAD) && context.normalizedPath().startsWith("/api/")) {
            waiting.put(context, Vertx.currentContext());
            context.addEndHandler(ended -> waiting.remove(context));
        }
        context.next();
    }

    private void refuse(RoutingContext request) {
        if (waiting.remove(request) != null && !request.response().headWritten()) {
            Log.warnf("request given up, the database does not answer: method=%s path=%s trace=%s",
                    request.request().method(), request.request().path(), ProblemAnswer.traceId());
            ProblemAnswer.of(Outages.told(), request).send(request);
        }
    }
}
