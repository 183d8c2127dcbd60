package org.envdisclosure.water;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.envdisclosure.water.rules.ClassRule;
import org.envdisclosure.water.rules.TrophicSettings;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.assessment.AssessmentSettings;
import org.envdisclosure.water.rules.assessment.ChangeSettings;
import org.envdisclosure.water.rules.assessment.DrinkingSourceRule;
import org.envdisclosure.water.rules.assessment.EvaluationMethod;
import org.envdisclosure.water.rules.assessment.EvaluationMethod.PlanPeriod;
import org.envdisclosure.water.rules.assessment.EvaluationRounding;
import org.envdisclosure.water.rules.assessment.IndicatorSettings;
import org.envdisclosure.water.rules.assessment.MinimumCounts;

/** Settings of the assessments, where no text at hand settles the matter. */
@ConfigMapping(prefix = "envd.water.assessment")
public interface AssessmentConfig {

    /** First day of 714-2020; the plan is named for 2021 to 2025. */
    @WithDefault("2021-01-01")
    LocalDate planFrom();

    /** First day on which 714-2020 no longer holds; whether that was 2026-01-01 was not found. */
    Optional<LocalDate> planUntil();

    /** How many months with a value an item needs in a quarter. */
    @WithDefault("2")
    int quarterMonths();

    /** How many months with a value an item needs in a year. */
    @WithDefault("6")
    int yearMonths();

    /** The same of a section under national control. */
    @WithDefault("12")
    int nationalYearMonths();

    /** Items without which there is no class. */
    @WithDefault("ph,dissolved_oxygen,codmn,nh3n,tp")
    List<String> neededItems();

    /** Rounding before judgement under 22-2011, which by itself fixes none. */
    @WithDefault("NONE")
    Rounding roundingOf22();

    /** Rounding before judgement under 714-2020, which has sections evaluated by 82号 too. */
    @WithDefault("OF_82")
    Rounding roundingOf714();

    /** Whether a river has five sections by the register; else by how many of them have a class in the period. */
    @WithDefault("true")
    boolean sharesByRegister();

    /** Whether a trophic state is given where one of the five items is missing. */
    @WithDefault("false")
    boolean stateFromIncomplete();

    /** Decimals of the trophic level index. */
    @WithDefault("1")
    int trophicDigits();

    /** Whether COD is among the items of a source of drinking water: 24 of table 1, else 23. */
    @WithDefault("false")
    boolean sourcesWithCod();

    /** Items without which nothing is known of a source of drinking water, unless another exceeds. */
    @WithDefault("ph,dissolved_oxygen,codmn,nh3n,tp")
    List<String> sourcesNeededItems();

    /** Rounding before a source of drinking water is judged. */
    @WithDefault("NONE")
    Rounding sourcesRounding();

    Indicators indicators();

    Change change();

    /** How long a period rests after its values changed before it is assessed: a four-hourly feed must not cost a year each time. */
    @WithDefault("${envd.rollup.resting:15s}")
    Duration resting();

    /** Of whose decimals. */
    enum Rounding {
        NONE(EvaluationRounding.NONE), OF_82(EvaluationRounding.OF_82_2020);

        private final EvaluationRounding rule;

        Rounding(EvaluationRounding rule) {
            this.rule = rule;
        }
    }

    /** Main pollution indicators. Cyanide, lead and chromium come first by the text; what else its "等重金属" takes in is told here. */
    interface Indicators {

        @WithDefault("cadmium,mercury,arsenic")
        List<String> otherMetals();

        /** Whether pH and oxygen, which have no multiple, stand before items of the same class that have one. */
        @WithDefault("false")
        boolean withoutMultipleFirst();

        /** Decimals of a multiple. */
        @WithDefault("1")
        int multipleDigits();
    }

    /** From where on water counts as changed. */
    interface Change {

        /** How many classes are a marked change; fewer are some. */
        @WithDefault("2")
        int markedSteps();

        /** Of rivers by shares: percentage points above which they changed somewhat. */
        @WithDefault("10")
        BigDecimal somewhatPoints();

        /** Of rivers by shares: percentage points above which they changed markedly. */
        @WithDefault("20")
        BigDecimal markedPoints();
    }

    default EvaluationMethod method(CalendarPeriod period) {
        return EvaluationMethod.inForceOn(period.firstDay(), new PlanPeriod(planFrom(), planUntil().orElse(null)));
    }

    default TrophicSettings trophic() {
        return new TrophicSettings(trophicDigits(), stateFromIncomplete());
    }

    default AssessmentSettings sections() {
        return new AssessmentSettings(Map.of(EvaluationMethod.METHOD_22_2011, roundingOf22().rule, EvaluationMethod.METHOD_714_2020, roundingOf714().rule),
                neededItems().stream().map(AssessmentConfig::item).toList(), indicatorSettings());
    }

    default IndicatorSettings indicatorSettings() {
        Set<WaterItem> first = EnumSet.copyOf(IndicatorSettings.NAMED_FIRST);
        indicators().otherMetals().forEach(word -> first.add(item(word)));
        return new IndicatorSettings(first, indicators().withoutMultipleFirst(), indicators().multipleDigits());
    }

    default DrinkingSourceRule source(ClassRule rule) {
        Set<WaterItem> needed = EnumSet.noneOf(WaterItem.class);
        sourcesNeededItems().forEach(word -> needed.add(item(word)));
        return new DrinkingSourceRule(rule, needed, sourcesWithCod(), sourcesRounding().rule, indicatorSettings());
    }

    default ChangeSettings changes() {
        return new ChangeSettings(change().markedSteps(), change().somewhatPoints(), change().markedPoints());
    }

    /** Months of a quarter or year; a month may rest on one value. */
    default MinimumCounts leastValues(boolean national) {
        return new MinimumCounts(MinimumCounts.USUAL.month(), quarterMonths(), national ? nationalYearMonths() : yearMonths());
    }

    private static WaterItem item(String word) {
        return WaterItem.ofColumn(word).filter(WaterItem::isBasic)
                .orElseThrow(() -> new IllegalStateException("envd.water.assessment names no item of GB 3838-2002, table 1: " + word));
    }
}
