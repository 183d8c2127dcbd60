package org.envdisclosure.platform.page;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.problem.ApiProblem;
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

    private final Pool pool;
    private final RevisionMoments moments;

    States(Pool pool, RevisionMoments moments) {
        this.pool = pool;
        this.moments = moments;
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
        return pool.preparedQuery(BY_NUMBER).execute(Tuple.of(dataset, revision)).map(rows -> first(rows)
                .orElseThrow(() -> ApiProblem.parameter("as_of", "修订号 %d 尚不存在".formatted(revision),
                        "revision %d does not exist yet; meta.revision of an answer names the newest".formatted(revision))));
    }

    private Uni<AsOf> byMoment(String dataset, String parameter, Instant moment) {
        return moments.newestAt(dataset, moment)
                .map(newest -> newest.map(revision -> new AsOf(revision, moment)).orElseThrow(() ->
                        ApiProblem.parameter(parameter, parameter + " 不能是将来的时刻", parameter + " cannot lie in the future")));
    }

    private static Optional<AsOf> first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(new AsOf(row.getLong(0), row.getOffsetDateTime(1).toInstant()));
        }
        return Optional.empty();
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
                               coalesce((SELECT string_agg(' ' || h.dataset || '=' || h.revision, '' ORDER BY h.dataset)
                                           FROM dataset_head h WHERE h.dataset = ANY(?) AND h.revision > 0), '') AS others) AS s
                          LEFT JOIN dataset_revision c ON c.dataset = ? AND c.revision = s.revision
                        """, dataset.restsOn().subList(1, dataset.restsOn().size()), id);
    }

    /**
     * The validator of an answer. A past state stands for itself, unless rows can be taken down from it.
     *
     * @param pinned  the past state asked for, or null
     * @param present the validator of what is there now
     */
    public static String validator(Question question, @Nullable AsOf pinned, String present) {
        if (pinned == null) {
            return present;
        }
        return "as-of " + pinned + (question.dataset().isWithdrawable() ? " less what was taken down by " + present : "");
    }

    /** The same validator from what this replica knows, without asking the database. */
    public static String knownValidator(Question question, RevisionBoard board) {
        StringBuilder validator = new StringBuilder().append(board.touching(question.dataset(), question.range()));
        question.dataset().restsOn().stream().skip(1).sorted().filter(id -> board.head(id) > 0)
                .forEach(id -> validator.append(' ').append(id).append('=').append(board.head(id)));
        return validator.toString();
    }

    static AsOf state(Row row) {
        OffsetDateTime moment = row.getOffsetDateTime(1);
        return new AsOf(row.getLong(0), moment == null ? NEVER : moment.toInstant());
    }

    static String validator(Row row) {
        return row.getString(2);
    }

    static Instant changedAt(Row row) {
        OffsetDateTime changed = row.getOffsetDateTime(3);
        return changed == null ? NEVER : changed.toInstant();
    }
}
