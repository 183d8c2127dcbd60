package org.envdisclosure.platform.web;

import io.netty.buffer.Unpooled;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** The shortest way to a kept answer: a request like one of a moment ago gets its bytes before anything of it is looked at. */
@ApplicationScoped
class HotRoute {

    private static final int NOT_MODIFIED = 304;

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
            send(context, answer.get());
        } else {
            context.next();
        }
    }

    private static void send(RoutingContext context, WholeAnswer answer) {
        HttpServerResponse response = context.response();
        answer.described().forEach(header -> response.headers().add(header.name(), header.value()));
        if (Asked.of(context).knows(answer.etag())) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        answer.headers().forEach(header -> response.headers().add(header.name(), header.value()));
        if (context.request().method() == HttpMethod.HEAD) {
            response.putHeader("Content-Length", String.valueOf(answer.body().length)).end();
        } else {
            response.end(Buffer.buffer(Unpooled.wrappedBuffer(answer.body())));
        }
    }
}
