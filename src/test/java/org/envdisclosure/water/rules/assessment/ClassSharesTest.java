package org.envdisclosure.water.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterQuality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassSharesTest {

    @ParameterizedTest(name = "I-III {0}, IV-V {1}, inferior {2} -> {3}   ({4})")
    @CsvSource({
        "10, 0,  0,  EXCELLENT,          100 %",
        "9,  1,  0,  EXCELLENT,          90 %",
        "9,  0,  1,  EXCELLENT,          90 % whatever the rest is",
        "899, 101, 0, GOOD,              89.9 %",
        "17, 2,  0,  GOOD,               89.47 %",
        "3,  1,  0,  GOOD,               75 %",
        "75, 0,  25, GOOD,               75 % with a quarter inferior to V",
        "749, 251, 0, LIGHT_POLLUTION,   74.9 %",
        "74, 26, 0,  LIGHT_POLLUTION,    74 %",
        "74, 7,  19, LIGHT_POLLUTION,    19 % inferior",
        "740, 61, 199, LIGHT_POLLUTION,  19.9 % inferior",
        "4,  0,  1,  GOOD,               80 % and 20 %",
        "3,  1,  1,  MODERATE_POLLUTION, 60 % and 20 %",
        "74, 6,  20, MODERATE_POLLUTION, 20 % inferior",
        "601, 0, 399, MODERATE_POLLUTION, 39.9 % inferior",
        "3,  0,  2,  HEAVY_POLLUTION,    40 % inferior",
        "0,  0,  5,  HEAVY_POLLUTION,    all inferior",
        "0,  5,  0,  LIGHT_POLLUTION,    none good but none inferior"})
    void grade_by_shares(int good, int middle, int inferior, WaterQuality quality, String why) {
        assertThat(shares(good, middle, inferior).quality()).isEqualTo(quality);
    }

    @Test
    void shares_are_percent_with_one_decimal() {
        ClassShares shares = new ClassShares(Map.of(WaterClass.I, 1, WaterClass.II, 2, WaterClass.III, 3, WaterClass.V, 1));
        assertThat(shares.sections()).isEqualTo(7);
        assertThat(shares.goodShare()).isEqualTo(new BigDecimal("85.7"));
        assertThat(shares.exceedingShare()).isEqualTo(new BigDecimal("14.3"));
        assertThat(shares.share(WaterClass.II)).isEqualTo(new BigDecimal("28.6"));
        assertThat(shares.share(WaterClass.IV)).isEqualTo(new BigDecimal("0.0"));
    }

    @Test
    void without_sections_there_is_no_share() {
        ClassShares none = ClassShares.of(List.of());
        assertThat(none.goodShare()).isNull();
        assertThatIllegalStateException().isThrownBy(none::quality).withMessage("no sections to take a share of");
    }

    private static ClassShares shares(int good, int middle, int inferior) {
        return new ClassShares(Map.of(WaterClass.II, good, WaterClass.IV, middle, WaterClass.INFERIOR_V, inferior));
    }
}
