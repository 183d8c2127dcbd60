package org.envdisclosure.water;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.sql.TextArray;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.assessment.ItemMeans;
import org.envdisclosure.water.rules.assessment.SampleValue;
import org.envdisclosure.water.rules.assessment.SectionAssessment;
import org.envdisclosure.water.rules.assessment.SectionRule;

/** A quarter or year of a section from the means of its months, each with the same weight. */
final class SectionPeriod implements BucketGroup.Content {

    static final String ROWS = AssessmentBucket.DUE + """
            SELECT d.bucket_key, d.bucket_day, d.kind, d.scope, d.code, %1$s, m.item_means, m.data_status
              FROM due d
              LEFT JOIN LATERAL (%2$s) AS f ON true
              JOIN water_assessments m ON m.scope = 'section' AND m.code = d.code AND m.period_kind = 'month'
               AND m.period_start >= d.bucket_day AND m.period_start < d.bucket_end
             WHERE d.scope = 'section' AND d.kind <> 'month'
             ORDER BY d.bucket_key, d.bucket_day, m.period_start
            """.formatted(SectionMonth.facts("f"), SectionVersions.on(SectionMonth.facts("v"), "d.code", "(d.bucket_end - 1)"));

    private final AssessmentRules rules;
    private final SectionFacts facts;
    private final Map<WaterItem, List<SampleValue>> months = new EnumMap<>(WaterItem.class);
    private final LowestStatus status = new LowestStatus();
    private int used;

    SectionPeriod(AssessmentRules rules, ResultSet first) throws SQLException {
        this.rules = rules;
        this.facts = SectionFacts.of(first);
    }

    @Override
    public void add(ResultSet row) throws SQLException {
        ItemMeans month = KeptMeans.read(TextArray.of(row.getArray("item_means")));
        boolean counts = !month.values().items().isEmpty();
        month.values().byItem().forEach((item, mean) -> months.computeIfAbsent(item, none -> new ArrayList<>()).add(SampleValue.measured(mean)));
        status.add(row.getString("data_status"), counts);
        used += counts ? 1 : 0;
    }

    @Override
    public void fill(AssessmentRow row) {
        fill(row, facts, rules, ItemMeans.overTime(months, rules.leastValues(facts)), used == 0 ? FlagReason.MISSING : FlagReason.INSUFFICIENT);
        row.put("months_used", used).put("data_status", status.wire());
    }

    /**
     * What is said of a section over any period.
     *
     * @param withoutClass why there is no class, should there be none
     */
    static void fill(AssessmentRow row, SectionFacts facts, AssessmentRules rules, ItemMeans means, FlagReason withoutClass) {
        SectionRule rule = rules.of(facts);
        SectionAssessment own = SectionAssessment.of(rule, means);
        facts.fill(row);
        row.judged(rule, own, withoutClass);
        row.indicators(own.mainPollutionIndicators());
        row.put(AssessmentTable.MEANS, KeptMeans.of(means));
        means.insufficient().forEach(item -> row.flag(item.column(), FlagReason.INSUFFICIENT));
    }
}
