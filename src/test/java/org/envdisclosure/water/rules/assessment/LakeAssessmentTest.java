package org.envdisclosure.water.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.envdisclosure.water.rules.assessment.Sections.by714;
import static org.envdisclosure.water.rules.assessment.Sections.clean;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.envdisclosure.water.rules.TrophicSettings;
import org.envdisclosure.water.rules.TrophicState;
import org.envdisclosure.water.rules.Water;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterQuality;
import org.envdisclosure.water.rules.Waterbody;
import org.junit.jupiter.api.Test;

class LakeAssessmentTest {

    private static final SectionRule RULE = by714(Waterbody.LAKE, WaterClass.III);

    @Test
    void a_single_point_is_judged_as_a_section() {
        LakeAssessment lake = LakeAssessment.of(RULE, List.of(clean("tp 0.06")), TrophicSettings.USUAL);
        assertThat(lake.points()).isEqualTo(1);
        assertThat(lake.section()).isEqualTo(SectionAssessment.of(RULE, clean("tp 0.06")));
        assertThat(lake.section().waterClass()).isEqualTo(WaterClass.IV);
    }

    /** TP 0.02, 0.04 and 0.15: their mean 0.07 is IV, the worst point would be V. */
    @Test
    void several_points_are_averaged_first() {
        LakeAssessment lake = LakeAssessment.of(RULE, List.of(clean("tp 0.02"), clean("tp 0.04"), clean("tp 0.15")), TrophicSettings.USUAL);
        assertThat(lake.section().waterClass()).isEqualTo(WaterClass.IV);
        assertThat(lake.section().quality()).isEqualTo(WaterQuality.LIGHT_POLLUTION);
        assertThat(Sections.wire(lake.section().mainPollutionIndicators())).isEqualTo("tp(0.4)");
        assertThat(lake.section().targetMet()).isFalse();
    }

    /** Point A 0.01, 0.01, 0.01; B 0.09: by time first (0.01 + 0.09) / 2 = 0.05, class III; all four together would be 0.03. */
    @Test
    void several_times_are_averaged_at_each_point_first() {
        ItemMeans a = timed(Map.of(WaterItem.TP, samples("0.01", "0.01", "0.01")));
        ItemMeans b = timed(Map.of(WaterItem.TP, samples("0.09")));
        LakeAssessment lake = LakeAssessment.of(RULE, List.of(a, b), TrophicSettings.USUAL);
        assertThat(lake.section().judged().get(WaterItem.TP)).isEqualTo(new BigDecimal("0.050"));
    }

    @Test
    void the_trophic_index_comes_with_the_number_of_its_items() {
        LakeAssessment lake = LakeAssessment.of(RULE,
                List.of(clean("chlorophyll_a 8, tp 0.05, tn 1.0, transparency 1.0, codmn 5.0"), clean("chlorophyll_a 12, tp 0.05, tn 1.0, codmn 5.0")),
                new TrophicSettings(3, false));
        assertThat(lake.trophic().index()).isEqualTo(new BigDecimal("49.107"));
        assertThat(lake.trophic().items()).isEqualTo(5);
        assertThat(lake.trophic().state()).isEqualTo(TrophicState.MESOTROPHIC);
        assertThat(lake.section().referenceClasses()).isEqualTo(Map.of(WaterItem.TN, WaterClass.III));
    }

    @Test
    void points_without_a_value_are_no_points() {
        LakeAssessment lake = LakeAssessment.of(RULE, List.of(clean(""), Sections.only(Water.of(""))), TrophicSettings.USUAL);
        assertThat(lake.points()).isEqualTo(1);
        assertThat(lake.section().waterClass()).isEqualTo(WaterClass.I);
    }

    @Test
    void a_reservoir_is_judged_as_a_lake_and_a_river_is_not() {
        assertThat(LakeAssessment.of(by714(Waterbody.RESERVOIR, null), List.of(clean("tp 0.02")), TrophicSettings.USUAL).section().waterClass())
                .isEqualTo(WaterClass.II);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LakeAssessment.of(by714(Waterbody.RIVER, null), List.of(clean("")), TrophicSettings.USUAL))
                .withMessage("a lake is not judged by the limits of a river");
    }

    private static ItemMeans timed(Map<WaterItem, List<SampleValue>> samples) {
        return ItemMeans.overTime(samples, 1);
    }

    private static List<SampleValue> samples(String... values) {
        return List.of(values).stream().map(BigDecimal::new).map(SampleValue::measured).toList();
    }
}
