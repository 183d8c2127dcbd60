package org.envdisclosure.water;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.water.rules.QualityColors;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterQuality;
import org.envdisclosure.water.rules.assessment.ClassShares;
import org.envdisclosure.water.rules.assessment.ComparedWater;
import org.envdisclosure.water.rules.assessment.PollutionIndicator;
import org.envdisclosure.water.rules.assessment.SectionAssessment;
import org.envdisclosure.water.rules.assessment.SectionRule;
import org.jspecify.annotations.Nullable;

/** One assessment on its way into the table, by column. */
final class AssessmentRow {

    /** A mean the method does not round is printed with no more digits than anybody could have measured. */
    private static final MathContext PRINTED = new MathContext(10, RoundingMode.HALF_EVEN);

    private final QualityColors colors;
    private final Map<String, Object> values = new HashMap<>();
    private final List<String> flags = new ArrayList<>();
    private @Nullable ClassShares shares;

    AssessmentRow(AssessmentBucket bucket, QualityColors colors) {
        this.colors = colors;
        put("period_start", bucket.period().firstDay()).put("period_end", bucket.period().lastDay().plusDays(1))
                .put("period_kind", bucket.period().kind().wire()).put("period", bucket.period().label())
                .put("scope", bucket.scope().wire()).put("code", bucket.code());
    }

    /** Null leaves the column empty. */
    AssessmentRow put(String column, @Nullable Object value) {
        if (value != null) {
            values.put(column, value);
        }
        return this;
    }

    @Nullable Object get(String column) {
        return values.get(column);
    }

    /** What is held against other periods. */
    ComparedWater compared() {
        return new ComparedWater(values.get("water_class") instanceof String word ? WaterClass.ofWire(word).orElse(null) : null,
                values.containsKey("evaluated_items") ? null : shares);
    }

    void flag(String column, FlagReason reason) {
        flags.add(new Flag(column, reason).wire());
    }

    void quality(@Nullable WaterQuality quality) {
        if (quality != null) {
            put("quality", quality.wire()).put("quality_zh", quality.title().zh()).put("quality_en", quality.title().en())
                    .put("color", colors.of(quality).hex());
        }
    }

    void by(SectionRule rule) {
        put("class_standard", rule.classRule().standard().label()).put("evaluation_method", rule.method().label());
    }

    /** A section, or what is judged like one; its indicators are told by {@link #indicators}. */
    void judged(SectionRule rule, SectionAssessment own) {
        judged(rule, own, FlagReason.INSUFFICIENT);
    }

    /** @param withoutClass why there is no class, should there be none */
    void judged(SectionRule rule, SectionAssessment own, FlagReason withoutClass) {
        by(rule);
        quality(own.quality());
        put("evaluated_items", columns(own.evaluatedItems())).put("missing_items", columns(own.missingItems()));
        put("limiting_parameters", own.waterClass() == null ? null : columns(limiting(own)));
        if (own.waterClass() == null) {
            flag("water_class", withoutClass);
        } else {
            put("water_class", own.waterClass().wire());
        }
        if (rule.target() != null) {
            put("exceeding_parameters", own.exceedingParameters().stream().map(PollutionIndicator::wire).toList()).put("target_met", own.targetMet());
        }
        own.judged().byItem().forEach((item, mean) -> put(item.column(), printed(mean)));
        put("tn_class", word(own.referenceClasses().get(WaterItem.TN)));
        put("fecal_coliforms_class", word(own.referenceClasses().get(WaterItem.FECAL_COLIFORMS)));
    }

    private static List<WaterItem> limiting(SectionAssessment own) {
        return own.waterClass() == WaterClass.I ? List.of()
                : own.evaluatedItems().stream().filter(item -> own.itemClasses().get(item) == own.waterClass()).toList();
    }

    private static BigDecimal printed(BigDecimal mean) {
        return mean.precision() > PRINTED.getPrecision() ? mean.round(PRINTED) : mean;
    }

    void indicators(List<PollutionIndicator> indicators) {
        indicators(indicators.stream().map(PollutionIndicator::wire).toList(),
                indicators.stream().map(each -> each.text().zh()).collect(Collectors.joining("、")));
    }

    void indicators(List<String> words, String zh) {
        put("main_pollution_indicators", words).put("main_pollution_indicators_zh", zh.isEmpty() ? null : zh);
    }

    void shares(ClassShares of) {
        shares = of;
        put("sections", of.sections());
        for (WaterClass each : WaterClass.values()) {
            put(AssessmentColumns.counted(each), of.of(each));
        }
        put("share_i_to_iii", of.goodShare()).put("share_worse_than_iii", of.exceedingShare()).put("share_inferior_v", of.share(WaterClass.INFERIOR_V));
    }

    private static @Nullable String word(@Nullable WaterClass waterClass) {
        return waterClass == null ? null : waterClass.wire();
    }

    private static List<String> columns(Collection<WaterItem> items) {
        return items.stream().map(WaterItem::column).toList();
    }

    void write(CopyText out) {
        put("flags", List.copyOf(flags));
        AssessmentTable.STORED.staged().forEach(field -> out.value(values.get(field.name())));
    }
}
