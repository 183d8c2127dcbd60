package org.envdisclosure.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.envdisclosure.water.rules.ClassRule;
import org.envdisclosure.water.rules.QualityColors;
import org.envdisclosure.water.rules.TrophicSettings;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterQuality;
import org.envdisclosure.water.rules.Waterbody;
import org.envdisclosure.water.rules.assessment.AssessmentSettings;
import org.envdisclosure.water.rules.assessment.ChangeSettings;
import org.envdisclosure.water.rules.assessment.DrinkingSourceRule;
import org.envdisclosure.water.rules.assessment.EvaluationMethod;
import org.envdisclosure.water.rules.assessment.IndicatorSettings;
import org.envdisclosure.water.rules.assessment.ItemMeans;
import org.envdisclosure.water.rules.assessment.MinimumCounts;
import org.envdisclosure.water.rules.assessment.SampleValue;
import org.envdisclosure.water.rules.assessment.SectionAssessment;
import org.envdisclosure.water.rules.assessment.SectionRule;
import org.envdisclosure.water.rules.assessment.WaterChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bureau may set about its assessments, read as the service reads it. */
class AssessmentConfigTest {

    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder().addDefaultInterceptors().addDiscoveredConverters().withMapping(AssessmentConfig.class).withMapping(WaterConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 500)).withValidateUnknown(false).build();
    }

    /** @param setting below {@code envd.water.assessment} */
    private static AssessmentConfig set(String setting, String value) {
        return config(Map.of("envd.water.assessment." + setting, value)).getConfigMapping(AssessmentConfig.class);
    }

    private static AssessmentConfig usual() {
        return config(Map.of()).getConfigMapping(AssessmentConfig.class);
    }

    @Test
    void unset_everything_is_as_the_rules_have_it() {
        assertThat(usual().sections()).isEqualTo(AssessmentSettings.USUAL);
        assertThat(usual().changes()).isEqualTo(ChangeSettings.USUAL);
        assertThat(usual().trophic()).isEqualTo(TrophicSettings.USUAL);
        assertThat(usual().leastValues(false)).isEqualTo(MinimumCounts.USUAL);
        assertThat(usual().leastValues(true)).isEqualTo(MinimumCounts.NATIONAL_CONTROL);
        ClassRule river = ClassRule.usual(Waterbody.RIVER);
        assertThat(usual().source(river)).isEqualTo(DrinkingSourceRule.usual(river));
        assertThat(config(Map.of()).getConfigMapping(WaterConfig.class).colors()).isEqualTo(QualityColors.USUAL);
        assertThat(usual().resting()).isEqualTo(Duration.ofSeconds(15));
    }

    private static SectionAssessment assessed(AssessmentConfig config, EvaluationMethod method, String values) {
        Map<WaterItem, List<SampleValue>> samples = new EnumMap<>(WaterItem.class);
        for (String each : values.split(", ")) {
            String[] words = each.split(" ");
            samples.put(WaterItem.ofColumn(words[0]).orElseThrow(), List.of(SampleValue.measured(new BigDecimal(words[1]))));
        }
        SectionRule rule = new SectionRule(method, ClassRule.usual(Waterbody.RIVER), Set.of(WaterItem.CADMIUM, WaterItem.COD), null, config.sections());
        return SectionAssessment.of(rule, ItemMeans.overTime(samples, 1));
    }

    private static final String FIVE = "ph 7.5, dissolved_oxygen 8, codmn 3, nh3n 0.2, tp 0.04";

    @ParameterizedTest(name = "{0}={1}: {2} instead of {3}")
    @CsvSource(delimiter = '|', value = {
        "rounding-of714 | NONE  | INFERIOR_V | II",
        "needed-items    | ph    | INFERIOR_V | II"})
    void rounding_of_the_plan(String setting, String value, WaterClass now, WaterClass usually) {
        String values = FIVE.replace("ph 7.5", setting.startsWith("rounding") ? "ph 9.4" : "ph 7.5");
        assertThat(assessed(usual(), EvaluationMethod.METHOD_714_2020, values).waterClass()).isEqualTo(usually);
        assertThat(assessed(set(setting, value), EvaluationMethod.METHOD_714_2020, setting.startsWith("rounding") ? values : "ph 9.6").waterClass()).isEqualTo(now);
    }

    @Test
    void rounding_of_22_and_of_sources() {
        assertThat(assessed(usual(), EvaluationMethod.METHOD_22_2011, FIVE.replace("0.2", "0.504")).waterClass()).isEqualTo(WaterClass.III);
        assertThat(assessed(set("rounding-of22", "OF_82"), EvaluationMethod.METHOD_22_2011, FIVE.replace("0.2", "0.504")).waterClass()).isEqualTo(WaterClass.II);
        assertThat(set("sources-rounding", "OF_82").source(ClassRule.usual(Waterbody.RIVER)).rounding().round(WaterItem.PH, new BigDecimal("9.4")))
                .isEqualTo(new BigDecimal("9"));
    }

    @Test
    void what_a_source_must_have_been_measured_for() {
        assertThat(set("sources-needed-items", "lead,mercury").source(ClassRule.usual(Waterbody.LAKE)).needed()).containsExactlyInAnyOrder(WaterItem.LEAD, WaterItem.MERCURY);
        assertThatThrownBy(() -> set("sources-needed-items", "radium").source(ClassRule.usual(Waterbody.LAKE)))
                .hasMessage("envd.water.assessment names no item of GB 3838-2002, table 1: radium");
    }

    @Test
    void which_metals_come_first_and_how_multiples_are_printed() {
        String values = FIVE.replace("codmn 3", "codmn 12.5, cadmium 0.0062, cod 33");
        assertThat(indicators(usual(), values)).isEqualTo("cadmium(0.2) codmn(1.1) cod(0.6)");
        assertThat(indicators(set("indicators.other-metals", "mercury"), values)).isEqualTo("codmn(1.1) cod(0.6) cadmium(0.2)");
        assertThat(indicators(set("indicators.multiple-digits", "2"), values)).isEqualTo("cadmium(0.24) codmn(1.08) cod(0.65)");
        assertThat(indicators(usual(), FIVE.replace("_oxygen 8, codmn 3", "_oxygen 4, codmn 7"))).isEqualTo("codmn(0.2) dissolved_oxygen");
        assertThat(indicators(set("indicators.without-multiple-first", "true"), FIVE.replace("_oxygen 8, codmn 3", "_oxygen 4, codmn 7")))
                .isEqualTo("dissolved_oxygen codmn(0.2)");
        // what the text names itself is no setting
        assertThat(set("indicators.other-metals", "mercury").indicatorSettings().first()).containsAll(IndicatorSettings.NAMED_FIRST);
    }

    private static String indicators(AssessmentConfig config, String values) {
        return assessed(config, EvaluationMethod.METHOD_714_2020, values).mainPollutionIndicators().stream().map(each -> each.wire()).collect(Collectors.joining(" "));
    }

    @Test
    void what_is_a_change() {
        assertThat(set("change.marked-steps", "3").changes()).isEqualTo(new ChangeSettings(3, BigDecimal.valueOf(10), BigDecimal.valueOf(20)));
        assertThat(set("change.somewhat-points", "5").changes()).isEqualTo(new ChangeSettings(2, BigDecimal.valueOf(5), BigDecimal.valueOf(20)));
        assertThat(set("change.marked-points", "30").changes()).isEqualTo(new ChangeSettings(2, BigDecimal.valueOf(10), BigDecimal.valueOf(30)));
        assertThat(WaterChange.ofClasses(WaterClass.IV, WaterClass.II, set("change.marked-steps", "3").changes())).isEqualTo(WaterChange.SOMEWHAT_BETTER);
    }

    @Test
    void months_an_item_needs() {
        assertThat(set("quarter-months", "3").leastValues(false)).isEqualTo(new MinimumCounts(1, 3, 6));
        assertThat(set("year-months", "9").leastValues(false)).isEqualTo(new MinimumCounts(1, 2, 9));
        assertThat(set("year-months", "9").leastValues(true).year()).isEqualTo(12);
        assertThat(set("national-year-months", "10").leastValues(true).year()).isEqualTo(10);
    }

    @Test
    void editions_trophic_index_and_what_a_river_is_counted_by() {
        assertThat(set("plan-until", "2026-01-01").method(CalendarPeriod.year(2026))).isEqualTo(EvaluationMethod.METHOD_22_2011);
        assertThat(set("plan-from", "2022-01-01").method(CalendarPeriod.year(2021))).isEqualTo(EvaluationMethod.METHOD_22_2011);
        assertThat(set("trophic-digits", "2").trophic()).isEqualTo(new TrophicSettings(2, false));
        assertThat(set("state-from-incomplete", "true").trophic()).isEqualTo(new TrophicSettings(1, true));
        assertThat(new AssessmentRules(null, set("shares-by-register", "false"), CalendarPeriod.year(2026)).sectionsThatDecide(7)).isZero();
        assertThat(new AssessmentRules(null, usual(), CalendarPeriod.year(2026)).sectionsThatDecide(7)).isEqualTo(7);
        assertThat(set("sources-with-cod", "true").source(ClassRule.usual(Waterbody.LAKE)).basicItems()).hasSize(24);
    }

    @Test
    void colours() {
        WaterConfig water = config(Map.of("envd.water.color.moderate-pollution", "#C04000")).getConfigMapping(WaterConfig.class);
        assertThat(water.colors().of(WaterQuality.MODERATE_POLLUTION).hex()).isEqualTo("#C04000");
        assertThat(water.colors().of(WaterQuality.HEAVY_POLLUTION)).isEqualTo(QualityColors.USUAL.of(WaterQuality.HEAVY_POLLUTION));
    }

    @Test
    void how_long_every_roll_up_rests_unless_it_says_otherwise() {
        SmallRyeConfig all = config(Map.of("envd.rollup.resting", "0s"));
        assertThat(all.getConfigMapping(AssessmentConfig.class).resting()).isZero();
        SmallRyeConfig own = config(Map.of("envd.rollup.resting", "0s", "envd.water.assessment.resting", "3s"));
        assertThat(own.getConfigMapping(AssessmentConfig.class).resting()).isEqualTo(Duration.ofSeconds(3));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({"assessment.plan-from, 2021-02-01", "assessment.plan-until, 2026-01-01", "assessment.quarter-months, 3", "assessment.year-months, 7",
        "assessment.national-year-months, 11", "assessment.needed-items, 'ph,tp'", "assessment.rounding-of22, OF_82", "assessment.rounding-of714, NONE",
        "assessment.shares-by-register, false", "assessment.state-from-incomplete, true", "assessment.trophic-digits, 3", "assessment.sources-with-cod, true",
        "assessment.sources-needed-items, ph", "assessment.sources-rounding, OF_82", "assessment.indicators.other-metals, zinc",
        "assessment.indicators.without-multiple-first, true", "assessment.indicators.multiple-digits, 3", "assessment.change.marked-steps, 3",
        "assessment.change.somewhat-points, 11", "assessment.change.marked-points, 21", "saturation-suffices, true", "color.good, #00AA00"})
    void every_setting_that_changes_a_result_changes_what_is_noted_of_them(String setting, String value) {
        String usual = text(config(Map.of()));
        assertThat(text(config(Map.of("envd.water." + setting, value)))).isNotEqualTo(usual);
        assertThat(text(config(Map.of("envd.water.assessment.resting", "1s", "envd.water.stale-after", "3h")))).isEqualTo(usual);
    }

    private static String text(SmallRyeConfig config) {
        return AssessmentSettingsText.of(config.getConfigMapping(WaterConfig.class), config.getConfigMapping(AssessmentConfig.class));
    }
}
