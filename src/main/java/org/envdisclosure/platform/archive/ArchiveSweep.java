package org.envdisclosure.platform.archive;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.export.ExportConfig;
import org.envdisclosure.platform.file.ArrivingFile;
import org.envdisclosure.platform.sql.Transactions;

/** Removes what a build left that never came to its end, and pieces of months that were built anew. Every replica may do it. */
@ApplicationScoped
public class ArchiveSweep {

    private final List<ArchivedDataset> datasets;
    private final Transactions transactions;
    private final ArchiveStore store;
    private final Duration grace;
    private final Clock clock;

    ArchiveSweep(@All List<Dataset> datasets, Transactions transactions, ArchiveStore store, ArchiveConfig config, ExportConfig exports, Clock clock) {
        this.datasets = datasets.stream().map(ArchivedDataset::of).flatMap(Optional::stream).toList();
        this.transactions = transactions;
        this.store = store;
        // a download opens the files it was promised one after the other, the last when it is nearly over
        this.grace = config.grace().compareTo(exports.longest()) > 0 ? config.grace() : exports.longest();
        this.clock = clock;
    }

    @Scheduled(every = "6h", delayed = "12m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        for (ArchivedDataset dataset : datasets) {
            try {
                int removed = sweep(dataset);
                if (removed > 0) {
                    Log.infof("files of archives that nothing needs were removed: dataset=%s files=%d", dataset.id(), removed);
                }
            } catch (SQLException | IOException later) {
                Log.warnf("the sweep of archives stopped and begins anew in six hours: dataset=%s reason=%s", dataset.id(), later.getMessage());
            }
        }
    }

    /** How many files of a dataset went; blocks. */
    public int sweep(Dataset dataset) throws SQLException, IOException {
        return sweep(ArchivedDataset.of(dataset).orElseThrow(() -> new IllegalArgumentException(dataset.id() + " has no months that are kept")));
    }

    private int sweep(ArchivedDataset dataset) throws SQLException, IOException {
        transactions.run(connection -> ArchiveUse.forgetPieces(connection, dataset, grace));
        return remove(dataset, unneeded(dataset));
    }

    /** Old files the ledger does not know. */
    List<Path> unneeded(ArchivedDataset dataset) throws SQLException, IOException {
        List<Path> old;
        try (Stream<Path> files = store.files(dataset.id())) {
            old = files.filter(this::isOld).toList();
        }
        Set<String> named = transactions.run(connection -> ArchiveUse.named(connection, dataset));
        return old.stream().filter(file -> !named.contains(file.getFileName().toString())).toList();
    }

    /** How many of them went; what no build wrote is not ours to remove. */
    int remove(ArchivedDataset dataset, List<Path> unneeded) throws SQLException, IOException {
        int removed = 0;
        for (Path file : unneeded) {
            Optional<YearMonth> month = ArchiveBuild.monthOf(dataset, file.getFileName().toString());
            if (month.isPresent() && transactions.run(claim -> remove(claim, dataset, month.get(), file))) {
                removed++;
            }
        }
        return removed;
    }

    /**
     * Removes a file if it still is unneeded, while its month is claimed: then no build is on its way to list it, and one that has just done
     * so is seen.
     */
    private boolean remove(Connection claim, ArchivedDataset dataset, YearMonth month, Path file) throws SQLException, IOException {
        return ArchiveLedger.claim(claim, dataset, month) && isOld(file)
                && !ArchiveUse.names(claim, dataset, month, file.getFileName().toString()) && Files.deleteIfExists(file);
    }

    private boolean isOld(Path file) {
        return ArrivingFile.isOlder(file, clock.instant().minus(grace));
    }
}
