package org.envdisclosure.platform.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** The shortest way to a kept answer: a request like one of a moment ago gets its bytes before anything of it is looked at. */
@ApplicationScoped
class HotRoute {

    private final HotAnswers hot;

    HotRoute(HotAnswers hot) {
        this.hot = hot;
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, RouteOrder.HOT);
    }

    private void take(RoutingContext context) {
        HttpMethod method = context.request().method();
        Optional<WholeAnswer> answer = method == HttpMethod.GET || method == HttpMethod.HEAD ? hot.again(context.request()) : Optional.empty();
        if (answer.isPresent()) {
            answer.get().send(context);
        } else {
            context.next();
        }
    }
}
