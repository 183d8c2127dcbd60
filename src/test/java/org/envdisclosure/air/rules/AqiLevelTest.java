package org.envdisclosure.air.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.envdisclosure.air.rules.AqiEdition.HJ_633_2012;
import static org.envdisclosure.air.rules.AqiEdition.HJ_633_2026;

import java.util.HashSet;
import java.util.Set;

import org.envdisclosure.platform.measure.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AqiLevelTest {

    @ParameterizedTest(name = "AQI {0} to {1}: level {2} {3} {5} {10}")
    @CsvSource({
        "  0,  50, 1, 优,       Excellent,          绿,   green,    0, 228,  0, #00E400",
        " 51, 100, 2, 良,       Good,               黄,   yellow, 255, 255,  0, #FFFF00",
        "101, 150, 3, 轻度污染, Light pollution,    橙,   orange, 255, 126,  0, #FF7E00",
        "151, 200, 4, 中度污染, Moderate pollution, 红,   red,    255,   0,  0, #FF0000",
        "201, 300, 5, 重度污染, Heavy pollution,    紫,   purple, 153,   0, 76, #99004C",
        "301, 500, 6, 严重污染, Severe pollution,   褐红, maroon, 126,   0, 35, #7E0023"})
    void level_category_and_colour_follow_the_aqi(int lowest, int highest, int number, String zh, String en, String colorZh,
            String colorEn, int red, int green, int blue, String hex) {
        AqiLevel level = AqiLevel.of(lowest);
        assertThat(AqiLevel.of(highest)).isEqualTo(level);
        assertThat(level.number()).isEqualTo(number);
        assertThat(level.category()).isEqualTo(LocalizedText.of(zh, en));
        assertThat(level.colorName()).isEqualTo(LocalizedText.of(colorZh, colorEn));
        assertThat(level.rgb()).isEqualTo(new AqiLevel.Rgb(red, green, blue));
        assertThat(level.hex()).isEqualTo(hex);
    }

    @Test
    void there_is_no_level_below_zero() {
        assertThatIllegalArgumentException().isThrownBy(() -> AqiLevel.of(-1)).withMessage("an AQI is 0 to 500, not -1");
    }

    @Test
    void advice_is_worded_as_in_its_edition() {
        assertThat(AqiLevel.EXCELLENT.health(HJ_633_2026).advice())
                .isEqualTo(LocalizedText.of("各类人群可正常活动", "Everyone can be active as usual."));
        assertThat(AqiLevel.LIGHT.health(HJ_633_2012).effect().zh()).startsWith("易感人群症状有轻度加剧");
        assertThat(AqiLevel.LIGHT.health(HJ_633_2026).effect().zh()).startsWith("敏感人群症状有轻度加剧");
        assertThat(AqiLevel.LIGHT.health(HJ_633_2012).advice().zh()).startsWith("儿童、老年人及心脏病、呼吸系统疾病患者应减少");
        assertThat(AqiLevel.LIGHT.health(HJ_633_2026).advice().zh()).startsWith("青少年儿童、老年人及心血管系统疾病、呼吸系统疾病患者应减少");
        assertThat(AqiLevel.HEAVY.health(HJ_633_2012).effect().zh()).startsWith("心脏病和肺病患者症状显著加剧");
        assertThat(AqiLevel.HEAVY.health(HJ_633_2026).effect().zh()).startsWith("心血管系统和呼吸系统患者症状显著加剧");
        assertThat(AqiLevel.SEVERE.health(HJ_633_2012).advice().zh()).startsWith("儿童、老年人和病人应当留在室内");
        assertThat(AqiLevel.SEVERE.health(HJ_633_2026).advice().zh()).startsWith("青少年儿童、老年人和病人应当留在室内");
        assertThat(AqiLevel.SEVERE.health(HJ_633_2026).advice().en())
                .isEqualTo("Children, teenagers, older people and the sick should stay indoors and avoid exertion; "
                        + "everyone else should avoid outdoor activity.");
    }

    @ParameterizedTest
    @EnumSource(AqiEdition.class)
    void each_level_has_a_text_of_its_own(AqiEdition edition) {
        Set<HealthGuidance> texts = new HashSet<>();
        for (AqiLevel level : AqiLevel.values()) {
            texts.add(level.health(edition));
        }
        assertThat(texts).hasSize(6);
    }
}
