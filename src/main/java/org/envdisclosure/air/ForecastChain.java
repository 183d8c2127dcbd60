package org.envdisclosure.air;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.envdisclosure.platform.ingest.StoredTable.Field;

/**
 * Which issue each issue follows: the one before it of the same city, issuer and day. An older issue that comes late is put between
 * those that stand already, and the one after it is published anew.
 */
final class ForecastChain {

    private static final String CHAIN = """
            WITH touched AS (
                SELECT DISTINCT city_code, issuer, date FROM stage_air_forecasts WHERE verdict IN ('i', 'c', 'r')),
            issues AS (
                SELECT f.city_code, f.issuer, f.date, f.issued_at FROM touched t JOIN air_forecasts f USING (city_code, issuer, date)
                UNION
                SELECT s.city_code, s.issuer, s.date, s.issued_at FROM stage_air_forecasts s WHERE s.verdict = 'i'),
            chain AS (
                SELECT city_code, issuer, date, issued_at,
                       lag(issued_at) OVER (PARTITION BY city_code, issuer, date ORDER BY issued_at) AS earlier
                  FROM issues)
            """;
    private static final String SAME_ISSUE = "%1$s.city_code = %2$s.city_code AND %1$s.issuer = %2$s.issuer AND %1$s.date = %2$s.date AND %1$s.issued_at = %2$s.issued_at";
    private static final String FILL_STAGED = CHAIN + """
            UPDATE stage_air_forecasts AS s SET supersedes = c.earlier FROM chain AS c WHERE s.verdict IN ('i', 'c', 'r') AND %s
            """.formatted(SAME_ISSUE.formatted("s", "c"));
    private static final String ADD_FOLLOWING = CHAIN + """
            INSERT INTO stage_air_forecasts (sequence, line, kind, raw, verdict, %s)
            SELECT 0, 0, 'k', '', 'r', %s
              FROM chain AS c JOIN air_forecasts AS f ON %s
             WHERE f.supersedes IS DISTINCT FROM c.earlier
               AND NOT EXISTS (SELECT 1 FROM stage_air_forecasts g WHERE g.verdict IN ('c', 'r') AND %s)
            """.formatted(names(""), names("f.").replace("f.supersedes", "c.earlier"), SAME_ISSUE.formatted("f", "c"), SAME_ISSUE.formatted("g", "f"));

    private ForecastChain() {
    }

    private static String names(String alias) {
        return String.join(", ", ForecastTables.FORECASTS.staged().stream().map(Field::name).map(name -> alias + name).toList());
    }

    /** Fills in the stage of {@link ForecastTables#FORECASTS}, whose rows have their verdicts. */
    static void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(FILL_STAGED);
            statement.executeUpdate(ADD_FOLLOWING);
        }
    }
}
