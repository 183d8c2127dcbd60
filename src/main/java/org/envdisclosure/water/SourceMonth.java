package org.envdisclosure.water;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.assessment.Compliance;
import org.envdisclosure.water.rules.assessment.DrinkingSourceAssessment;
import org.envdisclosure.water.rules.assessment.DrinkingSourceRule;
import org.envdisclosure.water.rules.assessment.SampleValue;
import org.envdisclosure.water.rules.assessment.SourceCompliance;
import org.jspecify.annotations.Nullable;

/**
 * A month of a source of drinking water: every manual sample judged by itself. One without any value says nothing, and one that has only
 * items evaluated apart tells what exceeds of them, but not whether the source complies.
 */
final class SourceMonth implements BucketGroup.Content {

    /** A section that is no source any more still has its row, of none, if it ever had one. */
    static final String ROWS = AssessmentBucket.DUE + """
            SELECT d.bucket_key, d.bucket_day, d.kind, d.scope, d.code, %1$s, k.code IS NOT NULL AS known, r.sampled_at, %3$s, r.flags, r.data_status
              FROM due d
              LEFT JOIN LATERAL (%2$s) AS f ON true
              LEFT JOIN water_samples r ON r.section_code = d.code AND r.sampled_at >= d.bucket_day::timestamp AT TIME ZONE INTERVAL '+08:00'
               AND r.sampled_at < d.bucket_end::timestamp AT TIME ZONE INTERVAL '+08:00'
              LEFT JOIN water_assessments k ON k.scope = d.scope AND k.code = d.code AND k.period_kind = d.kind AND k.period_start = d.bucket_day
             WHERE d.scope = 'drinking_source' AND d.kind = 'month'
             ORDER BY d.bucket_key, d.bucket_day, r.sampled_at
            """.formatted(SectionMonth.facts("f"), SectionVersions.on(SectionMonth.facts("v"), "d.code", "(d.bucket_end - 1)"), SectionMonth.manual());

    private final DrinkingSourceRule rule;
    private final SectionFacts facts;
    private final boolean known;
    private final List<DrinkingSourceAssessment> samples = new ArrayList<>();
    private final List<Compliance> counting = new ArrayList<>();
    private final LowestStatus status = new LowestStatus();

    SourceMonth(AssessmentRules rules, ResultSet first) throws SQLException {
        this.facts = SectionFacts.of(first);
        this.rule = rules.ofSource(facts.waterbody());
        this.known = first.getBoolean("known");
    }

    @Override
    public void add(ResultSet row) throws SQLException {
        if (row.getTimestamp("sampled_at") != null && facts.isDrinkingSource()) {
            Map<WaterItem, SampleValue> values = SectionMonth.values(row);
            List<WaterItem> measured = rule.basicItems().stream().filter(values::containsKey).toList();
            status.add(row.getString("data_status"), !measured.isEmpty());
            if (!measured.isEmpty()) {
                DrinkingSourceAssessment sample = DrinkingSourceAssessment.of(rule, values, List.of());
                samples.add(sample);
                measured.stream().filter(item -> !item.isReference()).findFirst().ifPresent(item -> counting.add(sample.compliance()));
            }
        }
    }

    @Override
    public boolean isEmpty() {
        return samples.isEmpty() && !known;
    }

    @Override
    public void fill(AssessmentRow row) {
        facts.fill(row);
        row.put("data_status", status.wire()).put("class_standard", rule.classRule().standard().label()).put("manual_samples", counting.size());
        counted(counting.isEmpty() ? null : together(counting), row);
        if (!samples.isEmpty()) {
            row.put("exceeding_parameters", all(DrinkingSourceAssessment::exceeding))
                    .put("reference_exceeding", all(DrinkingSourceAssessment::exceedingApart))
                    .put("undetermined_items", all(DrinkingSourceAssessment::undetermined))
                    .put("missing_items", rule.basicItems().stream()
                            .filter(item -> samples.stream().allMatch(sample -> sample.missingBasic().contains(item))).map(WaterItem::column).toList());
        }
    }

    private List<String> all(Function<DrinkingSourceAssessment, List<String>> words) {
        return samples.stream().flatMap(sample -> words.apply(sample).stream()).distinct().toList();
    }

    /** One that exceeds settles it, then one that could not be judged. */
    static Compliance together(Collection<Compliance> each) {
        if (each.contains(Compliance.EXCEEDED)) {
            return Compliance.EXCEEDED;
        }
        return each.isEmpty() || each.contains(Compliance.UNDETERMINED) ? Compliance.UNDETERMINED : Compliance.MET;
    }

    /** The compliance of one source, or that it is none. */
    static void counted(@Nullable Compliance compliance, AssessmentRow row) {
        row.put("compliance", compliance == null ? null : compliance.wire());
        counted(compliance == null ? List.of() : List.of(new SourceCompliance.Source(compliance, null)), row);
    }

    /** No volume is known of any source. */
    static void counted(List<SourceCompliance.Source> sources, AssessmentRow row) {
        SourceCompliance of = SourceCompliance.of(sources);
        row.put("sources", of.sources()).put("sources_judged", of.judged()).put("sources_met", of.met()).put("compliance_by_number", of.shareByNumber());
    }
}
