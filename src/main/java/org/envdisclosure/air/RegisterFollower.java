package org.envdisclosure.air;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.envdisclosure.platform.ingest.Recalculations;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.envdisclosure.platform.sql.Transactions;
import org.envdisclosure.platform.storage.HoldsBack;

/**
 * Recomputes the city hours a change of the register reaches, month by month: each month is a transaction and a revision of its own,
 * so that readings get their turn in between. Replicas share the queue; a crash leaves what is not done for the next.
 */
@ApplicationScoped
class RegisterFollower implements HoldsBack {

    private static final List<String> LOCKED = List.of("air-cities-hourly", "air-hourly");
    /** Whoever has the lock is taking readings in, which come first. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String WAITING = "SELECT EXISTS (SELECT FROM air_city_hour_queue WHERE from_day < ?)";
    private static final String POSTPONE = "UPDATE air_city_hour_queue SET not_before = now() + interval '1 minute' WHERE id = ?";

    private final Transactions transactions;
    private final Clock clock;

    RegisterFollower(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void drain() {
        long[] entry = {0};
        try {
            while (transactions.run(connection -> followOne(connection, entry))) {
                Log.debug("city hours followed a change of the register");
            }
        } catch (SQLException | IOException failure) {
            if (RevisionLedger.isBusy(failure)) {
                Log.debugf("city hours wait for a batch: entry=%d", entry[0]);
                return;
            }
            Log.errorf(failure, "city hours could not follow the register; tried again in a minute: entry=%d", entry[0]);
            postpone(entry[0]);
        }
    }

    /** One entry that fails must not stand before the others. */
    private void postpone(long entry) {
        try {
            transactions.run(connection -> {
                try (PreparedStatement later = connection.prepareStatement(POSTPONE)) {
                    later.setLong(1, entry);
                    return later.executeUpdate();
                }
            });
        } catch (SQLException unreachable) {
            Log.debugf("the entry could not be postponed: %s", unreachable.getMessage());
        }
    }

    private boolean followOne(Connection connection, long[] entry) throws SQLException, IOException {
        Optional<RegisterChange> claimed = RegisterChange.claim(connection);
        if (claimed.isPresent()) {
            entry[0] = claimed.get().id();
            followMonth(connection, claimed.get());
        }
        return claimed.isPresent();
    }

    /** The first month of a change that holds hours; what is left stays in the queue. */
    void followMonth(Connection connection, RegisterChange change) throws SQLException, IOException {
        Instant began = clock.instant();
        Map<String, Long> heads = RevisionLedger.lock(connection, LOCKED, PATIENCE);
        Optional<RegisterChange> month = change.firstMonth(connection);
        if (month.isPresent()) {
            UUID batch = UUID.randomUUID();
            String hours = month.get().hours().literal();
            long revision = new CityHours(connection, batch, Recalculations.LAYOUT).follow(hours);
            StaleDays.followCities(connection, hours);
            Recalculations.write(connection, batch, "air-cities-hourly", revision, began, clock.instant());
        }
        change.strike(connection, month);
        RevisionLedger.publishedNow(connection, heads);
    }

    @Override
    public boolean isWaiting(Connection connection, LocalDate kept) throws SQLException {
        try (PreparedStatement waiting = connection.prepareStatement(WAITING)) {
            waiting.setObject(1, kept);
            try (ResultSet row = waiting.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
