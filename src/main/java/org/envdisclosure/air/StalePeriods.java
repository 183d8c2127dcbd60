package org.envdisclosure.air;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.rollup.RollupQueue;

/** Leaves the periods that changed days belong to in the queue, and last year's changes with the period that is compared with them. */
final class StalePeriods {

    /**
     * Days that changed in something a period reads, and whether they have or had a value: one without values counts only where the
     * period has none either. The year after is looked for among the days, not among the periods: one that is being computed just
     * now cannot be seen yet, while the days of a table are published one revision after the other.
     */
    private static final String STALE = """
            WITH changed AS (
                SELECT s.%1$s AS place, date_trunc('%2$s', s.date)::date AS period_start, bool_or(%3$s OR %4$s) AS counts
                  FROM %5$s s
                  LEFT JOIN %6$s_history h ON h.superseded_revision = %7$d AND h.%1$s = s.%1$s AND h.date = s.date
                 WHERE s.verdict IN ('i', 'r') AND ROW(%8$s) IS DISTINCT FROM ROW(%9$s)
                 GROUP BY 1, 2)
            SELECT c.place, c.period_start
              FROM changed c
              LEFT JOIN %10$s t ON t.%1$s = c.place AND t.period_start = c.period_start
             WHERE c.counts OR t.period IS NULL
                OR greatest(t.valid_days_pm25, t.valid_days_pm10, t.valid_days_so2, t.valid_days_no2, t.valid_days_o3, t.valid_days_co) = 0
             UNION
            SELECT c.place, (c.period_start + interval '1 year')::date
              FROM changed c
             WHERE c.counts AND EXISTS (SELECT FROM %6$s d WHERE d.%1$s = c.place
                   AND d.date >= c.period_start + interval '1 year' AND d.date < c.period_start + interval '1 year' + interval '%11$s')
            """;

    private StalePeriods() {
    }

    /**
     * @param days     whose stage has been published
     * @param revision by which
     */
    static void follow(Connection connection, StoredTable days, long revision) throws SQLException {
        for (PeriodTable period : PeriodTable.values()) {
            if (period.days().equals(days.name())) {
                RollupQueue.add(connection, period.dataset(), STALE.formatted(period.place(), period.unit(),
                        DailyTables.hasValue("s"), DailyTables.hasValue("h"), days.stage(), days.name(), revision,
                        read(period, "s"), read(period, "h"), period.table(), period.length()));
            }
        }
    }

    /**
     * Queues periods that a service of before they had their editions computed, as one may still do during a rolling upgrade.
     *
     * @return how many
     */
    static int queueWithoutEditions(Connection connection) throws SQLException {
        int queued = 0;
        for (PeriodTable period : PeriodTable.values()) {
            queued += RollupQueue.add(connection, period.dataset(),
                    "SELECT %s, period_start FROM %s WHERE aqi_standards IS NULL".formatted(period.place(), period.table()));
        }
        return queued;
    }

    /** What {@link PeriodRollup} reads of a day. */
    private static String read(PeriodTable period, String alias) {
        List<String> ofDays = List.of("o3_1h_max", "primary_pollutants", "flags", "data_status");
        List<String> ofCities = period.ofCities() ? List.of("city_name", "level") : List.of();
        return String.join(", ", Stream.of(DailyTables.VALUES, ofDays, ofCities).flatMap(List::stream).map(column -> alias + "." + column).toList());
    }
}
