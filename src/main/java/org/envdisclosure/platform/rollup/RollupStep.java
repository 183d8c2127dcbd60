package org.envdisclosure.platform.rollup;

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

/** One transaction of a worker: claims some buckets, computes and publishes them. After a failure it still knows which they were. */
final class RollupStep {

    /** For the dataset's lock, which another replica's worker may hold while it publishes. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Rollup rollup;
    private final int part;
    private final int atMost;
    private List<Bucket> claimed = List.of();

    RollupStep(Rollup rollup, int part, int atMost) {
        this.rollup = rollup;
        this.part = part;
        this.atMost = atMost;
    }

    /** Empty as long as nothing was claimed. */
    List<Bucket> claimed() {
        return claimed;
    }

    /** @return how many buckets were computed */
    int run(Connection connection) throws SQLException, IOException {
        String dataset = rollup.table().dataset();
        if (!RollupQueue.lock(connection, dataset, part)) {
            return 0;
        }
        claimed = RollupQueue.claim(connection, rollup, part, atMost);
        if (!claimed.isEmpty()) {
            Map<String, Long> heads = rollup.judgesItself() ? locked(connection) : Map.of();
            Stage stage = Stage.open(connection, rollup.table());
            RollupQueue.letBe(connection, rollup);
            analyse(connection);
            rollup.compute(connection, stage);
            stage.complete();
            if (RollupQueue.letBe(connection, rollup) > 0) {
                throw new SQLException("rows were let go while results were computed from them");
            }
            publish(connection, rollup.judgesItself() ? heads : locked(connection));
        }
        return claimed.size();
    }

    /** A temporary table has no statistics of its own accord, and without any the planner takes it for a thousand rows. */
    private static void analyse(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE rollup_due");
        }
    }

    private Map<String, Long> locked(Connection connection) throws SQLException {
        return RevisionLedger.lock(connection, List.of(rollup.table().dataset()), PATIENCE);
    }

    private void publish(Connection connection, Map<String, Long> heads) throws SQLException {
        Merge merge = new Merge(connection, rollup.table(), null, new Merge.Reasons("recalculation", "recalculation"));
        merge.compare();
        Merge.Outcome outcome = merge.publish();
        if (outcome.revision() > 0) {
            rollup.published(connection, outcome.revision());
            RevisionLedger.publishedNow(connection, heads);
        }
    }
}
