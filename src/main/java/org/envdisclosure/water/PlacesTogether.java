package org.envdisclosure.water;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.envdisclosure.platform.register.Register;
import org.envdisclosure.platform.sql.TextArray;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.assessment.AssessedSection;
import org.jspecify.annotations.Nullable;

/** The sections of a river or basin, or the points of a lake, in the same period. Sources of drinking water are told apart. */
final class PlacesTogether {

    /** Basin and river, since rivers of one name run in many basins; qualified by the given alias. */
    static final String CODE = "(CASE WHEN %1$s.basin IS NULL THEN %1$s.river ELSE %1$s.basin || '/' || %1$s.river END) COLLATE \"C\"";

    /** A bucket with no section left still has a row, of none, if it ever had one. */
    static final String ROWS = AssessmentBucket.DUE + """
            , registered AS (
                SELECT d.bucket_key, d.bucket_day, count(DISTINCT v.section_code) AS expected
                  FROM due d
                  JOIN water_sections v ON %4$s
                   AND v.valid_from < d.bucket_end AND (v.valid_to IS NULL OR v.valid_to >= d.bucket_end)
                 WHERE d.scope IN ('river', 'basin', 'lake') AND (v.valid_from > '%5$s' OR %3$s)
                 GROUP BY d.bucket_key, d.bucket_day)
            SELECT d.bucket_key, d.bucket_day, d.kind, d.scope, d.code, s.code AS section_code, %1$s, s.item_means, s.data_status, k.code IS NOT NULL AS known,
                   coalesce(n.expected, 0) AS expected
              FROM due d
              LEFT JOIN water_assessments s ON s.scope = 'section' AND s.period_kind = d.kind AND s.period_start = d.bucket_day
               AND %2$s
              LEFT JOIN registered n ON n.bucket_key = d.bucket_key AND n.bucket_day = d.bucket_day
              LEFT JOIN water_assessments k ON k.scope = d.scope AND k.code = d.code AND k.period_kind = d.kind AND k.period_start = d.bucket_day
             WHERE d.scope IN ('river', 'basin', 'lake')
             ORDER BY d.bucket_key, d.bucket_day, s.code
            """.formatted(SectionMonth.facts("s"), belongs("s"), SectionMonth.reportedBefore("v.section_code", "d.bucket_end"), belongs("v"), Register.START_NOT_KNOWN);

    /** Whether a section, or a version of it in the register, is part of the bucket {@code d}. */
    static String belongs(String alias) {
        return """
                coalesce(%1$s.section_role, '') <> 'drinking_source' AND (%1$s.waterbody = 'river') = (d.scope <> 'lake')
                 AND CASE d.scope WHEN 'basin' THEN %1$s.basin COLLATE "C" ELSE %2$s END = d.code""".formatted(alias, CODE.formatted(alias));
    }

    private final AssessmentRules rules;
    private final Predicate<AssessedSection> counts;
    private final Map<String, SectionFacts> facts = new TreeMap<>();
    private final Map<String, SectionFacts> silent = new TreeMap<>();
    private final List<AssessedSection> sections = new ArrayList<>();
    private final LowestStatus status = new LowestStatus();
    private boolean known;
    private int registered;

    /** @param counts whether a section is part of what is made of them */
    PlacesTogether(AssessmentRules rules, Predicate<AssessedSection> counts) {
        this.rules = rules;
        this.counts = counts;
    }

    AssessmentRules rules() {
        return rules;
    }

    void add(ResultSet row) throws SQLException {
        known = row.getBoolean("known");
        registered = row.getInt("expected");
        String code = row.getString("section_code");
        if (code != null) {
            SectionFacts own = SectionFacts.of(row);
            AssessedSection section = AssessedSection.of(code, rules.of(own), KeptMeans.read(TextArray.of(row.getArray("item_means"))));
            (section.means().counts().isEmpty() ? silent : facts).put(code, own);
            sections.add(section);
            status.add(row.getString("data_status"), counts.test(section));
        }
    }

    boolean isEmpty() {
        return sections.isEmpty() && !known;
    }

    List<AssessedSection> sections() {
        return sections;
    }

    /** Sections of the register on the period's last day, whether they reported or not. */
    int expected() {
        return registered;
    }

    /** Of the sections that have something to say; where none has, of all. */
    List<SectionFacts> facts() {
        return List.copyOf((facts.isEmpty() ? silent : facts).values());
    }

    @Nullable String nameOf(String code) {
        SectionFacts own = facts.get(code);
        return own == null ? null : own.name();
    }

    String status() {
        return status.wire();
    }

    Set<WaterItem> characteristic() {
        Set<WaterItem> all = EnumSet.noneOf(WaterItem.class);
        facts.values().forEach(own -> all.addAll(own.characteristic()));
        return all;
    }
}
