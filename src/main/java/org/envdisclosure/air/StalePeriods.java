package org.envdisclosure.air;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.rollup.RollupQueue;

/** Leaves the periods that changed days belong to in the queue, and last year's changes with the period that is compared with them. */
final class StalePeriods {

    private StalePeriods() {
    }

    /**
     * A day that had no value and has none now changes no period.
     *
     * @param days     whose stage has been published
     * @param revision by which
     */
    static void follow(Connection connection, StoredTable days, long revision) throws SQLException {
        String place = days.key().get(0).name();
        String changed = """
                SELECT s.%1$s AS place, s.date FROM %2$s s
                 WHERE s.verdict IN ('i', 'r') AND (%3$s OR EXISTS (
                       SELECT 1 FROM %4$s_history h WHERE h.superseded_revision = %5$d AND h.%1$s = s.%1$s AND h.date = s.date AND %6$s))
                """.formatted(place, days.stage(), anyValue("s."), days.name(), revision, anyValue("h."));
        for (PeriodTable period : Arrays.stream(PeriodTable.values()).filter(one -> one.days().equals(days.name())).toList()) {
            RollupQueue.add(connection, period.dataset(), """
                    WITH changed AS (%1$s)
                    SELECT c.place, date_trunc('%2$s', c.date)::date FROM changed c
                     UNION
                    SELECT c.place, (date_trunc('%2$s', c.date) + interval '1 year')::date FROM changed c
                      JOIN %3$s t ON t.%4$s = c.place AND t.period_start = (date_trunc('%2$s', c.date) + interval '1 year')::date
                    """.formatted(changed, period.unit(), period.table(), period.place()));
        }
    }

    private static String anyValue(String alias) {
        return "num_nonnulls(" + String.join(", ", List.of("pm25", "pm10", "so2", "no2", "co", "o3_8h_max", "aqi").stream()
                .map(column -> alias + column).toList()) + ") > 0";
    }
}
