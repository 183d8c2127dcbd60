package org.envdisclosure.air;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.envdisclosure.platform.sql.Transactions;
import org.envdisclosure.platform.time.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * Notes in the database that a day has ended and queues what must follow although no data comes. The note and the queue are one
 * transaction and the note a lock, so of several replicas one does it, and a service that was down for days catches up at its start.
 */
@ApplicationScoped
class EndedDays {

    private static final String THROUGH = "SELECT through FROM air_days_ended";
    private static final String LOCKED = THROUGH + " FOR UPDATE";
    /** For those who take hours in, who hold the row until they commit: an import of an hour must not keep the service from starting. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String NOTE = "UPDATE air_days_ended SET through = ?";
    /** A note is not taken back, so a service whose clock is far ahead must not write one: no day that the database has not ended. */
    private static final String LAST_OF_DATABASE = "SELECT (clock_timestamp() AT TIME ZONE INTERVAL '+08:00')::date - 1";

    private final Transactions transactions;
    private final Clock clock;
    private final CompletenessConfig config;

    EndedDays(Transactions transactions, Clock clock, CompletenessConfig config) {
        this.transactions = transactions;
        this.clock = clock;
        this.config = config;
    }

    /** Before the sample or any batch is taken in, so that these find a day noted. */
    void begin(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start) {
        tick();
        reconcile();
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        try {
            int queued = transactions.run(this::follow);
            if (queued > 0) {
                Log.infof("a day has ended: buckets=%d", (Object) queued);
                reconcile();
            }
        } catch (SQLException interrupted) {
            told("ended days wait", interrupted);
        }
    }

    /** What a service of before has left, as during a rolling upgrade: first hours that nobody noted, periods without their editions. */
    private void reconcile() {
        try {
            int periods = transactions.run(StalePeriods::queueWithoutEditions);
            if (periods > 0) {
                Log.infof("periods without their editions are computed anew: buckets=%d", (Object) periods);
            }
            if (transactions.run(FirstHours::areBehind)) {
                int stations = transactions.run(EndedDays::followFirstHours);
                Log.infof("first hours that were not noted follow: stations=%d", (Object) stations);
            }
        } catch (SQLException interrupted) {
            told("first hours wait", interrupted);
        }
    }

    /** The next tick, or the next night, finds the same. */
    private static void told(String what, SQLException interrupted) {
        if (RevisionLedger.isBusy(interrupted)) {
            Log.debugf("%s for a batch", what);
        } else {
            Log.warnf("%s: %s", what, interrupted.getMessage());
        }
    }

    /** @return how many stations had an earlier hour than was noted */
    static int followFirstHours(Connection connection) throws SQLException {
        RevisionLedger.lock(connection, List.of("air-cities-hourly", "air-hourly"), PATIENCE);
        int moved = FirstHours.reconcile(connection);
        // empty: no hour of a city has been recomputed beside it
        Stage.open(connection, AirTables.CITY_HOURS);
        MovedStarts.follow(connection);
        StaleCompleteness.followFirstHours(connection);
        return moved;
    }

    /** @return how many months were queued */
    int follow(Connection connection) throws SQLException {
        LocalDate ended = ChinaTime.dateOf(clock.instant().minus(config.settling())).minusDays(1);
        if (!isNew(day(connection, THROUGH), ended)) {
            return 0;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('lock_timeout', '%d', true)".formatted(PATIENCE.toMillis()));
        }
        LocalDate through = day(connection, LOCKED);
        LocalDate ofDatabase = day(connection, LAST_OF_DATABASE);
        LocalDate to = ofDatabase != null && ofDatabase.isBefore(ended) ? ofDatabase : ended;
        if (!isNew(through, to)) {
            return 0;
        }
        int queued = StaleCompleteness.followClock(connection, through, to);
        try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            note.setObject(1, to);
            note.executeUpdate();
        }
        return queued;
    }

    private static boolean isNew(@Nullable LocalDate through, LocalDate ended) {
        return through == null || ended.isAfter(through);
    }

    private static @Nullable LocalDate day(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1, LocalDate.class);
        }
    }
}
