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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.envdisclosure.platform.archive.Archives;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.envdisclosure.platform.sql.Transactions;

/**
 * Lets rows of early years go from the database. Only when every month of them stands as files of its last state; what was computed from
 * the rows stays. From then on whoever asks about those years is told so (410), whoever sends rows of them too.
 */
@ApplicationScoped
public class Retention {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TIMED = "SELECT EXISTS (SELECT FROM storage_timed WHERE dataset = ?), (SELECT kept_from FROM dataset_head WHERE dataset = ?)";
    private static final String LET_GO = "SELECT storage_let_go(?, ?)";

    private final List<Dataset> datasets;
    private final Transactions transactions;

    Retention(@All List<Dataset> datasets, Transactions transactions) {
        this.datasets = datasets;
        this.transactions = transactions;
    }

    /** @param kept the first of January from which on rows are kept */
    void letGoBefore(LocalDate kept) {
        for (Dataset dataset : datasets) {
            try {
                String why = transactions.run(connection -> letGo(connection, dataset, kept));
                if (!why.isEmpty()) {
                    Log.infof("retention: dataset=%s kept_from=%s %s", dataset.id(), kept, why);
                }
            } catch (SQLException later) {
                Log.warnf("rows past their retention are let go the next time: dataset=%s reason=%s", dataset.id(), later.getMessage());
            }
        }
    }

    /** @return what was done, empty when there was nothing to do */
    public String letGo(Connection connection, Dataset dataset, LocalDate kept) throws SQLException {
        if (!isBefore(connection, dataset, kept)) {
            return "";
        }
        Map<String, Long> heads = RevisionLedger.lock(connection, List.of(dataset.id()), PATIENCE);
        Optional<YearMonth> missing = Archives.firstUnbuilt(connection, dataset, YearMonth.from(kept).minusMonths(1));
        if (missing.isPresent()) {
            return "waits for the files of " + missing.get();
        }
        try (PreparedStatement letGo = connection.prepareStatement(LET_GO)) {
            letGo.setString(1, dataset.id());
            letGo.setObject(2, kept);
            letGo.execute();
        }
        // answers that were kept, or have a tag, hold what is gone
        RevisionLedger.touch(connection, dataset.id(), null);
        RevisionLedger.publishedNow(connection, heads);
        return "rows before were let go";
    }

    private static boolean isBefore(Connection connection, Dataset dataset, LocalDate kept) throws SQLException {
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
}
