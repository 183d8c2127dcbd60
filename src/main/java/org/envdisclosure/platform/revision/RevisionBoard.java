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
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
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

    private static final String HEADS = "SELECT dataset, revision, kept_from FROM dataset_head";
    private static final String MONTHS = "SELECT month, revision FROM dataset_month WHERE dataset = $1 AND revision > $2";

    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** How long what is known is taken for the present without another look. */
    private static final Duration TRUSTED = Duration.ofSeconds(5);

    private final Pool pool;
    private final BroadcastProcessor<Long> woken = BroadcastProcessor.create();
    private Cancellable following = () -> { };
    private volatile long seenAt = System.nanoTime() - 2 * TRUSTED.toNanos();
    private volatile long trustedFrom = seenAt;
    private volatile long raisedAt = seenAt;
    private final AtomicLong setBack = new AtomicLong();
    private final AtomicLong generation = new AtomicLong();
    private final Map<String, Long> heads = new ConcurrentHashMap<>();
    private final Map<String, ConcurrentSkipListMap<LocalDate, Long>> months = new ConcurrentHashMap<>();
    private volatile Map<String, LocalDate> keptFrom = Map.of();

    RevisionBoard(Pool pool) {
        this.pool = pool;
    }

    /** Another number whenever this replica has heard of a revision of any dataset; what was worked out under the same one still holds. */
    public long generation() {
        return generation.get();
    }

    /** The newest revision of a dataset this replica knows of; 0 when it has none. */
    public long head(String dataset) {
        return heads.getOrDefault(dataset, 0L);
    }

    /** The first day whose rows a dataset still has, where those of earlier years were let go; empty where everything is kept. */
    public Optional<LocalDate> keptFrom(String dataset) {
        return Optional.ofNullable(keptFrom.get(dataset));
    }

    /** The newest revision that touched the months {@code range} covers, or every month. */
    public long touching(Dataset dataset, TimeRange range) {
        String id = dataset.restsOn().get(0);
        ConcurrentSkipListMap<LocalDate, Long> known = months.get(id);
        if (known == null || dataset.time().isEmpty()) {
            return head(id);
        }
        return known.subMap(firstMonth(range), true, lastMonth(dataset, range), true).values().stream()
                .reduce(known.getOrDefault(RevisionLedger.EVERY_MONTH, 0L), Math::max);
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
        return pool.query(HEADS).execute().chain(found -> follow(found, asked)).invoke(() -> seenAt = Math.max(seenAt, asked));
    }

    /** How often the database was found behind what it had told before, as after a restore or a failover that lost commits. */
    public long timesSetBack() {
        return setBack.get();
    }

    private Uni<Void> follow(RowSet<Row> found, long asked) {
        List<Uni<Void>> changed = new ArrayList<>();
        Map<String, LocalDate> kept = new HashMap<>();
        for (Row row : found) {
            LocalDate from = row.getLocalDate("kept_from");
            if (from != null) {
                kept.put(row.getString("dataset"), from);
            }
            long revision = row.getLong("revision");
            if (revision < head(row.getString("dataset")) && asked - raisedAt > 0) {
                heads.remove(row.getString("dataset"));
                months.remove(row.getString("dataset"));
                setBack.incrementAndGet();
            }
            if (revision != head(row.getString("dataset"))) {
                changed.add(followMonths(row.getString("dataset"), revision));
            }
        }
        keptFrom = kept;
        return changed.isEmpty() ? Uni.createFrom().voidItem() : Uni.join().all(changed).andFailFast().replaceWithVoid();
    }

    private Uni<Void> followMonths(String dataset, long revision) {
        return pool.preparedQuery(MONTHS)
                .execute(Tuple.of(dataset, head(dataset)))
                .invoke(rows -> note(dataset, revision, rows))
                .replaceWithVoid();
    }

    private void note(String dataset, long revision, RowSet<Row> rows) {
        ConcurrentSkipListMap<LocalDate, Long> known = months.computeIfAbsent(dataset, d -> new ConcurrentSkipListMap<>());
        for (Row row : rows) {
            known.merge(row.getLocalDate("month"), row.getLong("revision"), Math::max);
        }
        // the months first, then the head: a reader that meets the new head finds its months
        heads.merge(dataset, revision, Math::max);
        raisedAt = System.nanoTime();
        generation.incrementAndGet();
    }
}
