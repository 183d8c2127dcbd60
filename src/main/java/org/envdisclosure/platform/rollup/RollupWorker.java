package org.envdisclosure.platform.rollup;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.envdisclosure.platform.sql.Transactions;

/**
 * Drains the queue of stale buckets. Claiming, computing and publishing are one transaction: after a crash everything it had taken
 * stands in the queue again. What is read is read after the claim, so whatever was changed before is in the result, and whatever is
 * changed later has left a new entry.
 */
@ApplicationScoped
public class RollupWorker {

    /**
     * Classes of SQLSTATE that say nothing against a bucket: connection lost, transaction rolled back for another's sake, out of
     * resources, stopped by an operator.
     */
    private static final Set<String> NOT_THE_BUCKET = Set.of("08", "40", "53", "57");

    private final List<Rollup> rollups;
    private final Transactions transactions;
    private final RollupMeters meters;

    RollupWorker(@All List<Rollup> rollups, Transactions transactions, RollupMeters meters) {
        this.rollups = rollups.stream().sorted(Comparator.comparingInt(Rollup::steps)).toList();
        this.transactions = transactions;
        this.meters = meters;
    }

    /** One at a time: what is computed from what another still computes would be computed twice. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void drain() {
        List<Set<Integer>> drained = rollups.stream().map(rollup -> (Set<Integer>) new HashSet<Integer>()).toList();
        int next = 0;
        while (next < rollups.size()) {
            // what has become due meanwhile nearer to the rows comes before what is further from them
            next = drainPart(rollups.get(next), drained.get(next)) ? 0 : next + 1;
        }
    }

    /**
     * Drains one part that has buckets due.
     *
     * @param drained the parts that have had their turn; each has one, so that buckets that change as fast as they are computed hold up no other
     * @return whether there was one
     */
    private boolean drainPart(Rollup rollup, Set<Integer> drained) {
        try {
            for (int part : transactions.run(connection -> RollupQueue.due(connection, rollup))) {
                if (drained.add(part) && computed(rollup, part)) {
                    return true;
                }
            }
        } catch (SQLException interrupted) {
            // nothing is lost: what was claimed stands in the queue again
            Log.warnf("stale buckets wait: dataset=%s reason=%s", rollup.table().dataset(), interrupted.getMessage());
        }
        return false;
    }

    /** Whether the part gave anything to compute: one that somebody else computes does not. */
    private boolean computed(Rollup rollup, int part) throws SQLException {
        boolean any = false;
        int atOnce = rollup.bucketsAtOnce();
        while (atOnce > 0) {
            RollupStep step = new RollupStep(rollup, part, atOnce);
            atOnce = step(step, rollup, atOnce);
            any |= !step.claimed().isEmpty();
        }
        return any;
    }

    /**
     * A step that fails is tried with half its buckets, until the one that cannot be computed stands alone and is put off.
     *
     * @return how many to take next, 0 when there are no more
     */
    private int step(RollupStep step, Rollup rollup, int atOnce) throws SQLException {
        try {
            int done = transactions.run(step::run);
            meters.computed(rollup.table().dataset(), done);
            return done < atOnce ? 0 : Math.min(2 * atOnce, rollup.bucketsAtOnce());
        } catch (SQLException | IOException | RuntimeException failure) {
            if (saysNothingOfBuckets(failure) || step.claimed().isEmpty()) {
                throw failure instanceof SQLException interrupted ? interrupted : new SQLException(failure);
            } else if (step.claimed().size() == 1) {
                postpone(rollup, step.claimed().get(0), failure);
                return rollup.bucketsAtOnce();
            }
            int fewer = step.claimed().size() / 2;
            Log.debugf("buckets could not be computed together, now %d at once: dataset=%s", (Object) fewer, rollup.table().dataset());
            return fewer;
        }
    }

    private static boolean saysNothingOfBuckets(Exception failure) {
        return RevisionLedger.isBusy(failure) || failure instanceof SQLException refused && refused.getSQLState() != null
                && NOT_THE_BUCKET.stream().anyMatch(refused.getSQLState()::startsWith);
    }

    private void postpone(Rollup rollup, Bucket bucket, Exception failure) throws SQLException {
        String dataset = rollup.table().dataset();
        Log.errorf(failure, "a bucket cannot be computed, tried again in a minute: dataset=%s bucket=%s day=%s", dataset, bucket.key(), bucket.day());
        transactions.run(connection -> RollupQueue.postpone(connection, dataset, bucket));
        meters.postponed(dataset);
    }
}
