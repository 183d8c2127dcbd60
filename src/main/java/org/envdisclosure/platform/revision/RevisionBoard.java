package org.envdisclosure.platform.revision;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.time.TimeRange;

/**
 * What this replica knows of the newest revisions, so that an unchanged answer is a 304 without a look at the tables.
 * Read again when a revision is committed anywhere, twice a second anyway, and at once after a batch this replica took.
 */
@ApplicationScoped
public class RevisionBoard {

    private static final String HEADS = "SELECT dataset, revision, CASE WHEN revision > 0 THEN published_at END AS published_at, kept_from FROM dataset_head";
    // one statement: the months are those of this very head
    private static final String MONTHS = """
            SELECT h.revision AS head, h.published_at, r.published_at AS head_at, m.month, m.revision, t.published_at AS touched_at
              FROM dataset_head h
              LEFT JOIN dataset_revision r ON r.dataset = h.dataset AND r.revision = h.revision
              LEFT JOIN dataset_month m ON m.dataset = h.dataset AND m.revision > $2
              LEFT JOIN dataset_revision t ON t.dataset = m.dataset AND t.revision = m.revision
             WHERE h.dataset = $1
            """;

    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** How long what is known is taken for the present without another look. */
    private static final Duration TRUSTED = Duration.ofSeconds(5);

    private final Pool pool;
    private final Event<RevisionsHeard> news;
    private final BroadcastProcessor<Long> woken = BroadcastProcessor.create();
    private Cancellable following = () -> { };
    private volatile long seenAt = System.nanoTime() - 2 * TRUSTED.toNanos();
    private volatile long trustedFrom = seenAt;
    private volatile long raisedAt = seenAt;
    private final AtomicLong setBack = new AtomicLong();
    private final AtomicLong generation = new AtomicLong();
    private final AtomicLong announced = new AtomicLong();
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();
    private volatile Map<String, LocalDate> keptFrom = Map.of();

    RevisionBoard(Pool pool, Event<RevisionsHeard> news) {
        this.pool = pool;
        this.news = news;
    }

    /** Another number whenever this replica has heard of a revision of any dataset; what was worked out under the same one still holds. */
    public long generation() {
        return generation.get();
    }

    /** The newest revision of a dataset this replica knows of; 0 when it has none. */
    public long head(String dataset) {
        return heard(dataset).revision();
    }

    /** What this replica knows of a dataset, all of one snapshot. */
    public Heard heard(String dataset) {
        return heard.getOrDefault(dataset, Heard.NOTHING);
    }

    /** The first day whose rows a dataset still has, where those of earlier years were let go; empty where everything is kept. */
    public Optional<LocalDate> keptFrom(String dataset) {
        return Optional.ofNullable(keptFrom.get(dataset));
    }

    /** The newest revision that touched the months {@code range} covers, or every month. */
    public long touching(Dataset dataset, TimeRange range) {
        return heard(dataset.restsOn().get(0)).touching(dataset, range).revision();
    }

    /** The first month whose rows can lie in {@code range}. */
    public static LocalDate firstMonth(TimeRange range) {
        return range.from() == null ? LocalDate.of(1, 1, 1) : ChinaTime.dateOf(range.from()).withDayOfMonth(1);
    }

    /** The last month whose rows can lie in {@code range}; an hour that ends at midnight belongs to the day before. */
    public static LocalDate lastMonth(Dataset dataset, TimeRange range) {
        if (range.to() == null) {
            return LocalDate.of(9999, 1, 1);
        }
        boolean endsAtPeriodEnd = dataset.time().map(time -> time.kind() == TimeAxis.Kind.PERIOD_END).orElse(false);
        return ChinaTime.dateOf(endsAtPeriodEnd ? range.to().minusNanos(1000) : range.to()).withDayOfMonth(1);
    }

    /**
     * Reads the board at once, so that the answer to a write goes out after what it changed is known here. Done also when the
     * board cannot be read: what was written stays written, and the next regular look finds it.
     */
    public Uni<Void> catchUp() {
        return refresh().ifNoItem().after(PATIENCE).fail().onFailure().invoke(this::distrust).onFailure().recoverWithNull();
    }

    /** Until a look that begins from now on. */
    private void distrust() {
        trustedFrom = System.nanoTime();
    }

