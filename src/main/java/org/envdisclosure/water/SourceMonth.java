package org.envdisclosure.water;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.water.rules.SupplementaryItem;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.assessment.Compliance;
import org.envdisclosure.water.rules.assessment.DrinkingSourceAssessment;
import org.envdisclosure.water.rules.assessment.DrinkingSourcePeriod;
import org.envdisclosure.water.rules.assessment.DrinkingSourceRule;
import org.envdisclosure.water.rules.assessment.ListedItem;
import org.envdisclosure.water.rules.assessment.SampleValue;
import org.envdisclosure.water.rules.assessment.SourceCompliance;
import org.jspecify.annotations.Nullable;

/**
 * A month of a source of drinking water: every manual sample judged by itself, against tables 1 and 2. One without any value says nothing,
 * and one that has only items evaluated apart tells what exceeds of them, but not whether the source complies. The items that are needed
 * may lie in different samples.
 */
final class SourceMonth implements BucketGroup.Content {

    /** A section that is no source any more still has its row, of none, if it ever had one. */
    static final String ROWS = AssessmentBucket.DUE + """
            SELECT d.bucket_key, d.bucket_day, d.kind, d.scope, d.code, %1$s, k.code IS NOT NULL AS known, r.sampled_at, %3$s, r.supply_volume, r.flags, r.data_status
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
    private final Set<WaterItem> measured = EnumSet.noneOf(WaterItem.class);
    private @Nullable BigDecimal volume;
    private final LowestStatus status = new LowestStatus();

    SourceMonth(AssessmentRules rules, ResultSet first) throws SQLException {
        this.facts = SectionFacts.of(first);
        this.rule = rules.ofSource(facts.waterbody());
        this.known = first.getBoolean("known");
    }

    @Override
    public void add(ResultSet row) throws SQLException {
        if (row.getTimestamp("sampled_at") == null || !facts.isDrinkingSource()) {
            return;
        }
        Map<WaterItem, SampleValue> values = SectionMonth.values(row);
        List<ListedItem> listed = listed(values);
        values.keySet().retainAll(rule.basicItems());
        // the month's, as it was told last
        BigDecimal told = row.getBigDecimal("supply_volume");
        volume = told == null ? volume : told;
        boolean hasValues = !values.isEmpty() || !listed.isEmpty();
        status.add(row.getString("data_status"), hasValues);
        if (hasValues) {
            DrinkingSourceAssessment sample = DrinkingSourceAssessment.of(rule, values, listed);
            samples.add(sample);
            measured.addAll(values.keySet());
            if (!listed.isEmpty() || values.keySet().stream().anyMatch(item -> !item.isReference())) {
                counting.add(sample.compliance());
            }
        }
    }

    private static List<ListedItem> listed(Map<WaterItem, SampleValue> values) {
        return Arrays.stream(SupplementaryItem.values()).filter(item -> values.containsKey(item.item()))
                .map(item -> ListedItem.of(item, values.get(item.item()))).toList();
    }

    @Override
    public boolean isEmpty() {
        return samples.isEmpty() && !known;
    }

    @Override
    public void fill(AssessmentRow row) {
        facts.fill(row);
        row.put("data_status", status.wire()).put("class_standard", rule.classRule().standard().label()).put("manual_samples", counting.size());
        judged(row);
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

    private void judged(AssessmentRow row) {
        if (counting.isEmpty()) {
            counted(List.of(), row);
            return;
        }
        DrinkingSourcePeriod month = DrinkingSourcePeriod.of(rule, counting, measured);
        if (month.compliance() == Compliance.UNDETERMINED && !month.lacking().isEmpty()) {
            row.flag("compliance", FlagReason.INSUFFICIENT);
        }
        counted(SourceCompliance.Source.ofMonth(month.compliance(), volume), row);
    }

    /** One source. */
    static void counted(SourceCompliance.Source source, AssessmentRow row) {
        row.put("compliance", source.compliance().wire());
        counted(List.of(source), row);
    }

    static void counted(List<SourceCompliance.Source> sources, AssessmentRow row) {
        SourceCompliance of = SourceCompliance.of(sources);
        row.put("sources", of.sources()).put("sources_judged", of.judged()).put("sources_met", of.met()).put("compliance_by_number", of.shareByNumber())
                .put("compliance_by_volume", of.shareByVolume());
        if (of.judged() > 0) {
            row.put("supply_volume", of.volume()).put("supply_volume_met", of.volumeMet());
        }
    }
}
