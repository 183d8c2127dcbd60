package org.envdisclosure.platform.storage;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import org.envdisclosure.platform.sql.Transactions;
import org.envdisclosure.platform.time.ChinaTime;

/** The nightly upkeep, by whichever replica comes first. */
@ApplicationScoped
public class StorageUpkeep {

    private static final String UPKEEP = """
            SELECT CASE WHEN pg_try_advisory_xact_lock(hashtextextended('storage upkeep', 0))
                        THEN set_config('lock_timeout', '5s', true) || storage_upkeep(make_interval(secs => ?))::text END
            """;

    private final Transactions transactions;
    private final StorageConfig config;
    private final Retention retention;
    private final Clock clock;

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
            transactions.run(this::keepUp);
        } catch (SQLException later) {
            Log.warnf("storage is looked after the next time: %s", later.getMessage());
        }
        config.keepYears().ifPresent(years -> retention.letGoBefore(ChinaTime.dateOf(clock.instant()).withDayOfYear(1).minusYears(years)));
    }

    /** @return null */
    Void keepUp(Connection connection) throws SQLException {
        try (PreparedStatement upkeep = connection.prepareStatement(UPKEEP)) {
            upkeep.setDouble(1, config.compressAfter().toSeconds());
            upkeep.execute();
        }
        return null;
    }
}
