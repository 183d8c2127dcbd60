package org.envdisclosure.platform.page;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.AsyncResultUni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.revision.Heard;
import org.envdisclosure.platform.revision.RevisionBoard;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.envdisclosure.platform.revision.RevisionMoments;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Which state of a dataset a question is about. */
@ApplicationScoped
public class States {

    private static final String BY_NUMBER = "SELECT revision, published_at FROM dataset_revision WHERE dataset = $1 AND revision = $2";
    private static final Instant NEVER = Instant.EPOCH;
    /** How many {@link #sql} selects. */
    static final int COLUMNS = 4;

    private final Pool pool;
    private final RevisionMoments moments;
    private final RevisionBoard board;

    States(Pool pool, RevisionMoments moments, RevisionBoard board) {
        this.pool = pool;
        this.moments = moments;
        this.board = board;
    }

    /** The past state asked for; empty when the question is about now. */
    public Uni<Optional<AsOf>> pinned(Question question) {
        if (question.cursor() != null) {
            return Uni.createFrom().item(Optional.of(question.cursor().state()));
        }
        Question.AsOfText asOf = question.asOf();
        if (asOf == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        String dataset = question.dataset().restsOn().get(0);
        return asOf.revision() != null ? byNumber(dataset, asOf.revision()).map(Optional::of)
                : byMoment(dataset, "as_of", asOf.moment()).map(Optional::of);
    }

    /** The newest revision at the moment of {@code updated_since}; empty when that was not asked. */
    public Uni<Optional<Long>> publishedAfter(Question question) {
        return question.updatedSince() == null ? Uni.createFrom().item(Optional.empty())
                : byMoment(question.dataset().restsOn().get(0), "updated_since", question.updatedSince()).map(state -> Optional.of(state.revision()));
    }

    private Uni<AsOf> byNumber(String dataset, long revision) {
        if (revision == 0) {
            return Uni.createFrom().item(new AsOf(0, NEVER));
        }
        return AsyncResultUni.<RowSet<Row>>toUni(handler -> pool.getDelegate().preparedQuery(BY_NUMBER).execute(Tuple.of(dataset, revision)).onComplete(handler)).map(rows -> first(rows)
                .map(row -> new AsOf(revision, instant(row, 1)))
                .orElseThrow(() -> ApiProblem.parameter("as_of", "修订号 %d 尚不存在".formatted(revision),
                        "revision %d does not exist yet; meta.revision of an answer names the newest".formatted(revision))));
    }

    private Uni<AsOf> byMoment(String dataset, String parameter, Instant moment) {
        return moments.newestAt(dataset, moment)
                .map(newest -> newest.map(revision -> new AsOf(revision, moment)).orElseThrow(() ->
                        ApiProblem.parameter(parameter, parameter + " 不能是将来的时刻", parameter + " cannot lie in the future")));
    }

    /**
     * One row that says which state a statement's snapshot is in: revision, its moment, validator, moment of the last change.
     *
     * <p>Of a dataset in time the revision is the newest that touched the months the question covers: later ones change neither the
     * rows nor what is said of them, so that one validator stands for one body.
     */
    public static Sql sql(Question question) {
        Dataset dataset = question.dataset();
        String id = dataset.restsOn().get(0);
        boolean inTime = dataset.time().isPresent();
        Sql revision = inTime
                ? RevisionLedger.touching(id, RevisionBoard.firstMonth(question.range()), RevisionBoard.lastMonth(dataset, question.range()))
                : Sql.of("SELECT revision FROM dataset_head WHERE dataset = ?", id);
        Sql moment = inTime ? Sql.of("c.published_at")
                : Sql.of("(SELECT max(published_at) FROM dataset_head WHERE dataset = ANY(?) AND revision > 0)", dataset.restsOn());
        return Sql.of("SELECT s.revision AS state_revision, ").then(moment)
                .then(" AS state_moment, s.revision || s.others AS state_validator, c.published_at AS state_changed FROM (SELECT coalesce((")
                .then(revision)
                .then("""
                        ), 0) AS revision,
                               coalesce((SELECT string_agg(' ' || h.dataset || '=' || h.revision, '' ORDER BY h.dataset COLLATE "C")
                                           FROM dataset_head h WHERE h.dataset = ANY(?) AND h.revision > 0), '') AS others) AS s
                          LEFT JOIN dataset_revision c ON c.dataset = ? AND c.revision = s.revision
                        """, dataset.restsOn().subList(1, dataset.restsOn().size()), id);
    }

    /** What a statement selects so that {@link #known} can tell its snapshot: the newest revision of each dataset the question rests on. */
    static String witnesses(Dataset dataset) {
        return dataset.restsOn().stream().map(id -> ", (SELECT h.revision FROM dataset_head h WHERE h.dataset = '" + id + "')").collect(Collectors.joining());
    }

    /**
     * The state of the snapshot a row was read in, from what this replica knows: the same as {@link #sql} would have said in it. Empty
     * where the row's revisions are not those known here, as for a moment after a commit.
     *
     * @param at where the first of {@link #witnesses} stands
     */
    Optional<PageState> known(Question question, Row row, int at) {
        List<String> ids = question.dataset().restsOn();
        List<Heard> heard = ids.stream().map(board::heard).toList();
        for (int i = 0; i < ids.size(); i++) {
            Long witness = row.getLong(at + i);
            if (heard.get(i).revision() != (witness == null ? 0 : witness)) {
                return Optional.empty();
            }
        }
        return Optional.of(state(question, heard));
    }

    private static PageState state(Question question, List<Heard> heard) {
        boolean inTime = question.dataset().time().isPresent();
        Heard.Mark mark = heard.get(0).touching(question.dataset(), question.range());
        Instant moment = inTime ? mark.publishedAt()
                : heard.stream().map(Heard::publishedAt).max(Comparator.naturalOrder()).orElse(NEVER);
        return new PageState(new AsOf(mark.revision(), moment), validator(question, mark.revision(), heard), mark.publishedAt());
    }

    private static String validator(Question question, long revision, List<Heard> heard) {
        List<String> ids = question.dataset().restsOn();
        return revision + IntStream.range(1, ids.size()).filter(i -> heard.get(i).revision() > 0)
                .mapToObj(i -> " " + ids.get(i) + "=" + heard.get(i).revision()).sorted().collect(Collectors.joining());
    }

    /** The same validator from what this replica knows, without asking the database. */
    public static String knownValidator(Question question, RevisionBoard board) {
        List<Heard> heard = question.dataset().restsOn().stream().map(board::heard).toList();
        return validator(question, heard.get(0).touching(question.dataset(), question.range()).revision(), heard);
    }

    /**
     * The validator of an answer. A past state stands for itself, unless rows can be taken down or something of them hidden.
     *
     * @param pinned  the past state asked for, or null
     * @param present the validator of what is there now
     */
    public static String validator(Question question, @Nullable AsOf pinned, String present) {
        if (pinned == null) {
            return present;
        }
        return "as-of " + pinned + (question.dataset().hidesInThePast() ? " less what was taken down by " + present : "");
    }

    /** The state in a row that begins with those of {@link #sql}. */
    static PageState read(Row row) {
        return new PageState(new AsOf(row.getLong(0), instant(row, 1)), row.getString(2), instant(row, 3));
    }

    private static Instant instant(Row row, int position) {
        OffsetDateTime moment = row.getOffsetDateTime(position);
        return moment == null ? NEVER : moment.toInstant();
    }

    static Optional<Row> first(RowSet<Row> rows) {
        return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }
}
