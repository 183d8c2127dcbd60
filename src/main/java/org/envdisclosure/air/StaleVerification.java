package org.envdisclosure.air;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.envdisclosure.platform.rollup.RollupQueue;

/**
 * Leaves the city days whose forecasts must be verified anew in the queue, and the months whose scores follow. A day nobody foretold
 * and a forecast whose day has not come cost nothing.
 */
final class StaleVerification {

    // a batch of forecasts holds this until it commits: either it sees the day, or the day waits and then sees the forecasts
    private static final String MEET_FORECASTS = "SELECT revision FROM dataset_head WHERE dataset = 'air-forecasts' FOR SHARE";
    private static final String DAYS = """
            SELECT s.city_code, s.date
              FROM stage_air_cities_daily s
              LEFT JOIN air_cities_daily_history h ON h.city_code = s.city_code AND h.date = s.date AND h.superseded_revision = %d
             WHERE s.verdict IN ('i', 'r')
               AND ROW(s.aqi, s.primary_pollutants, s.data_status) IS DISTINCT FROM ROW(h.aqi, h.primary_pollutants, h.data_status)
               AND EXISTS (SELECT 1 FROM air_forecasts f WHERE f.city_code = s.city_code AND f.date = s.date)
            """;
    private static final String FORECASTS = """
            SELECT s.city_code, s.date
              FROM stage_air_forecasts s JOIN air_cities_daily c ON c.city_code = s.city_code AND c.date = s.date
             WHERE s.verdict IN ('i', 'c', 'r')
            """;
    private static final String MONTHS = """
            SELECT s.city_code, date_trunc('month', s.date)::date FROM stage_air_forecasts_verification s WHERE s.verdict IN ('i', 'r')
            """;

    private StaleVerification() {
    }

    /** @param revision by which the days of the stage have been published */
    static void followDays(Connection connection, long revision) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(MEET_FORECASTS);
        }
        RollupQueue.add(connection, ForecastTables.VERIFICATION.dataset(), DAYS.formatted(revision));
    }

    /** @param connection whose stage of {@link ForecastTables#FORECASTS} has been published */
    static void followForecasts(Connection connection) throws SQLException {
        RollupQueue.add(connection, ForecastTables.VERIFICATION.dataset(), FORECASTS);
    }

    /** @param connection whose stage of {@link ForecastTables#VERIFICATION} has been published */
    static void followVerification(Connection connection) throws SQLException {
        RollupQueue.add(connection, ForecastTables.SCORES.dataset(), MONTHS);
    }
}
