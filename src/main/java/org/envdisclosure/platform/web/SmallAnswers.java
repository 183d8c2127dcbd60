package org.envdisclosure.platform.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.envdisclosure.platform.dataset.Format;

/** Answers that are no list of a dataset: one JSON object with a validator. One instance a request. */
public final class SmallAnswers {

    private final Asked asked;
    private final QueryString query;

    private SmallAnswers(Asked asked, QueryString query) {
        this.asked = asked;
        this.query = query;
    }

    /** @throws org.envdisclosure.platform.problem.ApiProblem for a parameter beside these and {@code format}, or a form other than JSON */
    public static SmallAnswers to(RoutingContext context, List<String> parameters) {
        Asked asked = Asked.of(context);
        QueryString query = asked.query();
        query.allowing(Stream.concat(parameters.stream(), Stream.of("format")).toList());
        asked.format(Set.of(Format.JSON), query);
        return new SmallAnswers(asked, query);
    }

    public QueryString query() {
        return query;
    }

    /** The strong validator of an answer that rests on {@code state}; the query and the encoding are in it already. */
    public String etag(Object state) {
        return Validator.etag(asked.target(), asked.takesGzip(), state);
    }

    /** 304 when the caller holds the answer with this validator. */
    public Optional<Response> known(String etag, String cacheControl) {
        return asked.knows(etag) ? Optional.of(described(Response.notModified(), etag, cacheControl).build()) : Optional.empty();
    }

    /** The answer, or 304. */
    public Response answer(Object body, String etag, String cacheControl) {
        return known(etag, cacheControl).orElseGet(() -> AnswerBody.of(
                described(Response.ok(), etag, cacheControl).type(Format.JSON.mediaType()), asked, JsonText.bytes(body)));
    }

    private static Response.ResponseBuilder described(Response.ResponseBuilder response, String etag, String cacheControl) {
        return response.header("ETag", etag).header("Vary", "Accept, Accept-Encoding").header("Cache-Control", cacheControl);
    }
}
