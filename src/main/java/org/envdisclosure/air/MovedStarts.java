package org.envdisclosure.air;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.envdisclosure.platform.register.Register;
import org.envdisclosure.platform.rollup.RollupQueue;

/**
 * A station whose start is not known counts in its city from the day of its first hour on ({@link CityMembership}). When an older hour
 * moves that day back, the hours and days of the city in between follow: those the batch has just recomputed stand already, the others
 * go the way of a change of the register. The spans of one station never overlap, so that an archive brought in from its newest hour
 * to its oldest reaches no hour of a city a second time by them.
 */
final class MovedStarts {

    private static final String TABLE = """
            CREATE TEMPORARY TABLE IF NOT EXISTS air_moved_spans (code text COLLATE "C", from_day date, to_day date) ON COMMIT DELETE ROWS
            """;
    /** The cities of such stations, over the days by which they moved; open where a station had no hour before. */
    private static final String SPANS = """
            INSERT INTO air_moved_spans (code, from_day, to_day)
            SELECT b.code, min(m.from_day), CASE WHEN bool_or(m.to_day IS NULL) THEN NULL ELSE max(m.to_day) END
              FROM (SELECT v.city_code, v.division_code, day_of_hour(f.first_hour) AS from_day, least(day_of_hour(f.before), v.valid_to) AS to_day
                      FROM %s f
                      JOIN air_stations v ON v.station_code = f.station_code
                     WHERE v.valid_from = DATE '%s' AND v.in_city_evaluation) AS m
             CROSS JOIN LATERAL (VALUES (m.city_code), (m.division_code)) AS b(code)
             WHERE b.code IS NOT NULL AND (m.to_day IS NULL OR m.from_day < m.to_day)
             GROUP BY b.code
            """.formatted(FirstHours.MOVED, Register.START_NOT_KNOWN);
    private static final String QUEUE = """
            INSERT INTO air_city_hour_queue (city_code, from_day, to_day)
            SELECT s.code, min(day_of_hour(c.observed_at)), max(day_of_hour(c.observed_at)) + 1
              FROM air_moved_spans s
              JOIN air_cities_hourly c ON c.city_code = s.code AND hour_within(c.observed_at, s.from_day, s.to_day)
             WHERE NOT EXISTS (SELECT FROM stage_air_cities_hourly g WHERE g.city_code = c.city_code AND g.observed_at = c.observed_at)
             GROUP BY s.code
            """;
    /** Also of hours the batch has only read, such as those after it whose sliding means changed: these touch no day by themselves. */
    private static final String DAYS = """
            SELECT g.city_code, day_of_hour(g.observed_at)
              FROM air_moved_spans s JOIN stage_air_cities_hourly g ON g.city_code = s.code AND hour_within(g.observed_at, s.from_day, s.to_day)
            """;

    private MovedStarts() {
    }

    /** @param connection whose first hours and city hours have followed; hours and city hours are locked */
    static void follow(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            if (statement.executeUpdate(SPANS) == 0) {
                return;
            }
            statement.executeUpdate(QUEUE);
        }
        RollupQueue.add(connection, "air-cities-daily", DAYS);
    }
}