    void follow(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent start) {
        refresh().await().atMost(PATIENCE);
        // a call while a look is under way may be about what that look has not seen, so one more follows
        following = Multi.createBy().merging().streams(Multi.createFrom().ticks().every(PERIOD).onOverflow().drop(), woken)
                .onOverflow().dropPreviousItems()
                .onItem().transformToUniAndConcatenate(tick -> refresh().ifNoItem().after(PATIENCE).fail().onFailure().recoverWithNull())
                .subscribe().with(done -> { });
    }

    void stop(@Observes ShutdownEvent stop) {
        following.cancel();
    }

    /** Has the board read again soon: somebody says that something was committed. */
    void wake() {
        woken.onNext(0L);
    }

    /** Whether the database was heard of a few seconds ago at most, so that what is known here may be told as the present. */
    public boolean isCurrent() {
        long seen = seenAt;
        return System.nanoTime() - seen < TRUSTED.toNanos() && seen - trustedFrom >= 0;
    }

    private Uni<Void> refresh() {
        long asked = System.nanoTime();
        return pool.query(HEADS).execute().chain(found -> follow(found, asked))
                .invoke(() -> seenAt = Math.max(seenAt, asked))
                // also after a look that failed half-way
                .onTermination().invoke(this::announce);
    }

    /** Once for all that a look has found, so that datasets published together are told together. */
    private void announce() {
        long heardNow = generation.get() + setBack.get();
        if (announced.getAndSet(heardNow) != heardNow) {
            news.fire(new RevisionsHeard());
        }
    }

    /** Whether what is known here is at least as new as what was committed at that time. */
    public boolean isReadSince(long nanoTime) {
        return seenAt - nanoTime >= 0;
    }

    /** How often the database was found behind what it had told before, as after a restore or a failover that lost commits. */
    public long timesSetBack() {
        return setBack.get();
    }

    private Uni<Void> follow(RowSet<Row> found, long asked) {
        List<Uni<Void>> changed = new ArrayList<>();
        Map<String, LocalDate> kept = new HashMap<>();
        for (Row row : found) {
            String dataset = row.getString("dataset");
            Heard known = heard(dataset);
            LocalDate from = row.getLocalDate("kept_from");
            if (from != null) {
                kept.put(dataset, from);
            }
            long revision = row.getLong("revision");
            if (isSetBack(known, revision, moment(row, "published_at")) && asked - raisedAt > 0) {
                changed.add(newest(dataset, 0).invoke(now -> replace(dataset, now)).replaceWithVoid());
            } else if (revision > known.revision()) {
                changed.add(newest(dataset, known.revision()).invoke(later -> add(dataset, known.revision(), later)).replaceWithVoid());
            }
        }
        keptFrom = kept;
        return changed.isEmpty() ? Uni.createFrom().voidItem() : Uni.join().all(changed).andFailFast().replaceWithVoid();
    }

    /** A number that was given before, or a lower one, with another moment: the database is not the one that told what is known. */
    private static boolean isSetBack(Heard known, long revision, Instant publishedAt) {
        return revision < known.revision() || revision == known.revision() && !publishedAt.equals(known.publishedAt());
    }

    /** What the database says now, with the months touched since a revision. */
    private Uni<Heard> newest(String dataset, long since) {
        return pool.preparedQuery(MONTHS).execute(Tuple.of(dataset, since)).map(RevisionBoard::heard);
    }

    private static Heard heard(RowSet<Row> rows) {
        Map<LocalDate, Heard.Mark> touched = new HashMap<>();
        Heard.Mark newest = Heard.Mark.NONE;
        Instant publishedAt = Instant.EPOCH;
        for (Row row : rows) {
            newest = new Heard.Mark(row.getLong("head"), moment(row, "head_at"));
            publishedAt = moment(row, "published_at");
            if (row.getLocalDate("month") != null) {
                touched.put(row.getLocalDate("month"), new Heard.Mark(row.getLong("revision"), moment(row, "touched_at")));
            }
        }
        return newest.revision() == 0 ? Heard.NOTHING : new Heard(newest, publishedAt, new TreeMap<>(touched));
    }

    private void add(String dataset, long since, Heard later) {
        heard.compute(dataset, (id, known) -> (known == null ? Heard.NOTHING : known).then(since, later));
        raised();
    }

    /** Nothing of what was known holds for a database that was set back. */
    private void replace(String dataset, Heard now) {
        heard.put(dataset, now);
        setBack.incrementAndGet();
        raised();
    }

    private void raised() {
        raisedAt = System.nanoTime();
        generation.incrementAndGet();
    }

    private static Instant moment(Row row, String column) {
        OffsetDateTime moment = row.getOffsetDateTime(column);
        return moment == null ? Instant.EPOCH : moment.toInstant();
    }
}
