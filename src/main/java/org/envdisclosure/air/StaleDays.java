package org.envdisclosure.air;

import java.sql.Connection;
import java.sql.SQLException;
import org.envdisclosure.platform.rollup.RollupQueue;

/** Leaves the days that changed hours belong to in the queue, in the transaction that changed them. */
final class StaleDays {

    /** An hour that ends at midnight belongs to the day before. A row whose sliding means alone changed touches no day. */
    private static final String OF_STAGE = """
            SELECT DISTINCT s.station_code, ((s.observed_at - interval '1 microsecond') AT TIME ZONE INTERVAL '+08:00')::date AS day
              FROM stage_air_hourly s WHERE s.verdict IN ('i', 'c')""";
    private static final String CITIES = CityMembership.WITH + """

            SELECT m.code, s.day FROM (%s) AS s
              JOIN membership m ON m.station_code = s.station_code
               AND s.day >= m.valid_from AND (m.valid_to IS NULL OR s.day < m.valid_to)""".formatted(OF_STAGE);

    private StaleDays() {
    }

    /** @param touched SQL that yields level, code and observed_at of the city hours a change of the register reaches */
    static void followCities(Connection connection, String touched) throws SQLException {
        RollupQueue.add(connection, "air-cities-daily", CityMembership.WITH + """

                SELECT t.code, ((t.observed_at - interval '1 microsecond') AT TIME ZONE INTERVAL '+08:00')::date
                  FROM (%s) AS t(level, code, observed_at)""".formatted(touched));
    }

    /** @param connection whose stage of {@link AirTables#HOURLY} has been published */
    static void followStage(Connection connection) throws SQLException {
        RollupQueue.add(connection, "air-daily", OF_STAGE);
        RollupQueue.add(connection, "air-cities-daily", CITIES);
    }
}
