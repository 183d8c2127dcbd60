package org.envdisclosure.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.envdisclosure.platform.ingest.Recomputation;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.rollup.Rollup;
import org.envdisclosure.platform.rollup.RollupQueue;
import org.envdisclosure.platform.sql.CopyText;

/**
 * The judgement of results after a change of the limits: a late limit, or one whose days are corrected, needs no result to be sent
 * again. A bucket is an outlet, as {@code source/outlet}, and a month.
 */
@ApplicationScoped
class MonitoringJudgements implements Rollup {

    /** Some thousand rows each. */
    private static final int AT_ONCE = 20;
    private static final String BUCKET = "r.source_id || '/' || r.outlet_code, " + MonitoringTables.MONTH;
    private static final String VERSION = """
            SELECT limit_id, source_id, outlet_code, factor_code, averaging, valid_from, valid_to,
                   jsonb_build_array(limit_low, limit_high, unit, judged_on, limit_standard) AS said
              FROM""";
    /** Of a version that says the same and only ends elsewhere, the days between the two ends. */
    private static final String CHANGED = """
            SELECT DISTINCT %3$s
              FROM (SELECT coalesce(n.source_id, o.source_id) AS source_id, coalesce(n.outlet_code, o.outlet_code) AS outlet_code,
                           coalesce(n.factor_code, o.factor_code) AS factor_code, coalesce(n.averaging, o.averaging) AS averaging,
                           CASE WHEN n.said = o.said THEN least(n.valid_to, o.valid_to) ELSE coalesce(n.valid_from, o.valid_from) END AS from_day,
                           CASE WHEN n.limit_id IS NOT NULL AND n.valid_to IS NULL OR o.limit_id IS NOT NULL AND o.valid_to IS NULL THEN NULL
                                ELSE greatest(n.valid_to, o.valid_to) END AS to_day
                      FROM (%2$s sources_limits WHERE revision = %1$d) AS n
                      FULL JOIN (%2$s sources_limits_history WHERE superseded_revision = %1$d) AS o
                        ON o.limit_id = n.limit_id AND o.valid_from = n.valid_from
                     WHERE ROW(n.said, n.valid_to) IS DISTINCT FROM ROW(o.said, o.valid_to)) AS c
              JOIN sources_monitoring r ON r.source_id = c.source_id AND r.outlet_code = c.outlet_code AND r.factor_code = c.factor_code
               AND (c.averaging = 'any' OR r.averaging = c.averaging)
               AND r.observed_at >= c.from_day::timestamp AT TIME ZONE INTERVAL '+08:00'
               AND (c.to_day IS NULL OR r.observed_at <= c.to_day::timestamp AT TIME ZONE INTERVAL '+08:00')""";
    private static final String OF_STAGE = "SELECT DISTINCT " + BUCKET + " FROM stage_sources_monitoring r WHERE r.verdict IN ('i', 'c', 'r')";
    private static final String LIMITS = RegisteredLimits.QUERY + """
             WHERE (source_id, outlet_code) IN (SELECT split_part(bucket_key, '/', 1), split_part(bucket_key, '/', 2) FROM rollup_due)
            """;
    private static final String RESULTS = """
            SELECT %s
              FROM rollup_due d
              JOIN sources_monitoring r ON r.source_id = split_part(d.bucket_key, '/', 1) AND r.outlet_code = split_part(d.bucket_key, '/', 2)
               AND r.observed_at > d.bucket_day::timestamp AT TIME ZONE INTERVAL '+08:00'
               AND r.observed_at <= (d.bucket_day + interval '1 month') AT TIME ZONE INTERVAL '+08:00'
            """.formatted(MonitoringTables.RESULTS.staged().stream().map(field -> "r." + field.name()).collect(Collectors.joining(", ")));

    /** A statement that queues the results which a revision of the limits judges otherwise. */
    static String queuedBy(long revision) {
        return RollupQueue.adding("sources-monitoring", CHANGED.formatted(revision, VERSION, BUCKET));
    }

    /** Queues the results in the stage of {@link MonitoringTables#RESULTS}. */
    static void followStage(Connection connection) throws SQLException {
        RollupQueue.add(connection, "sources-monitoring", OF_STAGE);
    }

    @Override
    public StoredTable table() {
        return MonitoringTables.RESULTS;
    }

    @Override
    public boolean judgesItself() {
        return true;
    }

    /** Nothing lies between the results and their judgement. */
    @Override
    public int steps() {
        return 1;
    }

    @Override
    public int bucketsAtOnce() {
        return AT_ONCE;
    }

    @Override
    public void compute(Connection connection, Stage stage) throws SQLException, IOException {
        RegisteredLimits limits = new RegisteredLimits();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(LIMITS)) {
            limits.take(rows);
        }
        Recomputation.stageRows(connection, RESULTS, (row, out) -> write(limits, row, out), stage);
    }

    private static void write(RegisteredLimits limits, ResultSet row, CopyText out) throws SQLException {
        ResultKey key = ResultKey.of(row);
        new MonitoringResult(key, ReportedResult.of(row), limits.of(key), row.getString("data_status")).write(out, row.getString("revision_note"));
    }
}
