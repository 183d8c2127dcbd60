package org.envdisclosure.air.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactMeanTest {

    @ParameterizedTest(name = "{0} with {1} decimals: {2}")
    @CsvSource({"71/2, 0, 36", "73/2, 0, 36", "852/24, 0, 36", "853/24, 0, 36", "851/24, 0, 35", "13/20, 1, 0.6", "15/20, 1, 0.8", "0/24, 0, 0"})
    void a_mean_is_rounded_half_to_even(String mean, int digits, BigDecimal rounded) {
        assertThat(mean(mean).rounded(digits)).isEqualTo(rounded);
    }

    @ParameterizedTest(name = "{0} > {1}: {2}")
    @CsvSource({
        "1281/8, 1120/7, true",      // 160.125 and 160
        "1120/7, 1281/8, false",
        "1120/7, 1280/8, false",     // both 160
        "1280/8, 1120/7, false",
        "1281/8, 1280/8, true",
        "961/6, 1121/7, true",       // 160.1667 and 160.1429
        "1280.1/8, 1280.01/8, true"})
    void means_are_compared_unrounded(String one, String other, boolean greater) {
        assertThat(mean(one).isGreaterThan(mean(other))).isEqualTo(greater);
    }

    @ParameterizedTest(name = "{0} exceeds 160: {1}")
    @CsvSource({"1280/8, false", "1280.1/8, true", "1281/8, true", "1279/8, false", "960/6, false", "961/6, true"})
    void the_limit_is_compared_with_the_unrounded_mean(String mean, boolean exceeds) {
        assertThat(mean(mean).exceeds(BigDecimal.valueOf(160))).isEqualTo(exceeds);
    }

    @ParameterizedTest(name = "the mean of {0} with {1} decimals is {2}")
    @CsvSource({
        "'70/2', 0, 35",
        "'71/2 70/2', 0, 35",             // 35.25; from rounded 36 and 35 it would be 35.5 and so 36
        "'709/20 713/20', 0, 36",         // 35.45 and 35.65, exactly 35.55
        "'852/24 710/20', 0, 36",         // 35.5 and 35.5: a half, to the even 36
        "'828/24 690/20', 0, 34",         // 34.5 and 34.5: a half, to the even 34
        "'829/24 690/20', 0, 35",         // a 48th above that half
        "'827/24 690/20', 0, 34",
        "'100/20 100/25', 1, 4.5",        // each mean weighs the same, however many hours it has
        "'13/20 15/20', 1, 0.7",
        "'7/21 8/23 9/22', 1, 0.4"})      // 0.3634…
    void a_mean_of_means_is_rounded_once(String means, int digits, BigDecimal rounded) {
        List<ExactMean> all = Stream.of(means.split(" ")).map(ExactMeanTest::mean).toList();
        assertThat(ExactMean.meanOf(all, digits)).isEqualTo(rounded);
    }

    @Test
    void there_is_no_mean_of_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ExactMean(BigDecimal.ONE, 0))
                .withMessage("a mean has at least one value, not 0");
        assertThatThrownBy(() -> ExactMean.meanOf(List.of(), 0)).isInstanceOf(ArithmeticException.class);
    }

    private static ExactMean mean(String fraction) {
        String[] parts = fraction.split("/");
        return new ExactMean(new BigDecimal(parts[0]), Integer.parseInt(parts[1]));
    }
}
