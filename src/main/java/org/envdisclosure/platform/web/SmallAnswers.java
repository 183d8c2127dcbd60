package org.envdisclosure.platform.web;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
        return asked.knows(etag) ? Optional.of(WholeAnswer.notModified(etag, cacheControl)) : Optional.empty();
    }

    /** The answer, or 304. */
    public Response answer(Object body, String etag, String cacheControl) {
        return made(body, etag, cacheControl).to(asked);
    }

    /**
     * The answer, or 304, from what is kept where it can be.
     *
     * @param asking taken before anything of the answer was worked out
     * @param etag   of the state this replica knows
     * @param read   the body and the tag of the state it was read from
     */
    public Uni<Response> answer(HotAnswers hot, HotAnswers.Moment asking, String etag, String cacheControl, Supplier<Uni<Told>> read) {
        return hot.answer(asked, asking, etag, () -> read.get().map(told -> made(told.body(), told.etag(), cacheControl)));
    }

    /** A body and the validator of the state it was read from. */
    public record Told(Object body, String etag) {
    }

    private WholeAnswer made(Object body, String etag, String cacheControl) {
        return WholeAnswer.of(asked, Format.JSON.mediaType(), etag, cacheControl, List.of(), JsonText.bytes(body));
    }
}
