package org.envdisclosure.platform.archive;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.file.ArrivingFile;
import org.envdisclosure.platform.sql.Transactions;

/** Removes what a build left that never came to its end, and pieces of months that were built anew. Every replica may do it. */
@ApplicationScoped
public class ArchiveSweep {

    private final List<ArchivedDataset> datasets;
    private final Transactions transactions;
    private final ArchiveStore store;
    private final ArchiveConfig config;
    private final Clock clock;

    ArchiveSweep(@All List<Dataset> datasets, Transactions transactions, ArchiveStore store, ArchiveConfig config, Clock clock) {
        this.datasets = datasets.stream().map(ArchivedDataset::of).flatMap(Optional::stream).toList();
        this.transactions = transactions;
        this.store = store;
        this.config = config;
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

    /** The ledger is asked after the age was told: a file it does not know by then was never listed, for listing follows within minutes. */
    private int sweep(ArchivedDataset dataset) throws SQLException, IOException {
        List<Path> old;
        try (Stream<Path> files = store.files(dataset.id())) {
            old = files.filter(this::isOld).toList();
        }
        transactions.run(connection -> ArchiveLedger.forgetPieces(connection, dataset, config.grace()));
        Set<String> named = transactions.run(connection -> ArchiveLedger.named(connection, dataset));
        int removed = 0;
        for (Path file : old) {
            if (!named.contains(file.getFileName().toString()) && Files.deleteIfExists(file)) {
                removed++;
            }
        }
        return removed;
    }

    private boolean isOld(Path file) {
        return ArrivingFile.isOlder(file, clock.instant().minus(config.grace()));
    }
}
