package org.envdisclosure.water;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.envdisclosure.water.rules.WaterItem;

/**
 * Samplings that come again with the same values after their station went out of normal operation: they say nothing new of the
 * sampling, whose class stands.
 */
final class RepeatedSamplings {

    // a zero is no value once the station is out of operation
    private static final String SAME = "s.section_code = n.section_code AND s.sampled_at = n.sampled_at AND n.station_state = 'normal' AND "
            + String.join(" AND ", WaterTables.AUTOMATIC.stream().map(WaterItem::column).map("(s.%1$s IS NOT DISTINCT FROM n.%1$s OR s.%1$s IS NULL AND n.%1$s = 0)"::formatted).toList());
    private static final String REPEATS = "SELECT max(n.sequence) AS normal, s.sequence AS repeated FROM stage_water_readings s JOIN stage_water_readings n ON " + SAME
            + " WHERE s.verdict = 'i' AND s.station_state <> 'normal' AND n.sequence < s.sequence GROUP BY s.sequence";
    // within the batch the normal one becomes the one that counts
    private static final String IN_BATCH = """
            WITH pairs AS (%s)
            UPDATE stage_water_readings AS t
               SET verdict = CASE WHEN t.sequence = pairs.normal THEN 'i' ELSE 'd' END
              FROM pairs WHERE t.sequence IN (pairs.normal, pairs.repeated)
            """.formatted(REPEATS);
    private static final String IN_TABLE = "UPDATE stage_water_readings AS s SET verdict = 'u' FROM water_readings AS n"
            + " WHERE s.verdict = 'i' AND s.station_state <> 'normal' AND " + SAME;

    private RepeatedSamplings() {
    }

    /** Under the dataset's lock, before the stage is compared; repeats of a key in the batch are settled already. */
    static void settle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(IN_BATCH);
            statement.executeUpdate(IN_TABLE);
        }
    }
}
