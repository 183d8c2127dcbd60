package org.envdisclosure.platform.archive;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import org.envdisclosure.platform.sql.Transactions;

/** What is done about files that are not what was written: told once, and the month built again. */
@ApplicationScoped
class ArchiveDamage {

    private final Transactions transactions;
    private final MeterRegistry meters;

    ArchiveDamage(Transactions transactions, MeterRegistry meters) {
        this.transactions = transactions;
        this.meters = meters;
    }

    /** The month's rows come from the database until it is built again; blocks. */
    void found(ArchivedDataset dataset, YearMonth month, long revision, Path file) {
        try {
            if (transactions.run(connection -> ArchiveLedger.damaged(connection, dataset.id(), month, revision, dataset.layout()))) {
                meters.counter("envd_archive_damaged", "dataset", dataset.id()).increment();
                Log.errorf("a file of a month is damaged, the month will be built again: dataset=%s month=%s file=%s", dataset.id(), month, file);
            }
        } catch (SQLException unmarked) {
            Log.errorf("a file of a month is damaged and the database takes no note of it: dataset=%s month=%s file=%s reason=%s", dataset.id(), month, file,
                    unmarked.getMessage());
        }
    }
}
