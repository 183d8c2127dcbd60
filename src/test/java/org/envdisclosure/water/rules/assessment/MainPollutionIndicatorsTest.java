package org.envdisclosure.water.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.rules.assessment.Sections.by22;
import static org.envdisclosure.water.rules.assessment.Sections.clean;
import static org.envdisclosure.water.rules.assessment.Sections.wire;

import java.util.Set;

import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.Waterbody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainPollutionIndicatorsTest {

    @ParameterizedTest(name = "{0} -> main {1}   ({2})")
    @CsvSource(delimiter = '|', value = {
        "codmn 6                                     | ''                                    | class III has none",
        "codmn 13.2                                  | codmn(1.2)                            | as the rule prints it",
        "codmn 6.1, tp 0.22                          | tp(0.1);codmn(0.02)                   | a multiple is never 0",
        "codmn 12, nh3n 1.9, tp 0.5                  | tp(1.5);codmn(1);nh3n(0.9)            | the worst class first",
        "codmn 14, nh3n 1.6, tp 0.31                 | codmn(1.3);nh3n(0.6);tp(0.6)          | 1.6 of 1.0 above 0.31 of 0.2",
        "tp 0.41, codmn 14.9, nh3n 1.2, cod 25       | tp(1);codmn(1.5);cod(0.2)             | class before multiple, the fourth falls out",
        "codmn 9, nh3n 1.5, tp 0.3, cod 30, bod5 6   | codmn(0.5);cod(0.5);bod5(0.5)         | five ties: as in table 1",
        "dissolved_oxygen 4, codmn 7                 | codmn(0.2);dissolved_oxygen           | without a multiple behind its class",
        "dissolved_oxygen 1.9, codmn 7               | dissolved_oxygen;codmn(0.2)           | but the worse class is first",
        "ph 5, dissolved_oxygen 1, nh3n 3            | nh3n(2);ph;dissolved_oxygen           | two without a multiple: as in table 1",
        "cyanide 0.21, codmn 20, nh3n 3, tp 0.5      | cyanide(0.05);codmn(2.3);nh3n(2)      | cyanide first",
        "lead 0.06, codmn 20, nh3n 3                 | lead(0.2);codmn(2.3);nh3n(2)          | heavy metals first, also of class V",
        "lead 0.06, cyanide 0.21, mercury 0.0002, codmn 20 | cyanide(0.05);lead(0.2);mercury(1) | among themselves by class as all others",
        "copper 1.1, codmn 20                        | codmn(2.3);copper(0.1)                | copper is not among those put first"})
    void main_pollution_indicators(String changes, String expected, String why) {
        assertThat(wire(SectionAssessment.of(by22(Waterbody.RIVER, null), clean(changes)).mainPollutionIndicators())
                .replaceAll("\\.0\\)", ")")).isEqualTo(expected);
    }

    @Test
    void where_items_without_a_multiple_stand_and_what_is_first_are_settings() {
        ItemMeans means = clean("dissolved_oxygen 4, codmn 7, copper 1.1");
        IndicatorSettings settings = new IndicatorSettings(Set.of(WaterItem.COPPER), true, 2);
        assertThat(wire(SectionAssessment.of(by22(Waterbody.RIVER, null), means).mainPollutionIndicators()))
                .isEqualTo("copper(0.1);codmn(0.2);dissolved_oxygen");
        assertThat(wire(SectionAssessment.of(Sections.with(by22(Waterbody.RIVER, null), settings), clean("dissolved_oxygen 4, codmn 7, copper 1.1, zinc 3"))
                .mainPollutionIndicators())).isEqualTo("copper(0.10);zinc(2.00);dissolved_oxygen");
    }

    /** 0.55 and 0.56 above class III, both of class IV. */
    @Test
    void items_that_print_alike_are_ordered_by_the_unrounded_multiple() {
        assertThat(wire(SectionAssessment.of(by22(Waterbody.RIVER, null), clean("codmn 9.3, zinc 1.56")).mainPollutionIndicators()))
                .isEqualTo("zinc(0.6);codmn(0.6)");
        assertThat(wire(SectionAssessment.of(by22(Waterbody.RIVER, null), clean("codmn 9.3, zinc 1.54")).mainPollutionIndicators()))
                .isEqualTo("codmn(0.6);zinc(0.5)");
    }
}
