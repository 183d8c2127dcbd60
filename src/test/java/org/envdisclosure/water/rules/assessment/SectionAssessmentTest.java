package org.envdisclosure.water.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.rules.assessment.Sections.by22;
import static org.envdisclosure.water.rules.assessment.Sections.by714;
import static org.envdisclosure.water.rules.assessment.Sections.clean;
import static org.envdisclosure.water.rules.assessment.Sections.wire;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.envdisclosure.water.rules.ClassRule;
import org.envdisclosure.water.rules.Water;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterQuality;
import org.envdisclosure.water.rules.WaterValues;
import org.envdisclosure.water.rules.Waterbody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionAssessmentTest {

    @ParameterizedTest(name = "{0} -> {1} by 714-2020, {2} by 22-2011   ({3})")
    @CsvSource(delimiter = '|', value = {
        "ph 9.4                | I          | inferior_V | rounds to 9",
        "ph 9.01               | I          | inferior_V | rounds to 9",
        "ph 5.6                | I          | inferior_V | rounds to 6",
        "ph 5.4                | inferior_V | inferior_V | rounds to 5",
        "ph 9.5                | inferior_V | inferior_V | rounds to 10",
        "ph 6                  | I          | I          | the end of the range",
        "ph 9                  | I          | I          | the end of the range",
        "tp 0.2004             | III        | IV         | rounds to 0.200",
        "tp 0.2005             | III        | IV         | half to even: 0.200",
        "tp 0.2015             | IV         | IV         | half to even: 0.202",
        "dissolved_oxygen 4.96 | III        | IV         | rounds to 5.0",
        "dissolved_oxygen 4.94 | IV         | IV         | rounds to 4.9",
        "nh3n 1.004            | III        | IV         | rounds to 1.00",
        "cod 41                | I          | inferior_V | not among the five",
        "tn 20                 | I          | I          | apart",
        "fecal_coliforms 99999 | I          | I          | apart"})
    void the_methods_differ_in_rounding_and_items(String changes, String by714, String by22, String why) {
        assertThat(SectionAssessment.of(by714(Waterbody.RIVER, null), clean(changes)).waterClass().wire()).isEqualTo(by714);
        assertThat(SectionAssessment.of(by22(Waterbody.RIVER, null), clean(changes)).waterClass().wire()).isEqualTo(by22);
    }

    @Test
    void the_rounding_of_a_method_is_a_setting() {
        AssessmentSettings rounded = new AssessmentSettings(Map.of(EvaluationMethod.METHOD_22_2011, EvaluationRounding.OF_82_2020),
                AssessmentSettings.USUAL.needed(), IndicatorSettings.USUAL);
        SectionRule rule = new SectionRule(EvaluationMethod.METHOD_22_2011, ClassRule.usual(Waterbody.RIVER), Set.of(), null, rounded);
        assertThat(SectionAssessment.of(rule, clean("ph 9.4")).waterClass()).isEqualTo(WaterClass.I);
    }

    @Test
    void a_section_with_all_that_is_to_be_told() {
        SectionRule rule = by714(Waterbody.RIVER, WaterClass.III, WaterItem.FLUORIDE);
        SectionAssessment section = SectionAssessment.of(rule, clean("codmn 13.2, nh3n 2.3, tp 0.32, fluoride 0.9, tn 5, fecal_coliforms 30000"));
        assertThat(section.waterClass()).isEqualTo(WaterClass.INFERIOR_V);
        assertThat(section.quality()).isEqualTo(WaterQuality.HEAVY_POLLUTION);
        assertThat(section.evaluatedItems()).hasSize(6).contains(WaterItem.FLUORIDE);
        assertThat(section.missingItems()).isEmpty();
        // NH3-N is inferior to V, CODMn V (13.2 / 6), TP V (0.32 / 0.2)
        assertThat(section.mainPollutionIndicators().stream().map(each -> each.text().zh()))
                .containsExactly("氨氮(1.3)", "高锰酸盐指数(1.2)", "总磷(0.6)");
        assertThat(wire(section.exceedingParameters())).isEqualTo("nh3n(1.3);codmn(1.2);tp(0.6)");
        assertThat(section.targetMet()).isFalse();
        assertThat(section.referenceClasses()).isEqualTo(Map.of(WaterItem.FECAL_COLIFORMS, WaterClass.V));
        assertThat(section.judged().get(WaterItem.TN)).isEqualTo(new BigDecimal("5.00"));
        assertThat(section.method().label()).isEqualTo("714-2020");
    }

    @ParameterizedTest(name = "{0}, target {1}: met {2}, exceeding {3}")
    @CsvSource(delimiter = '|', value = {
        "nh3n 1.15                  | II         | false | nh3n(1.3)",
        "nh3n 1.15                  | IV         | true  | ''",
        "nh3n 0.5                   | II         | true  | ''",
        "nh3n 0.51                  | II         | false | nh3n(0.02)",
        "dissolved_oxygen 5.9       | II         | false | dissolved_oxygen",
        "dissolved_oxygen 7.4       | I          | false | dissolved_oxygen",
        "ph 9.6                     | V          | false | ph",
        "nh3n 3, tp 0.6, codmn 30, ph 5 | V      | false | codmn(1);nh3n(0.5);tp(0.5);ph",
        "nh3n 3                     | inferior_V | true  | ''",
        "tn 9, fecal_coliforms 99999 | I         | true  | ''"})
    void exceeding_parameters_are_those_above_the_target(String changes, String target, boolean met, String expected) {
        SectionAssessment section = SectionAssessment.of(by714(Waterbody.RIVER, WaterClass.ofWire(target).orElseThrow()), clean(changes));
        assertThat(section.targetMet()).isEqualTo(met);
        assertThat(wire(section.exceedingParameters()).replaceAll("\\.0\\)", ")")).isEqualTo(expected);
    }

    @Test
    void a_lake_is_held_against_its_own_phosphorus_limit_and_its_nitrogen_is_told_apart() {
        SectionAssessment lake = SectionAssessment.of(by714(Waterbody.LAKE, WaterClass.III), clean("tp 0.12, tn 2.5"));
        assertThat(lake.waterClass()).isEqualTo(WaterClass.V);
        assertThat(wire(lake.exceedingParameters())).isEqualTo("tp(1.4)");
        assertThat(lake.referenceClasses()).isEqualTo(Map.of(WaterItem.TN, WaterClass.INFERIOR_V));
    }

    @Test
    void without_a_target_nothing_is_met_or_exceeded() {
        SectionAssessment section = SectionAssessment.of(by714(Waterbody.RIVER, null), clean("nh3n 3"));
        assertThat(section.targetMet()).isNull();
        assertThat(section.exceedingParameters()).isEmpty();
    }

    @Test
    void a_section_that_misses_one_of_the_five_has_no_class_but_an_exceedance_remains_one() {
        WaterValues three = Water.of("ph 7, dissolved_oxygen 8, codmn 9");
        SectionAssessment section = SectionAssessment.of(by714(Waterbody.RIVER, WaterClass.III, WaterItem.COD), Sections.only(three));
        assertThat(section.waterClass()).isNull();
        assertThat(section.quality()).isNull();
        assertThat(section.mainPollutionIndicators()).isEmpty();
        assertThat(section.missingItems()).containsExactly(WaterItem.NH3N, WaterItem.TP, WaterItem.COD);
        assertThat(section.targetMet()).isFalse();
        assertThat(wire(section.exceedingParameters())).isEqualTo("codmn(0.5)");
        assertThat(SectionAssessment.of(by714(Waterbody.RIVER, WaterClass.IV), Sections.only(three)).targetMet()).isNull();
    }

    @Test
    void a_characteristic_item_that_is_missing_is_told_and_the_class_rests_on_the_others() {
        SectionAssessment section = SectionAssessment.of(by714(Waterbody.RIVER, null, WaterItem.COD), clean(""));
        assertThat(section.waterClass()).isEqualTo(WaterClass.I);
        assertThat(section.missingItems()).containsExactly(WaterItem.COD);
        assertThat(section.evaluatedItems()).hasSize(5);
        assertThat(SectionAssessment.of(by22(Waterbody.RIVER, null), clean("")).missingItems()).hasSize(16);
    }

    @Test
    void below_detection_is_judged_by_half_the_limit() {
        ItemMeans clean = clean("");
        Map<WaterItem, List<SampleValue>> samples = new EnumMap<>(WaterItem.class);
        clean.values().byItem().forEach((item, value) -> samples.put(item, List.of(SampleValue.measured(value))));
        samples.put(WaterItem.MERCURY, List.of(SampleValue.belowDetection(new BigDecimal("0.00008"))));
        SectionAssessment section = SectionAssessment.of(by22(Waterbody.RIVER, null), ItemMeans.overTime(samples, 1));
        assertThat(section.itemClasses()).containsEntry(WaterItem.MERCURY, WaterClass.I);
    }
}
