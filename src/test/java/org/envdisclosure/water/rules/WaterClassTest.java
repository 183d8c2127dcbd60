package org.envdisclosure.water.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import org.envdisclosure.platform.measure.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaterClassTest {

    @ParameterizedTest(name = "{0} is {1} on the wire, {2} in the feed: {3}, {4}")
    @CsvSource({
        "I,          I,          Ⅰ,   优,       excellent,          蓝",
        "II,         II,         Ⅱ,   优,       excellent,          蓝",
        "III,        III,        Ⅲ,   良好,     good,               绿",
        "IV,         IV,         Ⅳ,   轻度污染, light_pollution,    黄",
        "V,          V,          Ⅴ,   中度污染, moderate_pollution, 橙",
        "INFERIOR_V, inferior_V, 劣Ⅴ, 重度污染, heavy_pollution,    红"})
    void words(WaterClass waterClass, String wire, String numeral, String quality, String qualityWire, String color) {
        assertThat(waterClass.wire()).isEqualTo(wire);
        assertThat(WaterClass.ofWire(wire)).contains(waterClass);
        assertThat(WaterClass.ofNumeral(numeral)).contains(waterClass);
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
    void a_class_is_not_worse_than_itself() {
        assertThat(WaterClass.V.isWorseThan(WaterClass.V)).isFalse();
        assertThat(WaterClass.INFERIOR_V.isWorseThan(WaterClass.V)).isTrue();
        assertThat(WaterClass.II.isWorseThan(WaterClass.IV)).isFalse();
    }

    @Test
    void other_colours_are_a_setting() {
        Map<WaterQuality, String> colors = new EnumMap<>(WaterQuality.class);
        Arrays.stream(WaterQuality.values()).forEach(quality -> colors.put(quality, "#12ab34"));
        colors.put(WaterQuality.GOOD, "#00ff00");
        assertThat(QualityColors.of(colors).of(WaterQuality.EXCELLENT).hex()).isEqualTo("#12ab34");
        assertThat(QualityColors.of(colors).of(WaterQuality.GOOD).name().zh()).isEqualTo("绿");
        colors.put(WaterQuality.GOOD, "green");
        assertThatIllegalArgumentException().isThrownBy(() -> QualityColors.of(colors)).withMessage("a colour is written as #0000FF, not as green");
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
