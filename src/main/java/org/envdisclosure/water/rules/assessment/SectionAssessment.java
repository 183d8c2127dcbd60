package org.envdisclosure.water.rules.assessment;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterQuality;
import org.envdisclosure.water.rules.WaterValues;
import org.jspecify.annotations.Nullable;

/**
 * The class of a section, or of the means of a river or lake, over a period: the worst of the items that the method evaluates
 * (单因子评价法).
 *
 * @param method                   by which it was assessed
 * @param judged                   all means with the rounding of the method, those of items evaluated apart included
 * @param itemClasses              of the items evaluated, that is: named by the method and there with enough values
 * @param missingItems             named by the method, but without enough values; under 22-2011 a class rests on those that are there
 * @param waterClass               null where one of the items that are always needed is missing
 * @param mainPollutionIndicators  at most three, against class III; empty up to class III and without a class
 * @param exceedingParameters      all, against the section's target; empty without a target
 * @param targetMet                null without a target, and without a class where nothing that is there exceeds
 * @param referenceClasses         total nitrogen (lakes and reservoirs only) and fecal coliforms, classed apart
 */
public record SectionAssessment(EvaluationMethod method, WaterValues judged, Map<WaterItem, WaterClass> itemClasses,
        List<WaterItem> missingItems, @Nullable WaterClass waterClass, List<PollutionIndicator> mainPollutionIndicators,
        List<PollutionIndicator> exceedingParameters, @Nullable Boolean targetMet, Map<WaterItem, WaterClass> referenceClasses) {

    private static final int MOST_INDICATORS = 3;
    private static final List<WaterItem> APART = Stream.of(WaterItem.values()).filter(WaterItem::isReference).toList();

    public static SectionAssessment of(SectionRule rule, ItemMeans means) {
        WaterValues judged = rounded(rule, means);
        List<WaterItem> items = rule.items();
        Map<WaterItem, WaterClass> classes = rule.classRule().classes(items, judged);
        boolean complete = classes.keySet().containsAll(rule.settings().needed());
        WaterClass worst = complete && !classes.isEmpty() ? Collections.max(classes.values()) : null;
        List<PollutionIndicator> exceeding = rule.target() == null ? List.of() : indicators(rule, judged, classes, rule.target());
        return new SectionAssessment(rule.method(), judged, classes,
                items.stream().filter(item -> !classes.containsKey(item)).toList(), worst,
                worst == null ? List.of() : indicators(rule, judged, classes, WaterClass.III).stream().limit(MOST_INDICATORS).toList(),
                exceeding, targetMet(rule.target(), worst, exceeding), rule.classRule().classes(APART, judged));
    }

    private static WaterValues rounded(SectionRule rule, ItemMeans means) {
        Map<WaterItem, BigDecimal> rounded = new EnumMap<>(WaterItem.class);
        rounded.putAll(means.values().byItem());
        rounded.replaceAll(rule.settings().rounding(rule.method())::round);
        return new WaterValues(rounded);
    }

    private static List<PollutionIndicator> indicators(SectionRule rule, WaterValues judged, Map<WaterItem, WaterClass> classes, WaterClass base) {
        IndicatorSettings settings = rule.settings().indicators();
        return Exceedance.of(rule.classRule(), judged, classes, base, settings).stream().map(each -> each.rounded(settings)).toList();
    }

    /** One item above the target settles it, whatever is missing. */
    private static @Nullable Boolean targetMet(@Nullable WaterClass target, @Nullable WaterClass worst, List<PollutionIndicator> exceeding) {
        if (target == null || worst == null && exceeding.isEmpty()) {
            return null;
        }
        return exceeding.isEmpty();
    }

    /** Null without a class. */
    public @Nullable WaterQuality quality() {
        return waterClass == null ? null : WaterQuality.of(waterClass);
    }

    /** Items that the class rests on, in the items' order ({@code evaluated_items}). */
    public List<WaterItem> evaluatedItems() {
        return List.copyOf(itemClasses.keySet());
    }

    boolean exceedsClassThree(WaterItem item) {
        WaterClass own = itemClasses.get(item);
        return Objects.nonNull(own) && own.isWorseThan(WaterClass.III);
    }
}
