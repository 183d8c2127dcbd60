package org.envdisclosure.air.rules.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentileTest {

    @ParameterizedTest(name = "P{1} of {0} is {2}   ({3})")
    @CsvSource({
        "10 20,                  90, 19,     k = 1 + 0.9",
        "20 10,                  90, 19,     in any order",
        "1 2 3 4 5 6 7 8 9 10,   90, 9.1,    k = 9.1",
        "1 2 3 4 5 6 7 8 9 10,   95, 9.55,   k = 9.55",
        "1 2 3 4 5 6 7 8 9 10,   98, 9.82,   k = 9.82",
        "1 2 3 4 5 6 7 8 9 10,   50, 5.5,    the median",
        "10 20 30,               50, 20,     exactly a place",
        "0.6 0.9 1.4,            95, 1.35,   k = 2.9",
        "10 20 30,              100, 30,     the greatest",
        "10 20 30,                0, 10,     the least",
        "7,                      95, 7,      of one value",
        "7,                     100, 7,      of one value",
        "5 5 5 5,                95, 5,      all equal"})
    void places_are_counted_from_one_and_between_them_it_is_linear(String values, int percent, String percentile, String why) {
        assertThat(Percentile.of(decimals(values), percent)).isEqualByComparingTo(percentile);
    }

    @ParameterizedTest(name = "P{1} of 1 to {0} is {2}")
    @CsvSource({
        "365, 90, 328.6",     // 1 + 364 x 0.9
        "365, 95, 346.8",
        "365, 98, 357.72",
        "366, 98, 358.7",
        "324, 95, 307.85",
        "31,  90, 28",
        "28,  95, 26.65",
        "27,  98, 26.48"})
    void over_days_of_a_year_or_month(int days, int percent, String percentile) {
        List<BigDecimal> values = IntStream.rangeClosed(1, days).mapToObj(BigDecimal::valueOf).toList();
        assertThat(Percentile.of(values, percent)).isEqualByComparingTo(percentile);
    }

    @Test
    void there_is_no_percentile_of_nothing_nor_beyond_100() {
        assertThatIllegalArgumentException().isThrownBy(() -> Percentile.of(List.of(), 95))
                .withMessage("a percentile is 0 to 100 of at least one value, not 95 of 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Percentile.of(List.of(BigDecimal.ONE), 101));
        assertThatIllegalArgumentException().isThrownBy(() -> Percentile.of(List.of(BigDecimal.ONE), -1));
    }

    private static List<BigDecimal> decimals(String values) {
        return Stream.of(values.split(" ")).map(BigDecimal::new).toList();
    }
}
