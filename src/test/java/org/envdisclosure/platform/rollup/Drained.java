package org.envdisclosure.platform.rollup;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.envdisclosure.air.FollowedRegister;
import org.envdisclosure.platform.operation.WorkQueue;
import org.envdisclosure.platform.revision.RevisionBoard;

/** The moment at which the service under test has nothing left to compute, and its answers know of it. */
public final class Drained {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration STEP = Duration.ofMillis(20);

    private Drained() {
    }

    /** Waits for all queues of the service in this JVM; fails when they do not empty. */
    public static void queues() {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        // what is claimed stays visible until its results are, and these leave their own entries in the same commit
        for (String waiting = waiting(); !waiting.isEmpty(); waiting = waiting()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("still waiting after " + LONGEST + ": " + waiting);
            }
            // now, and not at the next second of the schedule, which goes on beside
            FollowedRegister.drain();
            Arc.container().instance(RollupWorker.class).get().drain();
            pause();
        }
        Arc.container().instance(RevisionBoard.class).get().catchUp().await().atMost(LONGEST);
    }

    private static String waiting() {
        List<WorkQueue> queues = Arc.container().listAll(WorkQueue.class).stream().map(InstanceHandle::get).toList();
        // one statement sees all queues at one moment, while work moves from one to the next
        String all = queues.stream().map(queue -> "SELECT '" + queue.queueName() + "' AS queue, count(*) AS waiting FROM " + queue.queueTable())
                .collect(Collectors.joining(" UNION ALL "));
        String sql = "SELECT coalesce(string_agg(queue || ' ' || waiting, ', '), '') FROM (" + all + ") AS queues WHERE waiting > 0";
        try (Connection connection = Arc.container().instance(AgroalDataSource.class).get().getConnection();
                Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException unreachable) {
            throw new AssertionError("the queues could not be read", unreachable);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(STEP.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError("stopped while waiting", stopping);
        }
    }
}
