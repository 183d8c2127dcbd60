package org.envdisclosure.air;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.sql.Transactions;

/** Recomputes the city hours a change of the register reaches. Replicas share the queue; a crash leaves its entry for the next. */
@ApplicationScoped
class RegisterFollower {

    private static final String CLAIM = """
            SELECT id, city_code, from_day, to_day FROM air_city_hour_queue
             WHERE not_before <= now()
             ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
            """;
    private static final String POSTPONE = "UPDATE air_city_hour_queue SET not_before = now() + interval '1 minute' WHERE id = ?";
    private static final String TOUCHED = """
            SELECT DISTINCT m.level, m.code, h.observed_at
              FROM membership m
              JOIN air_hourly h ON h.station_code = m.station_code AND hour_within(h.observed_at, m.valid_from, m.valid_to)
             WHERE m.code = ? AND hour_within(h.observed_at, ?, %1$s)
             UNION
            SELECT c.level, c.city_code, c.observed_at
              FROM air_cities_hourly c
             WHERE c.city_code = ? AND hour_within(c.observed_at, ?, %1$s)
            """;

    private final Transactions transactions;

    RegisterFollower(Transactions transactions) {
        this.transactions = transactions;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void drain() {
        long[] entry = {0};
        try {
            while (transactions.run(connection -> followOne(connection, entry))) {
                Log.debug("city hours followed a change of the register");
            }
        } catch (SQLException | IOException failure) {
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

    private static boolean followOne(Connection connection, long[] entry) throws SQLException, IOException {
        try (Statement statement = connection.createStatement(); ResultSet claimed = statement.executeQuery(CLAIM)) {
            if (!claimed.next()) {
                return false;
            }
            long id = claimed.getLong("id");
            entry[0] = id;
            LocalDate to = claimed.getObject("to_day", LocalDate.class);
            LocalDate from = claimed.getObject("from_day", LocalDate.class);
            String code = claimed.getString("city_code");
            Map<String, Long> heads = RevisionLedger.lock(connection, List.of("air-cities-hourly", "air-hourly"));
            Sql touched = to == null ? Sql.of(TOUCHED.formatted("NULL"), code, from, code, from)
                    : Sql.of(TOUCHED.formatted("?"), code, from, to, code, from, to);
            new CityHours(connection, UUID.randomUUID(), "recalculation").follow(touched.literal());
            try (PreparedStatement remove = connection.prepareStatement("DELETE FROM air_city_hour_queue WHERE id = ?")) {
                remove.setLong(1, id);
                remove.executeUpdate();
            }
            RevisionLedger.publishedNow(connection, heads);
            return true;
        }
    }
}
