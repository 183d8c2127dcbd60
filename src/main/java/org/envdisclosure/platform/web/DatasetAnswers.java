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
    private final LetGo letGo;
    private final Clock clock;

    DatasetAnswers(PageReader pages, DatasetExports exports, States states, RevisionBoard board, HotAnswers hot, LetGo letGo, Clock clock) {
        this.pages = pages;
        this.exports = exports;
        this.states = states;
        this.board = board;
        this.hot = hot;
        this.letGo = letGo;
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
        letGo.refuse(question);
        if (isKept(question)) {
            return known(question, asked).chain(etag -> hot.answer(asked, asking, etag, () -> pages.read(question).map(page -> whole(question, asked, page))));
        } else if (asked.header("If-None-Match") == null || !board.isCurrent()) {
            return read(question, asked);
        }
        return known(question, asked).chain(etag -> asked.knows(etag) ? Uni.createFrom().item(WholeAnswer.notModified(etag, cacheControl(question))) : read(question, asked));
    }

    /** Whether the same bytes go to everybody, under a tag that is known without a look at the database. */
    private static boolean isKept(Question question) {
        return !question.format().isStreamed() && !question.dataset().isConfidential() && question.count() != Count.ESTIMATED && question.asOf() == null
                && question.updatedSince() == null;
    }

    private WholeAnswer whole(Question question, Asked asked, Page page) {
        return whole(question, asked, page, PageJson.list(question, page), etag(question, asked, page.validator()));
    }

    private WholeAnswer whole(Question question, Asked asked, Page page, byte[] body, String etag) {
        return WholeAnswer.of(asked, question.format().mediaType(), etag, cacheControl(question), headers(question, asked, page), body);
    }

    /** The tag the answer would have, without a look at its rows: of what this replica knows, or of the past state asked for. */
    private Uni<String> known(Question question, Asked asked) {
        return states.pinned(question)
                .map(pinned -> etag(question, asked, States.validator(question, pinned.orElse(null), States.knownValidator(question, board))));
    }

    private Uni<Response> read(Question question, Asked asked) {
        if (question.format().isStreamed()) {
            return exports.answer(question, asked, validator -> etag(question, asked, validator),
                    (response, etag) -> WholeAnswer.described(response, etag, cacheControl(question)));
        }
        return pages.read(question).map(page -> whole(question, asked, page).to(asked));
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
            return whole(question, asked, page, body, etag).to(asked);
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

    private static List<WholeAnswer.Header> headers(Question question, Asked asked, Page page) {
        List<WholeAnswer.Header> headers = new ArrayList<>();
        headers.add(new WholeAnswer.Header("Last-Modified", Validator.httpDate(page.changedAt())));
        headers.add(new WholeAnswer.Header("X-Data-Revision", String.valueOf(page.state().revision())));
        if (page.next() != null) {
            headers.add(new WholeAnswer.Header("Link", "<" + Links.with(asked.target(), "cursor", page.next().encode(question.canonical())) + ">; rel=\"next\""));
        }
        headers.add(new WholeAnswer.Header("Link", "<" + Links.columns(question.dataset()) + ">; rel=\"describedby\"; type=\"application/csvm+json\""));
        return headers;
    }

    private String etag(Question question, Asked asked, String validator) {
        if (question.dataset().isConfidential()) {
            // matches nothing: what only key holders may read is read anew each time
            return "";
        }
        Object coding = question.format().isStreamed() ? asked.codingOfStream() : asked.takesGzip();
        String kept = question.isPinned() ? board.keptFrom(question.dataset().restsOn().get(0)).map(from -> " from " + from).orElse("") : "";
        String strong = Validator.etag(asked.target(), question.format(), coding, validator + kept, question.dataset().dependsOnNow() ? question.now() : "");
        // an estimate rests on the planner's statistics, which no revision numbers
        return question.count() == Count.ESTIMATED ? "W/" + strong : strong;
    }

    private static String cacheControl(Question question) {
        if (question.dataset().isConfidential()) {
            return "private, no-store";
        }
        if (question.count() == Count.ESTIMATED || question.dataset().hidesInThePast()) {
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
