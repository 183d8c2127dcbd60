package org.envdisclosure.water.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.envdisclosure.water.rules.Water;
import org.envdisclosure.water.rules.WaterItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemMeansTest {

    @ParameterizedTest(name = "mean of {0} {1} is {2}")
    @CsvSource({
        "codmn, 2 4,                3.000000",
        "codmn, 1 1 2,              1.333333",
        "codmn, 5.5,                5.500000",
        "nh3n,  <0.05 0.15,         0.087500",
        "nh3n,  <0.05 <0.05,        0.025000",
        "tp,    <0.01,              0.005000",
        // 10^-6 and 10^-8: their mean is 0.505 x 10^-6, and 6 + log10(1 / 0.505) = 6.296709
        "ph,    6 8,                6.296709",
        "ph,    7 7 7,              7.000000",
        "ph,    7.3,                7.300000",
        // (1 + 0.1 + 0.01) / 3 = 0.37 of 10^-7, and 7 - log10(0.37) = 7.431798
        "ph,    7 8 9,              7.431798"})
    void means_over_time(String column, String values, BigDecimal mean) {
        List<SampleValue> samples = Arrays.stream(values.split(" ")).map(ItemMeansTest::sample).toList();
        BigDecimal own = ItemMeans.overTime(Map.of(Water.item(column), samples), 1).values().get(Water.item(column));
        assertThat(own.setScale(6, RoundingMode.HALF_EVEN)).isEqualTo(mean);
    }

    @Test
    void below_detection_counts_with_half_the_limit() {
        assertThat(SampleValue.belowDetection(new BigDecimal("0.05")).counted()).isEqualByComparingTo("0.025");
        assertThat(SampleValue.measured(new BigDecimal("0.05")).counted()).isEqualTo(new BigDecimal("0.05"));
    }

    /** 1.25 and 1.35 are shown as 1.2 and 1.4 by themselves; (1.25 + 1.25 + 1.35) / 3 = 1.28333 is 1.3. */
    @Test
    void nothing_is_rounded_before_the_method_does() {
        ItemMeans means = ItemMeans.overTime(Map.of(WaterItem.CODMN, samples("1.25 1.25 1.35")), 1);
        assertThat(EvaluationRounding.OF_82_2020.round(WaterItem.CODMN, means.values().get(WaterItem.CODMN))).isEqualTo(new BigDecimal("1.3"));
    }

    @ParameterizedTest(name = "{0} values are enough for a month {1}, quarter {2}, year {3}, year under national control {4}")
    @CsvSource({"0, false, false, false, false", "1, true, false, false, false", "2, true, true, false, false", "5, true, true, false, false",
        "6, true, true, true, false", "11, true, true, true, false", "12, true, true, true, true"})
    void least_numbers_of_values(int count, boolean month, boolean quarter, boolean year, boolean national) {
        assertThat(isEnough(count, MinimumCounts.USUAL.month())).isEqualTo(month);
        assertThat(isEnough(count, MinimumCounts.USUAL.quarter())).isEqualTo(quarter);
        assertThat(isEnough(count, MinimumCounts.USUAL.year())).isEqualTo(year);
        assertThat(isEnough(count, MinimumCounts.NATIONAL_CONTROL.year())).isEqualTo(national);
    }

    @Test
    void an_item_with_too_few_values_is_told() {
        ItemMeans means = ItemMeans.overTime(Map.of(WaterItem.CODMN, samples("1 2"), WaterItem.TP, samples("0.1"), WaterItem.COD, List.of()), 2);
        assertThat(means.values().items()).containsExactly(WaterItem.CODMN);
        assertThat(means.insufficient()).containsExactly(WaterItem.TP);
        assertThat(means.counts()).isEqualTo(Map.of(WaterItem.CODMN, 2, WaterItem.TP, 1));
    }

    /** Point A was sampled three times, B once: A counts no more than B. (2 + 4 + 6) / 3 = 4; (4 + 10) / 2 = 7; all four: 5.5. */
    @Test
    void first_over_time_at_each_point_then_over_the_points() {
        ItemMeans a = ItemMeans.overTime(Map.of(WaterItem.CODMN, samples("2 4 6")), 1);
        ItemMeans b = ItemMeans.overTime(Map.of(WaterItem.CODMN, samples("10"), WaterItem.TP, samples("0.03")), 1);
        ItemMeans lake = ItemMeans.overPlaces(List.of(a, b));
        assertThat(lake.values().get(WaterItem.CODMN)).isEqualByComparingTo("7");
        assertThat(lake.values().get(WaterItem.TP)).isEqualByComparingTo("0.03");
        assertThat(lake.counts()).isEqualTo(Map.of(WaterItem.CODMN, 2, WaterItem.TP, 1));
        assertThat(ItemMeans.overPlaces(List.of()).values().items()).isEmpty();
    }

    private static boolean isEnough(int count, int least) {
        List<SampleValue> samples = Collections.nCopies(count, SampleValue.measured(BigDecimal.ONE));
        return ItemMeans.overTime(Map.of(WaterItem.TP, samples), least).values().get(WaterItem.TP) != null;
    }

    private static List<SampleValue> samples(String values) {
        return Arrays.stream(values.split(" ")).map(ItemMeansTest::sample).toList();
    }

    private static SampleValue sample(String text) {
        return text.startsWith("<") ? SampleValue.belowDetection(new BigDecimal(text.substring(1))) : SampleValue.measured(new BigDecimal(text));
    }
}
