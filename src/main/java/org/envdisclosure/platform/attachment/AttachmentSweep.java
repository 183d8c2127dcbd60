package org.envdisclosure.platform.attachment;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.envdisclosure.platform.sql.Transactions;

/** Removes files that no row names: what an upload left that never got its row, and what retention let go. Every replica may do it. */
@ApplicationScoped
public class AttachmentSweep {

    private static final int AT_ONCE = 500;

    private final AttachmentStore store;
    private final Transactions transactions;
    private final List<AttachmentNames> names;
    private final MeterRegistry meters;

    AttachmentSweep(AttachmentStore store, Transactions transactions, @All List<AttachmentNames> names, MeterRegistry meters) {
        this.store = store;
        this.transactions = transactions;
        this.names = names;
        this.meters = meters;
    }

    @Scheduled(every = "6h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try (Stream<Path> parts = store.parts()) {
            int removed = 0;
            for (Path part : parts.sorted().toList()) {
                removed += sweep(part);
            }
            if (removed > 0) {
                Log.infof("files that no row names were removed: files=%d", (Object) removed);
            }
        } catch (IOException | SQLException later) {
            Log.warnf("the sweep of files stopped and begins anew in six hours: reason=%s", later.getMessage());
        }
    }

    private int sweep(Path part) throws IOException, SQLException {
        store.tidy(part);
        int removed = 0;
        List<String> some = new ArrayList<>();
        try (Stream<Path> files = Files.list(part)) {
            for (String name : (Iterable<String>) files.map(file -> file.getFileName().toString()).filter(AttachmentStore.NAME.asMatchPredicate())::iterator) {
                some.add(name);
                if (some.size() == AT_ONCE) {
                    removed += removeUnnamed(some);
                    some.clear();
                }
            }
        }
        return removed + removeUnnamed(some);
    }

    /**
     * Removes those that are past their grace and named by no row; blocks.
     *
     * @return how many went
     */
    public int removeUnnamed(List<String> sha256) throws SQLException, IOException {
        if (sha256.isEmpty()) {
            return 0;
        }
        Set<String> named = named(sha256);
        int removed = 0;
        for (String name : sha256) {
            if (!named.contains(name) && store.remove(name, () -> isNamed(name))) {
                removed++;
            }
        }
        meters.counter("envd_attachment_removed").increment(removed);
        return removed;
    }

    private boolean isNamed(String name) {
        try {
            return !named(List.of(name)).isEmpty();
        } catch (SQLException unknown) {
            // who cannot tell keeps it
            return true;
        }
    }

    private Set<String> named(List<String> sha256) throws SQLException {
        return transactions.run(connection -> {
            Set<String> named = new HashSet<>();
            for (AttachmentNames dataset : names) {
                named.addAll(dataset.named(connection, sha256));
            }
            return named;
        });
    }
}
