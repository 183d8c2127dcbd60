package org.envdisclosure.air;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.platform.rollup.RollupQueue;
import org.jspecify.annotations.Nullable;

/** Leaves the months whose completeness changed in the queue, and their years. A day that has not ended yet waits for {@link EndedDays}. */
final class StaleCompleteness {

    private static final String MONTHS = CompletenessTables.MONTHS.dataset();
    /** Held until commit: the day that ends next does so before this change or sees it. */
    private static final String ENDED = "ended AS MATERIALIZED (SELECT through FROM air_days_ended FOR SHARE)";
    /** A station whose first hour has moved owes the months from there to the hour that was the first, or until now, but none after its service. */
    private static final String MOVED = """
            SELECT m.station_code, month::date
              FROM %s m
              JOIN ended e ON day_of_hour(m.first_hour) <= e.through
             CROSS JOIN LATERAL generate_series(date_trunc('month', day_of_hour(m.first_hour)::timestamp),
                                                least(day_of_hour(m.before), e.through)::timestamp, interval '1 month') AS month
             WHERE EXISTS (SELECT FROM air_stations v WHERE v.station_code = m.station_code AND (v.valid_to IS NULL OR v.valid_to > month::date))
            """.formatted(FirstHours.MOVED);
    private static final String HOURS = """
            WITH %s
            SELECT s.station_code, date_trunc('month', s.day)::date
              FROM %s s JOIN ended e ON s.day <= e.through
             WHERE s.received
             UNION
            """.formatted(ENDED, TouchedDays.TABLE) + MOVED;
    private static final String DAYS = """
            WITH %1$s
            SELECT s.station_code, date_trunc('month', s.date)::date
              FROM stage_air_daily s
              JOIN ended e ON s.date <= e.through
              LEFT JOIN air_daily_history h ON h.superseded_revision = %2$d AND h.station_code = s.station_code AND h.date = s.date
             WHERE s.verdict IN ('i', 'r') AND ROW(%3$s) IS DISTINCT FROM ROW(%4$s)
            """;
    private static final String YEARS = """
            SELECT s.station_code, date_trunc('year', s.period_start)::date FROM stage_air_completeness s WHERE s.verdict IN ('i', 'r')
            """;
    private static final String STATIONS = """
            SELECT f.station_code, month::date
              FROM air_first_hours f
             CROSS JOIN LATERAL generate_series(date_trunc('month', greatest(day_of_hour(f.first_hour), DATE '%1$s')::timestamp),
                                                DATE '%2$s'::timestamp, interval '1 month') AS month
             WHERE EXISTS (SELECT FROM air_stations v WHERE v.station_code = f.station_code AND (v.valid_to IS NULL OR v.valid_to > month::date))
            """;

    /** The months in which a station's service or plan has become another. */
    private static final String OF_REGISTER = """
            WITH %2$s,
            cities AS (
                %5$s),
            days AS (
                %6$s)
            INSERT INTO rollup_queue (dataset, bucket_key, bucket_day)
            SELECT DISTINCT '%3$s', c.station_code, CAST(month AS date)
              FROM (SELECT coalesce(n.station_code, o.station_code) AS station_code,
                           CASE WHEN n.valid_from = o.valid_from AND n.measured_pollutants IS NOT DISTINCT FROM o.measured_pollutants
                                THEN least(n.valid_to, o.valid_to) ELSE coalesce(n.valid_from, o.valid_from) END AS from_day,
                           greatest(CASE WHEN n.valid_from IS NOT NULL THEN coalesce(n.valid_to, DATE 'infinity') END,
                                    CASE WHEN o.valid_from IS NOT NULL THEN coalesce(o.valid_to, DATE 'infinity') END) AS to_day
                      FROM (%4$s air_stations v WHERE v.revision = %1$d) AS n
                      FULL JOIN (%4$s air_stations_history v WHERE v.superseded_revision = %1$d) AS o
                        ON o.station_code = n.station_code AND o.valid_from = n.valid_from
                     WHERE n.valid_from IS NULL OR o.valid_from IS NULL
                        OR ROW(n.measured_pollutants, n.valid_to) IS DISTINCT FROM ROW(o.measured_pollutants, o.valid_to)) AS c
              JOIN air_first_hours f ON f.station_code = c.station_code
             CROSS JOIN ended e
             CROSS JOIN LATERAL generate_series(date_trunc('month', CAST(greatest(c.from_day, day_of_hour(f.first_hour)) AS timestamp)),
                                                CAST(least(c.to_day, e.through) AS timestamp), interval '1 month') AS month
            """;

    private StaleCompleteness() {
    }

    /**
     * The statement that follows a change of the register by {@code revision}.
     *
     * @param cities INSERT that is to follow too
     * @param days   another one
     */
    static String besides(String cities, String days, long revision) {
        return OF_REGISTER.formatted(revision, ENDED, MONTHS, "SELECT v.station_code, v.valid_from, v.valid_to, v.measured_pollutants FROM", cities, days);
    }

    /** @param connection whose {@link TouchedDays} have been gathered and whose first hours have followed */
    static void followHours(Connection connection) throws SQLException {
        RollupQueue.add(connection, MONTHS, HOURS);
    }

    /** @param connection whose first hours have moved without a batch */
    static void followFirstHours(Connection connection) throws SQLException {
        RollupQueue.add(connection, MONTHS, "WITH " + ENDED + "\n" + MOVED);
    }

    /** @param revision by which the days of the stage have been published */
    static void followDays(Connection connection, long revision) throws SQLException {
        RollupQueue.add(connection, MONTHS, DAYS.formatted(ENDED, revision, lacking("s"), lacking("h")));
    }

    /** Which values a day has: what counts it as valid. */
    private static String lacking(String alias) {
        return Stream.of("pm25", "pm10", "so2", "no2", "o3_8h_max", "co").map(column -> alias + "." + column + " IS NULL").collect(Collectors.joining(", "));
    }

    /** @param connection whose stage of {@link CompletenessTables#MONTHS} has been published */
    static void followMonths(Connection connection) throws SQLException {
        RollupQueue.add(connection, CompletenessTables.YEARS.dataset(), YEARS);
    }

    /**
     * Every station that has reported owes the months in which days have ended, unless the register says it had ended before.
     *
     * @param after the last day that had ended before; null when none had
     * @param to    the last that has ended now
     */
    static int followClock(Connection connection, @Nullable LocalDate after, LocalDate to) throws SQLException {
        return RollupQueue.add(connection, MONTHS, STATIONS.formatted(after == null ? "-infinity" : after.plusDays(1), to));
    }
}
