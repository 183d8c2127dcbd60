package org.envdisclosure.water.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingClassTest {

    private static final WaterValues CLEAN = Water.of("ph 7.6, dissolved_oxygen 8.1, codmn 1.8, nh3n 0.10, tp 0.018");

    @ParameterizedTest(name = "{0} in a {1} -> {2}, limited by {3}")
    @CsvSource(delimiter = '|', value = {
        "codmn 1.8                                | river | I          | ''",
        "codmn 4.73                               | river | III        | codmn",
        "codmn 4.001                              | river | III        | codmn",
        "nh3n 1.01, tp 0.21                       | river | IV         | nh3n;tp",
        "nh3n 1.6, tp 0.21                        | river | V          | nh3n",
        "dissolved_oxygen 7.499                   | river | II         | dissolved_oxygen",
        "ph 9.34                                  | river | inferior_V | ph",
        "ph 9.34, tp 0.5                          | river | inferior_V | ph;tp",
        "tp 0.018                                 | lake  | II         | tp",
        "tp 0.01, tn 12.8, fecal_coliforms 90000  | lake  | I          | ''",
        "cod 90, mercury 1                        | river | I          | ''",
        "water_temperature 41, conductivity 90000 | river | I          | ''"})
    void class_and_what_limits_it(String changes, String waterbody, String expected, String limiting) {
        ReadingClass reading = ReadingClass.of(ClassRule.usual(Waterbody.ofWire(waterbody).orElseThrow()), Water.with(CLEAN, changes));
        assertThat(reading.waterClass().wire()).isEqualTo(expected);
        assertThat(reading.limitingParameters().stream().map(WaterItem::column).collect(Collectors.joining(";"))).isEqualTo(limiting);
        assertThat(reading.missing()).isEmpty();
        assertThat(reading.standard()).isEqualTo(Gb3838.GB_3838_2002);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', value = {
        "dissolved_oxygen 8.1, codmn 1.8, nh3n 0.10, tp 0.018         | ph",
        "ph 7.6, codmn 1.8, nh3n 0.10, tp 0.018                       | dissolved_oxygen",
        "ph 7.6, dissolved_oxygen 8.1, nh3n 0.10, tp 0.018            | codmn",
        "ph 7.6, dissolved_oxygen 8.1, codmn 1.8, tp 0.018            | nh3n",
        "ph 7.6, dissolved_oxygen 8.1, codmn 99, nh3n 9               | tp",
        "ph 7.6, dissolved_oxygen 8.1, codmn 1.8, nh3n -0.1, tp 0.018 | nh3n",
        "tn 1                                                         | ph dissolved_oxygen codmn nh3n tp"})
    void without_all_five_there_is_no_class_and_it_is_told_what_is_missing(String values, String missing) {
        ReadingClass reading = ReadingClass.of(ClassRule.usual(Waterbody.RIVER), Water.of(values));
        assertThat(reading.waterClass()).isNull();
        assertThat(reading.limitingParameters()).isEmpty();
        assertThat(reading.missing().stream().map(WaterItem::column).collect(Collectors.joining(" "))).isEqualTo(missing);
    }

    /** 468 / (31.6 + 20) = 9.0698 mg/L at 20 °C, 90 % of it 8.1628; at 28.4 °C 7.8 and 7.02. */
    @ParameterizedTest(name = "DO {0} mg/L at {1} °C -> {2} by 7.5, {3} where 90 % of saturation suffices")
    @CsvSource({
        "7.02, 28.4, II,  I",
        "7.01, 28.4, II,  II",
        "7.5,  20,   I,   I",
        "7.4,  20,   II,  II",
        "8.16, 20,   I,   I",
        "6.0,  38.6, II,  I",
        "7.02, ,     II,  II"})
    void the_saturation_alternative_is_a_setting_that_is_off(String oxygen, String temperature, WaterClass usual, WaterClass saturation) {
        WaterValues values = Water.of("dissolved_oxygen " + oxygen + (temperature == null ? "" : ", water_temperature " + temperature));
        ClassRule alternative = new ClassRule(Gb3838.GB_3838_2002, Waterbody.RIVER, true);
        assertThat(ClassRule.usual(Waterbody.RIVER).classOf(WaterItem.DISSOLVED_OXYGEN, values)).isEqualTo(usual);
        assertThat(alternative.classOf(WaterItem.DISSOLVED_OXYGEN, values)).isEqualTo(saturation);
    }

    @Test
    void saturation_decides_a_reading_where_it_is_on() {
        WaterValues warm = Water.with(CLEAN, "dissolved_oxygen 7.1, water_temperature 28.4");
        assertThat(ReadingClass.of(ClassRule.usual(Waterbody.RIVER), warm).waterClass()).isEqualTo(WaterClass.II);
        assertThat(ReadingClass.of(new ClassRule(Gb3838.GB_3838_2002, Waterbody.RIVER, true), warm).waterClass()).isEqualTo(WaterClass.I);
    }

    @Test
    void the_classes_of_items_stand_in_their_order_without_those_that_have_none() {
        WaterValues values = Water.of("tp 0.3, tn 3, codmn 7, turbidity 4");
        List<WaterItem> asked = List.of(WaterItem.TP, WaterItem.TN, WaterItem.CODMN, WaterItem.TURBIDITY, WaterItem.COD);
        assertThat(ClassRule.usual(Waterbody.RIVER).classes(asked, values)).hasToString("{CODMN=IV, TP=IV}");
        assertThat(ClassRule.usual(Waterbody.LAKE).classes(asked, values)).hasToString("{CODMN=IV, TP=INFERIOR_V, TN=INFERIOR_V}");
    }
}
