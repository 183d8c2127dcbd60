package org.envdisclosure.platform.revision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.envdisclosure.platform.problem.ProblemType;

/** Which revision of a dataset was the newest at a moment. Moments of publication are the database's. */
@ApplicationScoped
public class RevisionMoments {

    private static final String NEWEST = """
            SELECT (SELECT published_at FROM dataset_head WHERE dataset = $1 AND revision > 0) AS head_published,
                   (SELECT revision FROM dataset_revision WHERE dataset = $1 AND published_at <= $2
                     ORDER BY published_at DESC LIMIT 1) AS revision
            """;
    /** By how much the clocks of service and database may differ before one of them is taken to be wrong. */
    private static final Duration MOST_APART = Duration.ofSeconds(5);

    /** A commit takes a few milliseconds. */
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int MOST_LOOKS = 500;

    private final Pool pool;
    private final Clock clock;

    RevisionMoments(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * The newest revision at or before {@code moment}, 0 when there was none; empty when the moment lies in the future. Whoever asks
     * again is told the same: past is what the database's clock has passed, and whatever is published already; a revision that is
     * being published at this moment is waited for.
     */
    public Uni<Optional<Long>> newestAt(String dataset, Instant moment) {
        return settled(moment, MOST_LOOKS).chain(databaseTime -> newestAt(dataset, moment, databaseTime));
    }

    /** The time of the database, when every publication begun before it has ended. */
    private Uni<Instant> settled(Instant moment, int looks) {
        return pool.preparedQuery(Publication.SETTLE).execute(Tuple.of(moment.atOffset(ZoneOffset.UTC)))
                .map(found -> found.iterator().next())
                .chain(found -> found.getBoolean("settled") ? Uni.createFrom().item(found.getOffsetDateTime("database_time").toInstant())
                        : settledLater(moment, looks - 1));
    }

    private Uni<Instant> settledLater(Instant moment, int looks) {
        if (looks == 0) {
            throw ProblemType.UNAVAILABLE.because("正在发布新的修订，请稍后再问此时刻", "a revision is being published; ask about this moment again shortly")
                    .withHeader("Retry-After", "5");
        }
        return Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE).chain(() -> settled(moment, looks));
    }

    private Uni<Optional<Long>> newestAt(String dataset, Instant moment, Instant databaseTime) {
        return pool.preparedQuery(NEWEST).execute(Tuple.of(dataset, moment.atOffset(ZoneOffset.UTC)))
                .chain(found -> told(dataset, moment, databaseTime, found.iterator().next()));
    }

    private Uni<Optional<Long>> told(String dataset, Instant moment, Instant databaseTime, Row found) {
        OffsetDateTime head = found.getOffsetDateTime("head_published");
        if (!moment.isAfter(databaseTime) || head != null && !moment.isAfter(head.toInstant())) {
            Long revision = found.getLong("revision");
            return Uni.createFrom().item(Optional.of(revision == null ? 0L : revision));
        }
        Duration ahead = Duration.between(databaseTime, moment);
        if (moment.isAfter(clock.instant()) || ahead.compareTo(MOST_APART) > 0) {
            return Uni.createFrom().item(Optional.empty());
        }
        // past here but not yet in the database: the next revision could still be stamped before it
        return Uni.createFrom().voidItem().onItem().delayIt().by(ahead.plusMillis(1)).chain(() -> newestAt(dataset, moment));
    }
}
