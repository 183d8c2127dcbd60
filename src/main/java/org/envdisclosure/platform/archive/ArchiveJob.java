package org.envdisclosure.platform.archive;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.export.RowCopy;
import org.envdisclosure.platform.sql.Transactions;

/**
 * Builds the months that are over, one at a time on each replica. What is due is told by the database alone, and a month is listed in the
 * transaction that claimed it: a stop half-way leaves files nobody knows, which the sweep removes, and the month is due again.
 */
@ApplicationScoped
public class ArchiveJob {

    /** What cannot be built now will not be a minute later. */
    private static final Duration PUT_OFF = Duration.ofHours(1);

    private final List<ArchivedDataset> datasets;
    private final Transactions transactions;
    private final ArchiveStore store;
    private final ArchiveConfig config;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<String, Instant> putOff = new ConcurrentHashMap<>();

    ArchiveJob(@All List<Dataset> datasets, Transactions transactions, ArchiveStore store, ArchiveConfig config, Clock clock, MeterRegistry meters) {
        this.datasets = datasets.stream().map(ArchivedDataset::of).flatMap(Optional::stream).toList();
        this.transactions = transactions;
        this.store = store;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
    }

    @Scheduled(every = "1m", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void buildWhatIsDue() {
        for (ArchivedDataset dataset : datasets) {
            try {
                YearMonth last = dataset.lastEnded(clock.instant().minus(config.settling()));
                for (YearMonth month : Thread.currentThread().isInterrupted() ? List.<YearMonth>of() : transactions.run(connection -> ArchiveLedger.unbuilt(connection, dataset, last, config.resting()))) {
                    buildUnlessPutOff(dataset, month);
                }
            } catch (SQLException later) {
                Log.warnf("months that are over wait to be built: dataset=%s reason=%s", dataset.id(), later.getMessage());
            }
        }
    }

    private void buildUnlessPutOff(ArchivedDataset dataset, YearMonth month) {
        String name = dataset.id() + " " + month;
        if (Thread.currentThread().isInterrupted() || putOff.getOrDefault(name, Instant.EPOCH).isAfter(clock.instant())) {
            return;
        }
        try {
            build(dataset.dataset(), month);
            putOff.remove(name);
        } catch (ClosedByInterruptException stopping) {
            Log.infof("a month is left to the next start: dataset=%s month=%s", dataset.id(), month);
        } catch (SQLException | IOException | RuntimeException failure) {
            putOff.put(name, clock.instant().plus(PUT_OFF));
            meters.counter("envd_archive_failed", "dataset", dataset.id()).increment();
            Log.errorf(failure, "a month cannot be built, tried again in an hour: dataset=%s month=%s", dataset.id(), month);
        }
    }

    /**
     * Builds a month as it is now, whether or not it is over; blocks.
     *
     * @return whether there was something to build: false when it is built already, has no rows, or another replica is at it
     * @throws IOException when there is no room for its files
     */
    public boolean build(Dataset dataset, YearMonth month) throws SQLException, IOException {
        ArchivedDataset archived = ArchivedDataset.of(dataset)
                .orElseThrow(() -> new IllegalArgumentException(dataset.id() + " has no months that are kept"));
        long began = System.nanoTime();
        Optional<BuiltMonth> built = transactions.run(claim -> build(claim, archived, month));
        built.ifPresent(done -> {
            meters.counter("envd_archive_built", "dataset", archived.id()).increment();
            Log.infof("month built: dataset=%s month=%s revision=%d rows=%d csv_bytes=%d parquet_bytes=%d took=%s", archived.id(), month,
                    done.build().revision(), done.csv().rows(), done.csv().bytes(), done.parquet().bytes(), Duration.ofNanos(System.nanoTime() - began));
        });
        return built.isPresent();
    }

    /**
     * The snapshot begins once the month is claimed and is a transaction of its own: one that began with the question for the claim would be
     * older than what another replica listed before it let the month go, which would then be built a second time.
     *
     * @param claim holds the month until it ends, and lists it
     */
    Optional<BuiltMonth> build(Connection claim, ArchivedDataset dataset, YearMonth month) throws SQLException, IOException {
        if (!ArchiveLedger.claim(claim, dataset, month)) {
            return Optional.empty();
        }
        Optional<BuiltMonth> built = transactions.run(snapshot -> write(snapshot, dataset, month));
        if (built.isPresent()) {
            ArchiveLedger.list(claim, built.get());
        }
        return built;
    }

    private Optional<BuiltMonth> write(Connection snapshot, ArchivedDataset dataset, YearMonth month) throws SQLException, IOException {
        RowCopy.begin(snapshot);
        OptionalLong revision = ArchiveLedger.unbuilt(snapshot, dataset, month);
        return revision.isEmpty() ? Optional.empty()
                : Optional.of(new ArchiveBuild(snapshot, store, dataset, month, revision.getAsLong(), clock.instant()).run());
    }
}
