package org.envdisclosure.water.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;

import org.envdisclosure.platform.measure.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaterClassTest {

    @ParameterizedTest(name = "{0} is {1} on the wire, {2} in the feed: {3}, {4}, {5}")
    @CsvSource({
        "I,          I,          Ⅰ,   符合Ⅰ类, 优,       excellent,          蓝",
        "II,         II,         Ⅱ,   符合Ⅱ类, 优,       excellent,          蓝",
        "III,        III,        Ⅲ,   符合Ⅲ类, 良好,     good,               绿",
        "IV,         IV,         Ⅳ,   符合Ⅳ类, 轻度污染, light_pollution,    黄",
        "V,          V,          Ⅴ,   符合Ⅴ类, 中度污染, moderate_pollution, 橙",
        "INFERIOR_V, inferior_V, 劣Ⅴ, 劣于Ⅴ类, 重度污染, heavy_pollution,    红"})
    void words(WaterClass waterClass, String wire, String numeral, String statement, String quality, String qualityWire, String color) {
        assertThat(waterClass.wire()).isEqualTo(wire);
        assertThat(WaterClass.ofWire(wire)).contains(waterClass);
        assertThat(WaterClass.ofNumeral(numeral)).contains(waterClass);
        assertThat(waterClass.statement().zh()).isEqualTo(statement);
        assertThat(waterClass.quality().title().zh()).isEqualTo(quality);
        assertThat(waterClass.quality().wire()).isEqualTo(qualityWire);
        assertThat(QualityColors.USUAL.of(waterClass.quality()).name().zh()).isEqualTo(color);
        assertThat(waterClass.title().zh()).isEqualTo(numeral + "类");
    }

    @Test
    void what_is_no_class() {
        assertThat(WaterClass.ofWire("VI")).isEmpty();
        assertThat(WaterClass.ofNumeral("-")).isEmpty();
        assertThat(WaterClass.ofNumeral("")).isEmpty();
    }

    @Test
    void the_worse_of_two() {
        assertThat(WaterClass.worse(WaterClass.II, WaterClass.IV)).isEqualTo(WaterClass.IV);
        assertThat(WaterClass.worse(WaterClass.INFERIOR_V, WaterClass.V)).isEqualTo(WaterClass.INFERIOR_V);
        assertThat(WaterClass.worse(null, WaterClass.I)).isEqualTo(WaterClass.I);
        assertThat(WaterClass.worse(WaterClass.I, null)).isEqualTo(WaterClass.I);
        assertThat(WaterClass.worse(null, null)).isNull();
        assertThat(WaterClass.V.isWorseThan(WaterClass.V)).isFalse();
    }

    @Test
    void red_is_for_the_worst_and_every_grade_has_a_colour() {
        assertThat(QualityColors.USUAL.of(WaterQuality.HEAVY_POLLUTION).hex()).isEqualTo("#FF0000");
        QualityColors.Color red = new QualityColors.Color(LocalizedText.of("红", "red"), "#FF0000");
        assertThatIllegalArgumentException().isThrownBy(() -> new QualityColors(Map.of(WaterQuality.HEAVY_POLLUTION, red)))
                .withMessage("every grade has a colour, not only [HEAVY_POLLUTION]");
    }

    @ParameterizedTest
    @CsvSource({"river, RIVER, false", "lake, LAKE, true", "reservoir, RESERVOIR, true"})
    void waterbodies(String wire, Waterbody waterbody, boolean standing) {
        assertThat(Waterbody.ofWire(wire)).contains(waterbody);
        assertThat(waterbody.isStanding()).isEqualTo(standing);
        assertThat(Waterbody.ofWire("sea")).isEmpty();
    }
}
