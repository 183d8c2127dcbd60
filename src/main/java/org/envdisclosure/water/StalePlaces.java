package org.envdisclosure.water;

/** Queries of buckets that rest on who reports at all: what a river, basin or lake has of sections, and sections that are silent. */
final class StalePlaces {

    private static final String VERSION = "section_code, valid_from, valid_to, basin, river, waterbody, section_role";
    /**
     * Places of which a revision of the register changed how many sections they have, and the months in which those sections may be
     * silent. What is being computed just now still stands in the queue for everybody else.
     */
    private static final String OF_REGISTER = """
            SELECT b.bucket_key, b.bucket_day
              FROM (WITH c AS (
                        SELECT DISTINCT s.section_code, s.basin, %3$s AS river, s.waterbody
                          FROM (SELECT * FROM (SELECT %2$s FROM water_sections WHERE revision = %1$d
                                        EXCEPT SELECT %2$s FROM water_sections_history WHERE superseded_revision = %1$d) AS n
                                 UNION ALL
                                SELECT * FROM (SELECT %2$s FROM water_sections_history WHERE superseded_revision = %1$d
                                        EXCEPT SELECT %2$s FROM water_sections WHERE revision = %1$d) AS o) AS s
                         WHERE coalesce(s.section_role, '') <> 'drinking_source'),
                    p AS (
                        SELECT DISTINCT g.scope, g.code
                          FROM c CROSS JOIN LATERAL (VALUES ('river', c.river, c.waterbody = 'river'), ('lake', c.river, c.waterbody <> 'river'),
                                                            ('basin', c.basin, c.waterbody = 'river')) AS g(scope, code, holds)
                         WHERE g.holds AND g.code IS NOT NULL),
                    known AS (
                        SELECT m.period_kind AS kind, p.scope, p.code, m.period_start AS day
                          FROM p JOIN water_assessments m ON m.scope = p.scope AND m.code = p.code COLLATE "C"
                         UNION
                        SELECT k.kind, p.scope, p.code, q.bucket_day
                          FROM p CROSS JOIN (VALUES ('month'), ('quarter'), ('year')) AS k(kind)
                          JOIN rollup_queue q ON q.dataset = 'water-assessments' AND q.bucket_key = k.kind || '|' || p.scope || '|' || p.code)
                    SELECT kind || '|' || scope || '|' || code, day FROM known
                     UNION
                    SELECT 'month|section|' || c.section_code, known.day
                      FROM known JOIN c ON known.kind = 'month' AND known.code = CASE known.scope WHEN 'basin' THEN c.basin ELSE c.river END
                     WHERE %4$s) AS b(bucket_key, bucket_day)""";
    /**
     * Who reported before and is silent in a month: sections of a place that has just got its first row of the month, and a section that
     * has just got its first month, in the later ones of its places. Whoever has values in the month waits in the queue already.
     */
    private static final String SILENT = """
            SELECT 'month|section|' || v.section_code, d.day
              FROM (SELECT s.scope, s.code, s.period_start AS day, s.period_end
                      FROM %1$s s WHERE s.verdict = 'i' AND s.period_kind = 'month' AND s.scope IN ('river', 'basin', 'lake')) AS d
              JOIN water_sections v ON %2$s
               AND v.valid_from < d.period_end AND (v.valid_to IS NULL OR v.valid_to >= d.period_end)
             WHERE %5$s AND %3$s
             UNION
            SELECT 'month|section|' || v.section_code, d.day
              FROM (SELECT s.code AS section_code, s.basin, %4$s AS river, min(s.period_start) AS first
                      FROM %1$s s
                     WHERE s.verdict = 'i' AND s.period_kind = 'month' AND s.scope = 'section' AND NOT 'water_class:missing' = ANY(s.flags)
                       AND (SELECT e.code FROM water_assessments e
                             WHERE e.scope = 'section' AND e.code = s.code AND e.period_kind = 'month' AND e.period_start < s.period_start LIMIT 1) IS NULL
                     GROUP BY 1, 2, 3) AS v
             CROSS JOIN LATERAL (VALUES ('river', v.river), ('lake', v.river), ('basin', v.basin)) AS g(scope, code)
             CROSS JOIN LATERAL (
                   SELECT t.period_start AS day FROM water_assessments t
                    WHERE t.scope = g.scope AND t.code = g.code COLLATE "C" AND t.period_kind = 'month' AND t.period_start > v.first OFFSET 0) AS d
             WHERE %5$s""";
    // one look at the index for each; as an anti-join it is a walk through all assessments
    private static final String NOT_ASSESSED = """
            (SELECT e.code FROM water_assessments e
              WHERE e.scope = 'section' AND e.code = v.section_code AND e.period_kind = 'month' AND e.period_start = d.day LIMIT 1) IS NULL""";

    private StalePlaces() {
    }

    /** Of a revision of the register. */
    static String ofRegister(long revision) {
        return OF_REGISTER.formatted(revision, VERSION, PlacesTogether.CODE.formatted("s"), SectionMonth.reportedBefore("c.section_code", "known.day"));
    }

    /** Of assessments published from a stage. */
    static String silent(String stage) {
        return SILENT.formatted(stage, PlacesTogether.belongs("v"), SectionMonth.reportedBefore("v.section_code", "d.day"), PlacesTogether.CODE.formatted("s"),
                NOT_ASSESSED);
    }
}
