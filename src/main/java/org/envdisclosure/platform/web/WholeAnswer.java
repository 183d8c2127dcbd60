package org.envdisclosure.platform.web;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole answer as it goes out, the same for everybody who asks for what its tag stands for.
 *
 * @param etag         strong where the answer is kept; empty where nobody may hold it
 * @param vary         the request's headers that decide about it; also of a 304
 * @param cacheControl also of a 304
 * @param headers      the others, in order
 * @param body         compressed where the tag is of a compressed answer
 */
record WholeAnswer(String etag, String vary, String cacheControl, List<Header> headers, byte[] body) {

    private static final int NOT_MODIFIED = 304;
    private static final String VARY = "Accept, Accept-Encoding";
    /** What the strings and entries around the bytes cost, about. */
    private static final int OVERHEAD = 1_000;

    WholeAnswer {
        headers = List.copyOf(headers);
    }

    /** One line of the head; a name may come twice. */
    record Header(String name, String value) {
    }

    /** Compressed where the caller takes it and it pays. */
    static WholeAnswer of(Asked asked, String mediaType, String etag, String cacheControl, List<Header> more, byte[] plain) {
        AnswerBody body = AnswerBody.of(asked, plain);
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Content-Type", mediaType));
        headers.addAll(more);
        if (body.compressed()) {
            headers.add(new Header("Content-Encoding", "gzip"));
        }
        return new WholeAnswer(etag, VARY, cacheControl, headers, body.bytes());
    }

    WholeAnswer withCacheControl(String other) {
        return new WholeAnswer(etag, vary, other, headers, body);
    }

    /** Bytes of memory, about. */
    int weight() {
        return body.length + OVERHEAD + headers.stream().mapToInt(header -> 2 * (header.name().length() + header.value().length())).sum();
    }

    /** 304 for whoever holds it already. */
    Response to(Asked asked) {
        return asked.knows(etag) ? notModified(etag, cacheControl) : whole(asked);
    }

    /** Ends a request outside the endpoints; 304 for whoever holds it already. */
    void send(RoutingContext context) {
        HttpServerResponse response = context.response();
        add(described(), response);
        if (Asked.of(context).knows(etag)) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        add(headers, response);
        if (context.request().method() == HttpMethod.HEAD) {
            response.putHeader("Content-Length", String.valueOf(body.length)).end();
        } else {
            response.end(Buffer.buffer(Unpooled.wrappedBuffer(body)));
        }
    }

    private static void add(List<Header> headers, HttpServerResponse response) {
        headers.forEach(header -> response.headers().add(header.name(), header.value()));
    }

    /** What a 304 carries too. */
    private List<Header> described() {
        return List.of(new Header("ETag", etag), new Header("Vary", vary), new Header("Cache-Control", cacheControl));
    }

    private Response whole(Asked asked) {
        Response.ResponseBuilder response = described(Response.ok(), etag, cacheControl);
        headers.forEach(header -> response.header(header.name(), header.value()));
        if (asked.isHead()) {
            // the framework drops the body and its length with it
            response.header("Content-Length", body.length);
        }
        return response.entity(body).build();
    }

    static Response notModified(String etag, String cacheControl) {
        return described(Response.notModified(), etag, cacheControl).build();
    }

    static Response.ResponseBuilder described(Response.ResponseBuilder response, String etag, String cacheControl) {
        response.header("Cache-Control", cacheControl);
        return etag.isEmpty() ? response : response.header("ETag", etag).header("Vary", VARY);
    }
}
