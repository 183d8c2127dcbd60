package org.envdisclosure.air;

import java.sql.Connection;
import java.sql.SQLException;
import org.envdisclosure.platform.rollup.RollupQueue;

/** Leaves the days that changed hours belong to in the queue, in the transaction that changed them. */
final class StaleDays {

    private static final String OF_STAGE = "SELECT s.station_code, s.day FROM %s s WHERE s.received".formatted(TouchedDays.TABLE);
    private static final String CITIES = CityMembership.WITH + """

            SELECT m.code, s.day FROM (%s) AS s
              JOIN membership m ON m.station_code = s.station_code
               AND s.day >= m.valid_from AND (m.valid_to IS NULL OR s.day < m.valid_to)""".formatted(OF_STAGE);

    /**
     * Days of stations that another plan covers now, those that are there or wait to be. A version is compared with the one that stood
     * for the day before, so that another name or city reaches no day.
     */
    private static final String OF_PLAN = """
            WITH touched AS MATERIALIZED (
                SELECT DISTINCT station_code
                  FROM (SELECT station_code, valid_from, valid_to, measured_pollutants FROM air_stations WHERE revision = %1$d) AS n
                  FULL JOIN (SELECT station_code, valid_from, valid_to, measured_pollutants FROM air_stations_history WHERE superseded_revision = %1$d) AS o
                 USING (station_code, valid_from)
                 WHERE ROW(n.valid_to, n.measured_pollutants) IS DISTINCT FROM ROW(o.valid_to, o.measured_pollutants)),
            before AS (
                SELECT v.station_code, v.valid_from, v.valid_to, v.measured_pollutants
                  FROM air_stations v WHERE v.revision < %1$d
                 UNION ALL
                SELECT v.station_code, v.valid_from, v.valid_to, v.measured_pollutants
                  FROM air_stations_history v WHERE v.superseded_revision = %1$d),
            days AS (
                SELECT d.station_code, d.date FROM touched t JOIN air_daily d ON d.station_code = t.station_code
                 UNION
                SELECT q.bucket_key, q.bucket_day FROM touched t JOIN rollup_queue q ON q.dataset = 'air-daily' AND q.bucket_key = t.station_code)
            SELECT d.station_code, d.date
              FROM days d
              LEFT JOIN air_stations n ON n.station_code = d.station_code AND d.date >= n.valid_from AND (n.valid_to IS NULL OR d.date < n.valid_to)
              LEFT JOIN before o ON o.station_code = d.station_code AND d.date >= o.valid_from AND (o.valid_to IS NULL OR d.date < o.valid_to)
             WHERE n.measured_pollutants IS DISTINCT FROM o.measured_pollutants
            """;

    private StaleDays() {
    }

    /** A statement that queues the days of stations whose plan a revision of the register changed. */
    static String ofRevision(long revision) {
        return RollupQueue.adding("air-daily", OF_PLAN.formatted(revision));
    }

    /** @param touched SQL that yields level, code and observed_at of the city hours a change of the register reaches */
    static void followCities(Connection connection, String touched) throws SQLException {
        RollupQueue.add(connection, "air-cities-daily", CityMembership.WITH + """

                SELECT t.code, ((t.observed_at - interval '1 microsecond') AT TIME ZONE INTERVAL '+08:00')::date
                  FROM (%s) AS t(level, code, observed_at)""".formatted(touched));
    }

    /** @param connection whose {@link TouchedDays} have been gathered */
    static void followStage(Connection connection) throws SQLException {
        RollupQueue.add(connection, "air-daily", OF_STAGE);
        RollupQueue.add(connection, "air-cities-daily", CITIES);
    }
}
