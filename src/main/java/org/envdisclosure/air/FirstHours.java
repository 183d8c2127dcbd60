package org.envdisclosure.air;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The first hour of every station, kept beside the hours: whoever publishes hours holds their dataset's lock, so nobody else moves it.
 * It never moves forward, since no hour is ever erased.
 */
final class FirstHours {

    /** Temporary: the stations whose first hour this transaction has moved, with the one before; null where they had none. */
    static final String MOVED = "air_first_moved";

    private static final String TABLE = """
            CREATE TEMPORARY TABLE IF NOT EXISTS %s (station_code text COLLATE "C", first_hour timestamptz, before timestamptz) ON COMMIT DELETE ROWS
            """.formatted(MOVED);
    private static final String OF_STAGE = "SELECT s.station_code, min(s.first_new) AS first_hour FROM %s s WHERE s.first_new IS NOT NULL GROUP BY s.station_code".formatted(TouchedDays.TABLE);
    /** One look at the index for every station. */
    private static final String OF_TABLE = """
            SELECT s.station_code, h.first_hour
              FROM (SELECT DISTINCT v.station_code FROM air_stations v) AS s
             CROSS JOIN LATERAL (SELECT min(x.observed_at) AS first_hour FROM air_hourly x WHERE x.station_code = s.station_code) AS h
             WHERE h.first_hour IS NOT NULL""";
    private static final String BEHIND = """
            SELECT EXISTS (SELECT FROM (%s) AS e LEFT JOIN air_first_hours f ON f.station_code = e.station_code
                            WHERE f.first_hour IS NULL OR e.first_hour < f.first_hour)
            """.formatted(OF_TABLE);
    private static final String MOVE = """
            WITH earliest AS (
                %2$s),
            moved AS (
                INSERT INTO %1$s (station_code, first_hour, before)
                SELECT e.station_code, e.first_hour, f.first_hour
                  FROM earliest e LEFT JOIN air_first_hours f ON f.station_code = e.station_code
                 WHERE f.first_hour IS NULL OR e.first_hour < f.first_hour
             RETURNING station_code, first_hour)
            INSERT INTO air_first_hours (station_code, first_hour) SELECT station_code, first_hour FROM moved
                ON CONFLICT (station_code) DO UPDATE SET first_hour = excluded.first_hour
            """;

    private FirstHours() {
    }

    /**
     * @param connection whose {@link TouchedDays} have been gathered
     * @return how many stations have another first hour now: none in a feed that comes in order
     */
    static int followStage(Connection connection) throws SQLException {
        return move(connection, OF_STAGE);
    }

    /** Whether some station has an earlier hour than is noted; takes milliseconds and no lock. */
    static boolean areBehind(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(BEHIND)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /**
     * Follows the table itself, for hours that were stored by whoever does not keep these.
     *
     * @param connection that has the hours locked
     * @return how many stations have another first hour now
     */
    static int reconcile(Connection connection) throws SQLException {
        return move(connection, OF_TABLE);
    }

    private static int move(Connection connection, String earliest) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            return statement.executeUpdate(MOVE.formatted(MOVED, earliest));
        }
    }
}
