package org.envdisclosure.platform.storage;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.envdisclosure.platform.archive.ArchiveProof;
import org.envdisclosure.platform.archive.Archives;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.envdisclosure.platform.rollup.Rollup;
import org.envdisclosure.platform.sql.Transactions;

/**
 * Lets rows of early years go from the database, of all datasets together, since some are computed from others. Only when every month of
 * them stands as files that were read through, and nothing waits to be computed from the rows; what was computed stays. From then on
 * whoever asks about those years is told so (410), whoever sends rows of them too.
 */
@ApplicationScoped
public class Retention {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TIMED = "SELECT EXISTS (SELECT FROM storage_timed WHERE dataset = ?), (SELECT kept_from FROM dataset_head WHERE dataset = ?)";
    private static final String WAITING = "SELECT EXISTS (SELECT FROM rollup_queue WHERE dataset = ANY (?) AND bucket_day < ?)";
    private static final String LET_GO = "SELECT storage_let_go(?, ?)";

    private final List<Dataset> datasets;
    private final List<Rollup> rollups;
    private final List<HoldsBack> others;
    private final Transactions transactions;
    private final ArchiveProof proof;

    Retention(@All List<Dataset> datasets, @All List<Rollup> rollups, @All List<HoldsBack> others, Transactions transactions, ArchiveProof proof) {
        this.datasets = datasets.stream().sorted(Comparator.comparing(Dataset::id)).toList();
        this.rollups = rollups;
        this.others = others;
        this.transactions = transactions;
        this.proof = proof;
    }

    /**
     * Blocks.
     *
     * @param kept the first of January from which on rows are kept
     * @return what was done, or what is waited for; empty when there was nothing to do
     */
    public String letGoBefore(LocalDate kept) throws SQLException {
        List<Dataset> due = transactions.run(connection -> due(connection, kept));
        String waits = due.isEmpty() ? "" : transactions.run(connection -> waitsFor(connection, due, kept));
        if (due.isEmpty() || !waits.isEmpty()) {
            return waits;
        }
        for (Dataset dataset : due) {
            Optional<YearMonth> unsound = proof.firstUnsound(dataset, lastBefore(kept));
            if (unsound.isPresent()) {
                return "waits for the files of %s %s, which are lost or damaged".formatted(dataset.id(), unsound.get());
            }
        }
        return transactions.run(connection -> letGo(connection, due, kept));
    }

    private String letGo(Connection connection, List<Dataset> due, LocalDate kept) throws SQLException {
        Map<String, Long> heads = RevisionLedger.lock(connection, due.stream().map(Dataset::id).toList(), PATIENCE);
        String waits = waitsFor(connection, due, kept);
        if (!waits.isEmpty()) {
            return waits;
        }
        for (Dataset dataset : due) {
            try (PreparedStatement letGo = connection.prepareStatement(LET_GO)) {
                letGo.setString(1, dataset.id());
                letGo.setObject(2, kept);
                letGo.execute();
            }
            // answers that were kept, or have a tag, hold what is gone
            RevisionLedger.touch(connection, dataset.id(), null);
        }
        RevisionLedger.publishedNow(connection, heads);
        Log.infof("rows past their retention were let go: datasets=%s kept_from=%s", heads.keySet(), kept);
        return "rows before were let go";
    }

    private static YearMonth lastBefore(LocalDate kept) {
        return YearMonth.from(kept).minusMonths(1);
    }

    private List<Dataset> due(Connection connection, LocalDate kept) throws SQLException {
        List<Dataset> due = new ArrayList<>();
        for (Dataset dataset : datasets) {
            if (isDue(connection, dataset, kept)) {
                due.add(dataset);
            }
        }
        return due;
    }

    private static boolean isDue(Connection connection, Dataset dataset, LocalDate kept) throws SQLException {
        try (PreparedStatement timed = connection.prepareStatement(TIMED)) {
            timed.setString(1, dataset.id());
            timed.setString(2, dataset.id());
            try (ResultSet row = timed.executeQuery()) {
                row.next();
                LocalDate before = row.getObject(2, LocalDate.class);
                return row.getBoolean(1) && (before == null || before.isBefore(kept));
            }
        }
    }

    /** What must be done before; empty when nothing. */
    private String waitsFor(Connection connection, List<Dataset> due, LocalDate kept) throws SQLException {
        for (Dataset dataset : due) {
            Optional<YearMonth> unbuilt = Archives.firstUnbuilt(connection, dataset, lastBefore(kept));
            if (unbuilt.isPresent()) {
                return "waits for the files of %s %s".formatted(dataset.id(), unbuilt.get());
            }
        }
        for (HoldsBack other : others) {
            if (other.isWaiting(connection, kept)) {
                return "waits for what is still to be computed from its rows";
            }
        }
        return isQueued(connection, due.stream().map(Dataset::id).toList(), kept) ? "waits for what is still to be computed from its rows" : "";
    }

    private boolean isQueued(Connection connection, List<String> due, LocalDate kept) throws SQLException {
        Object[] computed = rollups.stream().filter(rollup -> rollup.computedFrom().isPresent() || due.contains(rollup.table().dataset()))
                .map(rollup -> rollup.table().dataset()).toArray();
        try (PreparedStatement waiting = connection.prepareStatement(WAITING)) {
            waiting.setArray(1, connection.createArrayOf("text", computed));
            waiting.setObject(2, kept);
            try (ResultSet row = waiting.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
