package org.envdisclosure.platform.operation;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.revision.RevisionBoard;

/** The state of the data as last looked up; a dataset is read again only when a revision it rests on has risen. */
@Singleton
class DataFacts {

    private final RevisionBoard board;
    private final Clock clock;
    private final List<Dataset> datasets;
    private final List<WorkQueue> queues;

    private final Map<String, DatasetFact> ofDatasets = new ConcurrentHashMap<>();
    private final Map<String, QueueFact> ofQueues = new ConcurrentHashMap<>();
    private final Map<String, List<Long>> readAt = new HashMap<>();

    DataFacts(RevisionBoard board, Clock clock, @All List<Dataset> datasets, @All List<WorkQueue> queues) {
        this.board = board;
        this.clock = clock;
        this.datasets = datasets.stream().filter(dataset -> dataset.time().isPresent())
                .sorted(Comparator.comparing(Dataset::id)).toList();
        this.queues = queues.stream().sorted(Comparator.comparing(WorkQueue::queueName)).toList();
    }

    /** Looks again; a fact that cannot be looked up stays as it was. */
    synchronized void refresh(Connection connection) {
        FactReader reader = new FactReader(connection, clock.instant());
        for (Dataset dataset : datasets) {
            List<Long> heads = dataset.restsOn().stream().map(board::head).toList();
            if (!heads.equals(readAt.get(dataset.id()))) {
                tried(dataset.id(), () -> {
                    ofDatasets.put(dataset.id(), reader.of(dataset, newestOf(dataset), heads.get(0)));
                    readAt.put(dataset.id(), heads);
                });
            }
        }
        for (WorkQueue queue : queues) {
            tried(queue.queueName(), () -> ofQueues.put(queue.queueName(), reader.of(queue)));
        }
    }

    /** What is derived from another dataset along the same time has the other's newest row, which an index finds: a window over all months does not. */
    private Dataset newestOf(Dataset dataset) {
        return datasets.stream().filter(other -> other.id().equals(dataset.restsOn().get(0)) && other.time().equals(dataset.time()))
                .findFirst().orElse(dataset);
    }

    /** Those with a time axis, by id; one that was never looked up is not among them. */
    List<DatasetFact> datasets() {
        return ofDatasets.values().stream().sorted(Comparator.comparing(DatasetFact::dataset)).toList();
    }

    /** By name. */
    List<QueueFact> queues() {
        return ofQueues.values().stream().sorted(Comparator.comparing(QueueFact::queue)).toList();
    }

    @FunctionalInterface
    private interface Look {
        void run() throws SQLException;
    }

    private static void tried(String what, Look look) {
        try {
            look.run();
        } catch (SQLException failure) {
            Log.warnf("state of the data not known: of=%s reason=%s", what, failure.getMessage());
        }
    }
}
