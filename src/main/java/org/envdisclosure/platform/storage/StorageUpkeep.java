package org.envdisclosure.platform.storage;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.envdisclosure.platform.sql.Transactions;
import org.envdisclosure.platform.time.ChinaTime;

/** The nightly upkeep of every table stored by time, each by whichever replica comes first, and the retention where one is set. */
@ApplicationScoped
public class StorageUpkeep {

    private static final String TABLES = "SELECT name FROM storage_timed ORDER BY name";
    private static final String UPKEEP = """
            SELECT CASE WHEN pg_try_advisory_xact_lock(hashtextextended('storage upkeep ' || ?, 0)) THEN storage_upkeep(?, make_interval(secs => ?)) END
            """;

    private final Transactions transactions;
    private final StorageConfig config;
    private final Retention retention;
    private final Clock clock;
    private String told = "";

    StorageUpkeep(Transactions transactions, StorageConfig config, Retention retention, Clock clock) {
        this.transactions = transactions;
        this.config = config;
        this.retention = retention;
        this.clock = clock;
    }

    /** A number below zero would let go of what is still to come. */
    void check(@Observes StartupEvent start) {
        config.keepYears().ifPresent(years -> {
            if (years < 0) {
                throw new IllegalArgumentException("ENVD_STORAGE_KEEP_YEARS is %d; give 0 or more years, or unset it to keep all".formatted(years));
            }
        });
    }

    @Scheduled(every = "24h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void nightly() {
        try {
            for (String table : transactions.run(StorageUpkeep::tables)) {
                keepUp(table);
            }
        } catch (SQLException later) {
            Log.warnf("storage is looked after the next night: %s", later.getMessage());
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** One transaction a table: what is looked after is locked against new years until its end. */
    private void keepUp(String table) {
        try {
            transactions.run(connection -> {
                try (Statement patience = connection.createStatement(); PreparedStatement upkeep = connection.prepareStatement(UPKEEP)) {
                    patience.execute("SET LOCAL lock_timeout = '5s'");
                    upkeep.setString(1, table);
                    upkeep.setString(2, table);
                    upkeep.setDouble(3, config.compressAfter().toSeconds());
                    return upkeep.execute();
                }
            });
        } catch (SQLException later) {
            Log.warnf("a table is looked after the next night: table=%s reason=%s", table, later.getMessage());
        }
    }

    /** Often, because it gives way to whoever reads. */
    @Scheduled(every = "10m", delayed = "6m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void letGo() {
        if (config.keepYears().isPresent()) {
            try {
                tell(retention.letGoBefore(ChinaTime.dateOf(clock.instant()).withDayOfYear(1).minusYears(config.keepYears().getAsInt())));
            } catch (SQLException later) {
                if (RevisionLedger.isBusy(later)) {
                    Log.debugf("rows past their retention are let go when nobody reads: %s", later.getMessage());
                } else {
                    Log.warnf("rows past their retention are let go the next time: %s", later.getMessage());
                }
            }
        }
    }

    /** Once for each thing that is waited for. */
    private void tell(String what) {
        if (!what.isEmpty() && !what.equals(told)) {
            Log.infof("retention: %s", what);
        }
        told = what;
    }
}
