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

/** Which revision of a dataset was the newest at a moment. Moments of publication are the database's. */
@ApplicationScoped
public class RevisionMoments {

    private static final String NEWEST = """
            SELECT clock_timestamp() AS database_time,
                   (SELECT published_at FROM dataset_head WHERE dataset = $1 AND revision > 0) AS head_published,
                   (SELECT revision FROM dataset_revision WHERE dataset = $1 AND published_at <= $2
                     ORDER BY published_at DESC LIMIT 1) AS revision
            """;
    /** By how much the clocks of service and database may differ before one of them is taken to be wrong. */
    private static final Duration MOST_APART = Duration.ofSeconds(5);

    private final Pool pool;
    private final Clock clock;

    RevisionMoments(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * The newest revision at or before {@code moment}, 0 when there was none; empty when the moment lies in the future. Whoever asks
     * again is told the same: past is what the database's clock has passed, and whatever is published already.
     */
    public Uni<Optional<Long>> newestAt(String dataset, Instant moment) {
        return pool.preparedQuery(NEWEST).execute(Tuple.of(dataset, moment.atOffset(ZoneOffset.UTC)))
                .chain(found -> told(dataset, moment, found.iterator().next()));
    }

    private Uni<Optional<Long>> told(String dataset, Instant moment, Row found) {
        Instant databaseTime = found.getOffsetDateTime("database_time").toInstant();
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
