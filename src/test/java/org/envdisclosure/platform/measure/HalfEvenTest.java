package org.envdisclosure.platform.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GB/T 8170: an exact half goes to the even digit, everything else to the nearer one, and only once. */
class HalfEvenTest {

    @ParameterizedTest(name = "{0} with {1} decimals is {2}")
    @CsvSource({
        "35.5, 0, 36", "34.5, 0, 34", "60.5, 0, 60", "60.51, 0, 61", "60.50000000000000000000001, 0, 61", "0.5, 0, 0", "1.5, 0, 2", "-0.5, 0, 0", "-1.5, 0, -2",
        "0.25, 1, 0.2", "0.35, 1, 0.4", "2.675, 2, 2.68", "2.665, 2, 2.66", "1.005, 2, 1.00", "35, 1, 35.0", "0.6, 1, 0.6", "12.345, -1, 1E+1"})
    void rounding(BigDecimal value, int digits, BigDecimal rounded) {
        assertThat(HalfEven.round(value, digits)).isEqualTo(rounded);
    }

    /** The standard's own examples; negative digits round to tens, hundreds and so on. */
    @ParameterizedTest(name = "{0} with {1} decimals is {2}   ({3})")
    @CsvSource({
        "12.1498,   1, 12.1,   the dropped part begins below 5",
        "12.1498,   0, 12,     the dropped part begins below 5",
        "1268,     -2, 13E+2,  the dropped part begins above 5",
        "10.5002,   0, 11,     a 5 and more behind it",
        "1.050,     1, 1.0,    an exact 5 after an even digit",
        "0.35,      1, 0.4,    an exact 5 after an odd digit",
        "2500,     -3, 2E+3,   an exact 5 after an even digit",
        "3500,     -3, 4E+3,   an exact 5 after an odd digit",
        "-0.0365,   3, -0.036, a negative number as its absolute value",
        "-0.0375,   3, -0.038, a negative number as its absolute value",
        "-325,     -1, -32E+1, a negative number to tens",
        "15.4546,   0, 15,     once; in steps it would be 15.455 15.46 15.5 16",
        "28.175,    2, 28.18,  an exact 5 after an odd digit",
        "28.165,    2, 28.16,  an exact 5 after an even digit"})
    void examples_of_the_standard(BigDecimal value, int digits, BigDecimal rounded, String why) {
        assertThat(HalfEven.round(value, digits)).isEqualTo(rounded);
    }

    @ParameterizedTest(name = "mean of {0} with {1} decimals is {2}")
    @CsvSource({
        "'1 2', 0, 2", "'2 3', 0, 2", "'1 1 2', 1, 1.3", "'1 1 2', 0, 1", "'0.1 0.2', 1, 0.2", "'0.1 0.1 0.2 0.2', 1, 0.2", "'34.4 34.5 34.6', 0, 34",
        "'0.45 0.45', 1, 0.4", "'7', 1, 7.0"})
    void a_mean_is_rounded_once_from_the_exact_quotient(String values, int digits, BigDecimal mean) {
        List<BigDecimal> numbers = Stream.of(values.split(" ")).map(BigDecimal::new).toList();

        assertThat(HalfEven.mean(numbers, digits)).isEqualTo(mean);
    }

    @Test
    void there_is_no_mean_of_nothing() {
        assertThatThrownBy(() -> HalfEven.mean(List.of(), 1)).isInstanceOf(ArithmeticException.class);
    }
}
