package org.envdisclosure.platform.rollup;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.ingest.Merge;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.envdisclosure.platform.sql.Transactions;

/**
 * Drains the queue of stale buckets. Claiming, computing and publishing are one transaction: after a crash everything it had taken
 * stands in the queue again. What is read is read after the claim, so whatever was changed before is in the result, and whatever is
 * changed later has left a new entry.
 */
@ApplicationScoped
public class RollupWorker {

    /** For the dataset's lock, which another replica's worker may hold while it publishes. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Rollup> rollups;
    private final Transactions transactions;

    RollupWorker(@All List<Rollup> rollups, Transactions transactions) {
        this.rollups = rollups;
        this.transactions = transactions;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void drain() {
        rollups.forEach(this::drain);
    }

    private void drain(Rollup rollup) {
        for (int part = 0; part < RollupQueue.PARTS; part++) {
            try {
                drain(rollup, part, rollup.bucketsAtOnce());
            } catch (SQLException | IOException | RuntimeException failure) {
                if (RevisionLedger.isBusy(failure)) {
                    Log.debugf("buckets wait for another publication: dataset=%s part=%d", rollup.table().dataset(), part);
                    return;
                }
                Log.errorf(failure, "buckets could not be computed, tried one by one: dataset=%s part=%d", rollup.table().dataset(), part);
                oneByOne(rollup, part);
            }
        }
    }

    private void drain(Rollup rollup, int part, int atOnce) throws SQLException, IOException {
        int done;
        do {
            done = transactions.run(connection -> step(connection, rollup, part, atOnce));
        } while (done == atOnce);
    }

    private void oneByOne(Rollup rollup, int part) {
        try {
            drain(rollup, part, 1);
        } catch (SQLException | IOException | RuntimeException failure) {
            Log.errorf("a bucket cannot be computed, tried again in a minute: dataset=%s part=%d reason=%s",
                    rollup.table().dataset(), part, failure.getMessage());
            try {
                transactions.run(connection -> {
                    RollupQueue.postponeFirst(connection, rollup.table().dataset(), part);
                    return part;
                });
            } catch (SQLException unreachable) {
                Log.debugf("the bucket could not be postponed: %s", unreachable.getMessage());
            }
        }
    }

    /** @return how many buckets were computed */
    private static int step(Connection connection, Rollup rollup, int part, int atOnce) throws SQLException, IOException {
        String dataset = rollup.table().dataset();
        if (!RollupQueue.lock(connection, dataset, part)) {
            return 0;
        }
        int claimed = RollupQueue.claim(connection, dataset, part, rollup.resting(), atOnce);
        if (claimed > 0) {
            Stage stage = Stage.open(connection, rollup.table());
            analyse(connection);
            rollup.compute(connection, stage);
            stage.complete();
            publish(connection, rollup);
        }
        return claimed;
    }

    /** A temporary table has no statistics of its own accord, and without any the planner takes it for a thousand rows. */
    private static void analyse(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE rollup_due");
        }
    }

    private static void publish(Connection connection, Rollup rollup) throws SQLException {
        Map<String, Long> heads = RevisionLedger.lock(connection, List.of(rollup.table().dataset()), PATIENCE);
        Merge merge = new Merge(connection, rollup.table(), null, new Merge.Reasons("recalculation", "recalculation"));
        merge.compare();
        Merge.Outcome outcome = merge.publish();
        if (outcome.revision() > 0) {
            rollup.published(connection, outcome.revision());
        }
        RevisionLedger.publishedNow(connection, heads);
    }
}
