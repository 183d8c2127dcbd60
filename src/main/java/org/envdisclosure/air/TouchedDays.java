package org.envdisclosure.air;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The days of stations that the hours of a published stage belong to, gathered once for all that follows them. */
final class TouchedDays {

    /**
     * Temporary: station, day, the earliest hour that was new, and whether an hour was received that is new or says something else; a
     * row whose sliding means alone changed touches no day.
     */
    static final String TABLE = "air_touched_days";

    private static final String CREATE = """
            CREATE TEMPORARY TABLE IF NOT EXISTS %s (station_code text COLLATE "C", day date, first_new timestamptz, received boolean) ON COMMIT DELETE ROWS
            """.formatted(TABLE);
    // the date is told of the few days, not of the many hours
    private static final String GATHER = """
            INSERT INTO %1$s (station_code, day, first_new, received)
            SELECT h.station_code, (h.day_start AT TIME ZONE INTERVAL '+08:00')::date, h.first_new, h.received
              FROM (SELECT s.station_code, %2$s AS day_start, min(s.observed_at) FILTER (WHERE s.verdict = 'i') AS first_new,
                           bool_or(s.verdict <> 'r') AS received
                      FROM stage_air_hourly s WHERE s.verdict IN ('i', 'c', 'r') GROUP BY 1, 2) AS h
            """.formatted(TABLE, dayStart("s.observed_at"));

    private TouchedDays() {
    }

    /** SQL for the midnight a day of +08:00 begins with; an hour that ends at midnight belongs to the day before. */
    static String dayStart(String hourEnd) {
        return "date_bin(interval '1 day', %s - interval '1 microsecond', TIMESTAMPTZ '2000-01-01 00:00+08')".formatted(hourEnd);
    }

    /** @param connection whose stage of {@link AirTables#HOURLY} has been published */
    static void gather(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
            statement.executeUpdate("DELETE FROM " + TABLE);
            statement.executeUpdate(GATHER);
        }
    }
}
