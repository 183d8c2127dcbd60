package org.envdisclosure.water;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.rollup.RollupQueue;
import org.envdisclosure.water.rules.WaterClass;

/** Leaves the assessments that rest on changed rows in the queue. */
final class StaleAssessments {

    private static final String MONTH = "date_trunc('month', r.sampled_at AT TIME ZONE INTERVAL '+08:00')::date";
    private static final String IS_SOURCE = "EXISTS (SELECT FROM water_sections v WHERE v.section_code = r.section_code AND v.section_role = 'drinking_source')";

    private static final String OF_STAGE = "SELECT 'month|section|' || r.section_code, " + MONTH + " FROM %1$s r WHERE r.verdict IN ('i', 'c', 'r')";
    private static final String SOURCES_OF_STAGE =
            " UNION SELECT 'month|drinking_source|' || r.section_code, " + MONTH + " FROM %1$s r WHERE r.verdict IN ('i', 'c', 'r') AND " + IS_SOURCE;

    /**
     * Every period of the sections of which a revision of the register changed the days of a version or what an assessment uses of it,
     * found among the rows they are computed from: an assessment that is being computed just now cannot be seen yet.
     */
    private static final String OF_REGISTER = """
            SELECT k.kind || '|' || p.scope || '|' || m.section_code, date_trunc(k.kind, m.month)::date
              FROM (SELECT section_code, bool_or(section_role = 'drinking_source') AS is_source
                      FROM (SELECT * FROM (SELECT %3$s FROM water_sections WHERE revision = %1$d
                                    EXCEPT SELECT %3$s FROM water_sections_history WHERE superseded_revision = %1$d) AS n
                             UNION ALL
                            SELECT * FROM (SELECT %3$s FROM water_sections_history WHERE superseded_revision = %1$d
                                    EXCEPT SELECT %3$s FROM water_sections WHERE revision = %1$d) AS o) AS c
                     GROUP BY section_code) AS v
             CROSS JOIN LATERAL (
                   SELECT r.section_code, %2$s AS month, false AS by_hand FROM water_readings r WHERE r.section_code = v.section_code
                    UNION
                   SELECT r.section_code, %2$s, true FROM water_samples r WHERE r.section_code = v.section_code
                    UNION
                   SELECT w.code, w.period_start, false FROM water_assessments w
                    WHERE w.scope = 'section' AND w.code = v.section_code AND w.period_kind = 'month') AS m
             CROSS JOIN (VALUES ('month'), ('quarter'), ('year')) AS k(kind)
             CROSS JOIN (VALUES ('section'), ('drinking_source')) AS p(scope)
             WHERE p.scope = 'section' OR v.is_source AND m.by_hand""";

    private static final String VERSION = "section_code, valid_from, valid_to, " + String.join(", ", SectionFacts.COLUMNS);

    /** What changed in the rows of a stage, each with what stood there before. */
    private static final String CHANGED = """
            WITH changed AS (
                SELECT s.period_kind, s.scope, s.code, s.period_start, s.verdict = 'i' AND 'water_class:missing' = ANY(s.flags) AS silent,
                       ROW(%3$s) IS DISTINCT FROM ROW(%4$s) AS differs, ROW(%5$s) IS DISTINCT FROM ROW(%6$s) AS compares,
                       s.basin AS basin, s.waterbody AS waterbody, %7$s AS river, s.section_role AS role, s.responsible_city_code AS city,
                       h.basin AS old_basin, h.waterbody AS old_waterbody, %8$s AS old_river, h.section_role AS old_role,
                       h.responsible_city_code AS old_city
                  FROM %1$s s
                  LEFT JOIN water_assessments_history h ON h.superseded_revision = %2$d AND h.period = s.period AND h.scope = s.scope AND h.code = s.code
                 WHERE s.verdict IN ('i', 'r'))
            """;

