package org.envdisclosure.water.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;

import org.envdisclosure.water.rules.WaterClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaterChangeTest {

    @ParameterizedTest(name = "{0} -> {1}: {2}, {3}")
    @CsvSource({
        "III,        III,        NO_MARKED_CHANGE, 无明显变化",
        "III,        II,         SOMEWHAT_BETTER,  有所好转",
        "III,        I,          MARKEDLY_BETTER,  明显好转",
        "inferior_V, III,        MARKEDLY_BETTER,  明显好转",
        "inferior_V, V,          SOMEWHAT_BETTER,  有所好转",
        "I,          II,         SOMEWHAT_WORSE,   有所变差",
        "V,          inferior_V, SOMEWHAT_WORSE,   有所变差",
        "II,         IV,         MARKEDLY_WORSE,   明显变差",
        "I,          inferior_V, MARKEDLY_WORSE,   明显变差"})
    void a_section_changes_by_steps_of_class(String before, String now, WaterChange change, String word) {
        assertThat(WaterChange.ofClasses(WaterClass.ofWire(before).orElseThrow(), WaterClass.ofWire(now).orElseThrow(), ChangeSettings.USUAL))
                .isEqualTo(change);
        assertThat(change.title().zh()).isEqualTo(word);
    }

    @Test
    void without_one_of_the_classes_there_is_no_word() {
        assertThat(WaterChange.ofClasses(null, WaterClass.I, ChangeSettings.USUAL)).isNull();
        assertThat(WaterChange.ofClasses(WaterClass.I, null, ChangeSettings.USUAL)).isNull();
        assertThat(WaterChange.ofShares(shares(0, 0, 0), shares(1, 0, 0), ChangeSettings.USUAL)).isNull();
        assertThat(WaterChange.ofShares(shares(1, 0, 0), shares(0, 0, 0), ChangeSettings.USUAL)).isNull();
    }

    @ParameterizedTest(name = "{0}/{1}/{2} -> {3}/{4}/{5}: {6}   ({7})")
    @CsvSource({
        "50, 40, 10,  60, 30, 10,  NO_MARKED_CHANGE, ΔG 10: not above",
        "500, 400, 100, 601, 299, 100, SOMEWHAT_BETTER, 10.1",
        "50, 40, 10,  60, 31, 9,   SOMEWHAT_BETTER,  ΔG 10 and ΔD -1: 11",
        "50, 40, 10,  65, 30, 5,   SOMEWHAT_BETTER,  20: not above",
        "50, 40, 10,  66, 29, 5,   MARKEDLY_BETTER,  21",
        "50, 40, 10,  40, 50, 10,  NO_MARKED_CHANGE, -10",
        "50, 40, 10,  40, 49, 11,  SOMEWHAT_WORSE,   -11",
        "50, 40, 10,  40, 40, 20,  SOMEWHAT_WORSE,   -20",
        "50, 40, 10,  40, 39, 21,  MARKEDLY_WORSE,   -21",
        "50, 40, 10,  60, 20, 20,  NO_MARKED_CHANGE, one makes up for the other",
        "3,  0,  0,   6,  0,  0,   NO_MARKED_CHANGE, more sections but the same shares",
        "1,  2,  0,   13, 17, 0,   NO_MARKED_CHANGE, 1/3 to 13/30 is exactly 10",
        "10, 20, 0,   131, 169, 0, SOMEWHAT_BETTER,  1/3 to 131/300 is 10.33"})
    void a_river_changes_by_its_shares(int good, int middle, int inferior, int goodNow, int middleNow, int inferiorNow, WaterChange change,
            String why) {
        assertThat(WaterChange.ofShares(shares(good, middle, inferior), shares(goodNow, middleNow, inferiorNow), ChangeSettings.USUAL))
                .isEqualTo(change);
    }

    @Test
    void thresholds_are_settings() {
        ChangeSettings settings = new ChangeSettings(3, BigDecimal.ONE, BigDecimal.valueOf(2));
        assertThat(WaterChange.ofClasses(WaterClass.III, WaterClass.I, settings)).isEqualTo(WaterChange.SOMEWHAT_BETTER);
        assertThat(WaterChange.ofShares(shares(50, 50, 0), shares(53, 47, 0), settings)).isEqualTo(WaterChange.MARKEDLY_BETTER);
    }

    @Test
    void rivers_compare_only_within_one_branch() {
        ComparedWater ii = new ComparedWater(WaterClass.II, null);
        ComparedWater iv = new ComparedWater(WaterClass.IV, null);
        ComparedWater good = new ComparedWater(null, shares(5, 0, 0));
        ComparedWater bad = new ComparedWater(null, shares(0, 0, 5));
        assertThat(WaterChange.between(iv, ii, ChangeSettings.USUAL)).isEqualTo(WaterChange.MARKEDLY_BETTER);
        assertThat(WaterChange.between(bad, good, ChangeSettings.USUAL)).isEqualTo(WaterChange.MARKEDLY_BETTER);
        assertThat(WaterChange.between(good, good, ChangeSettings.USUAL)).isEqualTo(WaterChange.NO_MARKED_CHANGE);
        assertThat(WaterChange.between(ii, bad, ChangeSettings.USUAL)).isNull();
        assertThat(WaterChange.between(good, iv, ChangeSettings.USUAL)).isNull();
        assertThat(WaterChange.between(new ComparedWater(null, null), iv, ChangeSettings.USUAL)).isNull();
    }

    private static ClassShares shares(int good, int middle, int inferior) {
        return new ClassShares(Map.of(WaterClass.III, good, WaterClass.V, middle, WaterClass.INFERIOR_V, inferior));
    }
}
