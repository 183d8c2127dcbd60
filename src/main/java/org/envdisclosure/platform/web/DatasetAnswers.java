package org.envdisclosure.platform.web;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.page.Count;
import org.envdisclosure.platform.page.Page;
import org.envdisclosure.platform.page.PageJson;
import org.envdisclosure.platform.page.PageReader;
import org.envdisclosure.platform.page.Question;
import org.envdisclosure.platform.page.States;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.revision.RevisionBoard;
import org.envdisclosure.platform.sql.Sql;

/** Answers a request for a dataset in whatever form was asked for; a resource method is one call to this. */
@ApplicationScoped
public class DatasetAnswers {

    /** A period this long past changes only by correction. */
    private static final Duration CLOSED_AFTER = Duration.ofDays(40);

    private final PageReader pages;
    private final DatasetExports exports;
    private final States states;
    private final RevisionBoard board;
    private final HotAnswers hot;
    private final Clock clock;

    DatasetAnswers(PageReader pages, DatasetExports exports, States states, RevisionBoard board, HotAnswers hot, Clock clock) {
        this.pages = pages;
        this.exports = exports;
        this.states = states;
        this.board = board;
        this.hot = hot;
        this.clock = clock;
    }

    /** A list, in any format of the dataset. */
    public Uni<Response> list(Dataset dataset, RoutingContext context) {
        return list(dataset, context, Sql.EMPTY);
    }

    /** A list of the rows that also meet {@code fixed}, which the path asks for. */
    public Uni<Response> list(Dataset dataset, RoutingContext context, Sql fixed) {
        HotAnswers.Moment asking = hot.moment();
        Asked asked = Asked.of(context);
        QueryString query = asked.query();
        Question question = QuestionParser.parse(dataset, query, asked.format(dataset.formats(), query), fixed, minute());
        if (isKept(question)) {
            return known(question).map(validator -> etag(question, asked, validator)).chain(etag -> hot.answer(asked, asking, etag,
                    () -> pages.read(question).map(page -> kept(question, asked, page))));
        } else if (asked.header("If-None-Match") == null || !board.isCurrent()) {
            return read(question, asked);
        }
        return known(question).map(validator -> etag(question, asked, validator)).chain(etag ->
                asked.knows(etag) ? Uni.createFrom().item(notModified(question, etag)) : read(question, asked));
    }

    /** Whether the same bytes go to everybody, under a tag that is known without a look at the database. */
    private static boolean isKept(Question question) {
        return !question.format().isStreamed() && !question.dataset().isConfidential() && question.count() != Count.ESTIMATED && question.asOf() == null
                && question.updatedSince() == null;
    }

    private HotAnswer kept(Question question, Asked asked, Page page) {
        List<HotAnswer.Header> headers = headers(question, asked, page);
        return HotAnswer.json(asked, question.format(), etag(question, asked, page.validator()), cacheControl(question), headers, PageJson.list(question, page));
    }

    /** The validator the answer would have, without a look at its rows: what this replica knows, or the past state asked for. */
    private Uni<String> known(Question question) {
        return states.pinned(question).map(pinned -> States.validator(question, pinned.orElse(null), States.knownValidator(question, board)));
    }

    private Uni<Response> read(Question question, Asked asked) {
        if (question.format().isStreamed()) {
            return exports.answer(question, asked, validator -> etag(question, asked, validator),
                    (response, etag) -> described(response, question, etag));
        }
        return pages.read(question).map(page -> answer(question, asked, page, PageJson.list(question, page)));
    }

    /**
     * The row that meets {@code fixed} and the dataset's own filters, the last by its key where several do; 404 when there is none.
     * Its validator is that of its own state, which {@link EntityTags#names} reads back from {@code If-Match}.
     *
     * @param ownState one row like that of {@link States#sql}: revision, its moment, validator, moment of the last change
     */
    public Uni<Response> single(Dataset dataset, RoutingContext context, Sql fixed, Sql ownState) {
        Asked asked = Asked.of(context);
        QueryString query = asked.query();
        Question question = QuestionParser.parseSingle(dataset, query, fixed, minute());
        asked.format(Set.of(Format.JSON), query);
        return pages.read(question, ownState).map(Page::alone).map(page -> {
            byte[] body = only(question, asked, page);
            String etag = question.isPinned() ? etag(question, asked, page.validator()) : EntityTags.of(page.validator(), asked, body);
            return answer(question, asked, page, body, etag);
        });
    }

    /** One for the whole answer: its rows, its ages and its validator. */
    private Instant minute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    private static byte[] only(Question question, Asked asked, Page page) {
        if (page.rows().isEmpty()) {
            throw ProblemType.NOT_FOUND.because("没有此资源：" + asked.path(), "there is nothing at " + asked.path());
        }
        return PageJson.single(question, page);
    }

    private Response answer(Question question, Asked asked, Page page, byte[] body) {
        return answer(question, asked, page, body, etag(question, asked, page.validator()));
    }

    private Response answer(Question question, Asked asked, Page page, byte[] body, String etag) {
        if (asked.knows(etag)) {
            return notModified(question, etag);
        }
        Response.ResponseBuilder response = described(Response.ok(), question, etag).type(question.format().mediaType());
        headers(question, asked, page).forEach(header -> response.header(header.name(), header.value()));
        return AnswerBody.of(asked, body).put(response, asked);
    }

    private static List<HotAnswer.Header> headers(Question question, Asked asked, Page page) {
        List<HotAnswer.Header> headers = new ArrayList<>();
        headers.add(new HotAnswer.Header("Last-Modified", Validator.httpDate(page.changedAt())));
        headers.add(new HotAnswer.Header("X-Data-Revision", String.valueOf(page.state().revision())));
        if (page.next() != null) {
            headers.add(new HotAnswer.Header("Link", "<" + Links.with(asked.target(), "cursor", page.next().encode(question.canonical())) + ">; rel=\"next\""));
        }
        headers.add(new HotAnswer.Header("Link", "<" + Links.columns(question.dataset()) + ">; rel=\"describedby\"; type=\"application/csvm+json\""));
        return headers;
    }

    private Response notModified(Question question, String etag) {
        return described(Response.notModified(), question, etag).build();
    }

    private Response.ResponseBuilder described(Response.ResponseBuilder response, Question question, String etag) {
        if (question.dataset().isConfidential()) {
            return response.header("Cache-Control", "private, no-store");
        }
        return HotAnswer.described(response, etag, cacheControl(question));
    }

    private String etag(Question question, Asked asked, String validator) {
        if (question.dataset().isConfidential()) {
            // matches nothing: what only key holders may read is read anew each time
            return "";
        }
        String strong = Validator.etag(asked.target(), question.format(), question.format().isStreamed() ? asked.codingOfStream() : asked.takesGzip(), validator, question.dataset().dependsOnNow() ? question.now() : "");
        // an estimate rests on the planner's statistics, which no revision numbers
        return question.count() == Count.ESTIMATED ? "W/" + strong : strong;
    }

    private String cacheControl(Question question) {
        if (question.count() == Count.ESTIMATED || question.dataset().isWithdrawable()) {
            return "public, max-age=30";
        }
        if (question.asOf() != null && question.asOf().revision() != null && !question.dataset().dependsOnNow()) {
            return "public, max-age=31536000, immutable";
        }
        Instant to = question.range().to();
        boolean closed = to != null && to.isBefore(question.now().minus(CLOSED_AFTER));
        return closed ? "public, max-age=300, stale-while-revalidate=86400" : "public, max-age=30";
    }
}