    /** Longer periods of the same section or source; what its places make together, then and now (not a first row of
     * silence, which is none of their inputs); the periods it is compared with. */
    private static final String FOLLOWING = CHANGED + """
            SELECT k.kind || '|' || c.scope || '|' || c.code, date_trunc(k.kind, c.period_start)::date
              FROM changed c CROSS JOIN (VALUES ('quarter'), ('year')) AS k(kind)
             WHERE c.differs AND c.period_kind = 'month' AND c.scope IN ('section', 'drinking_source')
             UNION
            SELECT c.period_kind || '|' || g.scope || '|' || g.code, c.period_start
              FROM changed c
             CROSS JOIN LATERAL (VALUES
                   ('river', c.river, c.waterbody = 'river', c.role), ('lake', c.river, c.waterbody <> 'river', c.role), ('basin', c.basin, c.waterbody = 'river', c.role),
                   ('river', c.old_river, c.old_waterbody = 'river', c.old_role), ('lake', c.old_river, c.old_waterbody <> 'river', c.old_role),
                   ('basin', c.old_basin, c.old_waterbody = 'river', c.old_role)) AS g(scope, code, holds, role)
             WHERE c.differs AND NOT c.silent AND c.scope = 'section' AND g.holds AND g.code IS NOT NULL AND coalesce(g.role, '') <> 'drinking_source'
             UNION
            SELECT c.period_kind || '|drinking_source_city|' || g.city, c.period_start
              FROM changed c CROSS JOIN LATERAL (VALUES (c.city), (c.old_city)) AS g(city)
             WHERE c.differs AND c.scope = 'drinking_source' AND g.city IS NOT NULL
             UNION
            SELECT c.period_kind || '|' || c.scope || '|' || c.code, n.day
              FROM changed c
             CROSS JOIN LATERAL (VALUES
                   ((c.period_start + CASE c.period_kind WHEN 'month' THEN interval '1 month' WHEN 'quarter' THEN interval '3 months' ELSE interval '1 year' END)::date),
                   ((c.period_start + interval '1 year')::date)) AS n(day)
              JOIN water_assessments t ON t.scope = c.scope AND t.code = c.code AND t.period_kind = c.period_kind AND t.period_start = n.day
             WHERE c.compares""";

    private StaleAssessments() {
    }

    /** After readings or samples of a stage were published. */
    static void followStage(Connection connection, StoredTable table) throws SQLException {
        String sources = table == WaterTables.SAMPLES ? SOURCES_OF_STAGE : "";
        RollupQueue.add(connection, AssessmentTable.DATASET, (OF_STAGE + sources).formatted(table.stage()));
    }

    /** A statement that queues what a revision of the register changed. */
    static String queuedBy(long revision) {
        return RollupQueue.adding(AssessmentTable.DATASET, OF_REGISTER.formatted(revision, MONTH, VERSION) + " UNION " + StalePlaces.ofRegister(revision));
    }

    /** After assessments of the stage were published. */
    static void follow(Connection connection, long revision) throws SQLException {
        RollupQueue.add(connection, AssessmentTable.DATASET, FOLLOWING.formatted(AssessmentTable.STORED.stage(), revision,
                inputs("s"), inputs("h"), compared("s"), compared("h"), PlacesTogether.CODE.formatted("s"), PlacesTogether.CODE.formatted("h"))
                + " UNION " + StalePlaces.silent(AssessmentTable.STORED.stage()));
    }

    /** What a section or source passes on to what is computed from it. */
    private static String inputs(String alias) {
        return Stream.concat(SectionFacts.COLUMNS.stream(), Stream.of(AssessmentTable.MEANS, "compliance", "supply_volume", "supply_volume_met", "sources", "exceeding_parameters",
                "reference_exceeding", "undetermined_items", "data_status")).map(column -> alias + "." + column).collect(Collectors.joining(", "));
    }

    /** What {@link EarlierPeriods} reads. */
    private static String compared(String alias) {
        Stream<String> columns = Stream.concat(Stream.of("water_class", "quality", "evaluation_method"), EarlierPeriods.OF_SOURCES.stream());
        return alias + ".evaluated_items IS NULL, " + Stream.concat(columns, Stream.of(WaterClass.values()).map(AssessmentColumns::counted))
                .map(column -> alias + "." + column).collect(Collectors.joining(", "));
    }
}
