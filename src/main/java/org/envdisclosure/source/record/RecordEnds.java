package org.envdisclosure.source.record;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.envdisclosure.platform.ingest.ManualBatches;
import org.envdisclosure.platform.ingest.Receipt;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.sql.Transactions;

/**
 * Withdraws what the law's own clock says, each minute. Every replica may do it: they meet at the dataset's lock, and the second finds
 * nothing left to do. What came due while the service stood still is withdrawn in its first minute.
 */
@ApplicationScoped
class RecordEnds {

    /** The dataset is locked while a batch is published, so others get their turn in between. */
    private static final int AT_ONCE = 1_000;

    private final Transactions transactions;
    private final ManualBatches batches;
    private final Clock clock;

    RecordEnds(Transactions transactions, ManualBatches batches, Clock clock) {
        this.transactions = transactions;
        this.batches = batches;
        this.clock = clock;
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void withdrawQuietly() {
        try {
            withdraw(clock.instant().truncatedTo(ChronoUnit.MICROS));
        } catch (SQLException | ApiProblem later) {
            Log.warnf("records whose publication has ended wait another minute: reason=%s", later.getMessage());
        }
    }

    /**
     * Blocks.
     *
     * @param now whose day decides
     * @return how many were withdrawn
     */
    long withdraw(Instant now) throws SQLException {
        long withdrawn = 0;
        List<String> due = due(now);
        while (!due.isEmpty()) {
            Receipt receipt = batches.take(new RevisionPlan("withdrawn", (records, connection) -> LawClock.end(connection, records, now)), "law-clock", DataStatus.REALTIME,
                    RevisionPlan.records(due), null);
            Log.infof("records withdrawn by law's own clock: records=%d", (Object) receipt.corrected());
            withdrawn += receipt.corrected();
            due = due.size() < AT_ONCE ? List.of() : due(now);
        }
        return withdrawn;
    }

    private List<String> due(Instant now) throws SQLException {
        return transactions.run(connection -> LawClock.due(connection, now, AT_ONCE));
    }
}
