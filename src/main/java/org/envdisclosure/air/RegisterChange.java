package org.envdisclosure.air;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the queue: the register of a city changed over some days, whose hours are to follow.
 *
 * @param to exclusive; null when the change has no end
 */
record RegisterChange(long id, String city, LocalDate from, @Nullable LocalDate to) {

    /** Cities of the versions that changed, before and after, over the days that changed: of one that only ends elsewhere the days between. */
    private static final String QUEUE = """
            INSERT INTO air_city_hour_queue (city_code, from_day, to_day)
            SELECT b.code, min(c.from_day), CASE WHEN bool_or(c.is_open) THEN NULL ELSE max(c.to_day) END
              FROM (SELECT CASE WHEN n.valid_from = o.valid_from AND n.belonging IS NOT DISTINCT FROM o.belonging THEN least(n.valid_to, o.valid_to)
                                ELSE coalesce(n.valid_from, o.valid_from) END AS from_day,
                           greatest(n.valid_to, o.valid_to) AS to_day,
                           n.valid_from IS NOT NULL AND n.valid_to IS NULL OR o.valid_from IS NOT NULL AND o.valid_to IS NULL AS is_open,
                           n.city_code AS city, n.division_code AS division, o.city_code AS city_before, o.division_code AS division_before
                      FROM (%2$s air_stations v WHERE v.revision = %1$d) AS n
                      FULL JOIN (%2$s air_stations_history v WHERE v.superseded_revision = %1$d) AS o
                        ON o.station_code = n.station_code AND o.valid_from = n.valid_from
                     -- another name or place of a station changes no hours of a city
                     WHERE ROW(n.belonging, n.valid_to) IS DISTINCT FROM ROW(o.belonging, o.valid_to)) AS c
             CROSS JOIN LATERAL (VALUES (c.city), (c.division), (c.city_before), (c.division_before)) AS b(code)
             WHERE b.code IS NOT NULL
             GROUP BY b.code
            """.replace("%2$s", """
            SELECT v.station_code, v.valid_from, v.valid_to, v.city_code, v.division_code,
                   jsonb_build_array(v.city_code, v.city_name, v.division_code, v.in_city_evaluation, v.measured_pollutants) AS belonging
              FROM""");
    private static final String CLAIM = """
            SELECT id, city_code, from_day, to_day FROM air_city_hour_queue
             WHERE not_before <= now()
             ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
            """;
    /** Of every station that ever belonged to the city, one look at its index. */
    private static final String FIRST_HOUR = """
            SELECT min(known.observed_at)
              FROM (SELECT (SELECT min(h.observed_at) FROM air_hourly h
                             WHERE h.station_code = v.station_code AND h.observed_at > ?) AS observed_at
                      FROM (SELECT DISTINCT station_code FROM air_stations WHERE city_code = ? OR division_code = ?) AS v
                     UNION ALL
                    SELECT min(c.observed_at) FROM air_cities_hourly c WHERE c.city_code = ? AND c.observed_at > ?) AS known
            """;
    private static final String TOUCHED = """
            SELECT DISTINCT m.level, m.code, h.observed_at
              FROM membership m
              JOIN air_hourly h ON h.station_code = m.station_code AND hour_within(h.observed_at, m.valid_from, m.valid_to)
             WHERE m.code = ? AND hour_within(h.observed_at, ?, ?)
             UNION
            SELECT c.level, c.city_code, c.observed_at
              FROM air_cities_hourly c
             WHERE c.city_code = ? AND hour_within(c.observed_at, ?, ?)
            """;

    /** A statement that queues what the versions changed by a revision of the register reach. */
    static String ofRevision(long revision) {
        return QUEUE.formatted(revision);
    }

    /** The oldest entry that is due and nobody has; it stays claimed until the transaction ends. */
    static Optional<RegisterChange> claim(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet entry = statement.executeQuery(CLAIM)) {
            return entry.next() ? Optional.of(new RegisterChange(entry.getLong("id"), entry.getString("city_code"),
                    entry.getObject("from_day", LocalDate.class), entry.getObject("to_day", LocalDate.class))) : Optional.empty();
        }
    }

    /** The part of the first month that holds hours of the city; empty when there are none left. */
    Optional<RegisterChange> firstMonth(Connection connection) throws SQLException {
        Instant start = ChinaTime.startOf(from);
        String first = Sql.of(FIRST_HOUR, start, city, city, city, start).literal();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(first)) {
            row.next();
            Timestamp hour = row.getTimestamp(1);
            return hour == null ? Optional.empty() : month(hour.toInstant());
        }
    }

    /** @param hour the end of the first hour; one that ends at midnight belongs to the day before */
    private Optional<RegisterChange> month(Instant hour) {
        LocalDate month = ChinaTime.dateOf(hour.minusNanos(1)).withDayOfMonth(1);
        LocalDate next = month.plusMonths(1);
        LocalDate begins = month.isAfter(from) ? month : from;
        LocalDate ends = to != null && to.isBefore(next) ? to : next;
        return begins.isBefore(ends) ? Optional.of(new RegisterChange(id, city, begins, ends)) : Optional.empty();
    }

    /** The hours it reaches, for {@link CityHours#follow}; it must have an end. */
    Sql hours() {
        if (to == null) {
            throw new IllegalStateException("an open change is followed month by month");
        }
        return Sql.of(TOUCHED, city, from, to, city, from, to);
    }

    /** Strikes a month off; the entry goes with the last. */
    void strike(Connection connection, Optional<RegisterChange> month) throws SQLException {
        LocalDate rest = month.map(RegisterChange::to).orElse(null);
        String sql = rest == null || rest.equals(to) ? "DELETE FROM air_city_hour_queue WHERE id = ?"
                : "UPDATE air_city_hour_queue SET from_day = '" + rest + "' WHERE id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }
}
