package org.envdisclosure.water.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrophicIndexTest {

    private static final TrophicSettings THREE_DIGITS = new TrophicSettings(3, false);
    private static final WaterValues LAKE = Water.of("chlorophyll_a 10, tp 0.05, tn 1.0, transparency 1.0, codmn 5.0");

    @Test
    void the_worked_example_to_three_decimals() {
        TrophicIndex index = TrophicIndex.of(LAKE, THREE_DIGITS);
        assertThat(index.terms()).isEqualTo(Map.of(TrophicTerm.CHLOROPHYLL_A, new BigDecimal("50.006"), TrophicTerm.TP, new BigDecimal("45.709"),
                TrophicTerm.TN, new BigDecimal("54.530"), TrophicTerm.TRANSPARENCY, new BigDecimal("51.180"),
                TrophicTerm.CODMN, new BigDecimal("43.917")));
        assertThat(index.index()).isEqualTo(new BigDecimal("49.107"));
        assertThat(index.state()).isEqualTo(TrophicState.MESOTROPHIC);
        assertThat(index.state().title().zh()).isEqualTo("中营养");
        assertThat(index.items()).isEqualTo(5);
        assertThat(index.missing()).isEmpty();
        assertThat(index.provisional()).isFalse();
    }

    @Test
    void it_is_published_with_one_decimal() {
        assertThat(TrophicIndex.of(LAKE, TrophicSettings.USUAL).index()).isEqualTo(new BigDecimal("49.1"));
    }

    @ParameterizedTest(name = "r² of {0} is {1}, its weight {2}")
    @CsvSource({"CHLOROPHYLL_A, 1, 0.2663", "TP, 0.7056, 0.1879", "TN, 0.6724, 0.1790", "TRANSPARENCY, 0.6889, 0.1834", "CODMN, 0.6889, 0.1834"})
    void weights(TrophicTerm term, BigDecimal squared, BigDecimal weight) {
        BigDecimal sum = Arrays.stream(TrophicTerm.values()).map(TrophicTerm::squaredCorrelation).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualTo(new BigDecimal("3.7558"));
        assertThat(term.squaredCorrelation()).isEqualTo(squared);
        assertThat(squared.divide(sum, 4, RoundingMode.HALF_EVEN)).isEqualTo(weight);
    }

    /** (50.006 + 0.7056 x 45.709 + 0.6724 x 54.530 + 0.6889 x 43.917) / 3.0669 = 48.6416… */
    @Test
    void without_transparency_four_terms_share_the_weight_and_there_is_no_state() {
        WaterValues values = Water.of("chlorophyll_a 10, tp 0.05, tn 1.0, codmn 5.0");
        TrophicIndex index = TrophicIndex.of(values, THREE_DIGITS);
        assertThat(index.index()).isEqualTo(new BigDecimal("48.642"));
        assertThat(index.items()).isEqualTo(4);
        assertThat(index.missing()).containsExactly(TrophicTerm.TRANSPARENCY);
        assertThat(index.state()).isNull();
        assertThat(index.provisional()).isFalse();
        TrophicIndex marked = TrophicIndex.of(values, new TrophicSettings(3, true));
        assertThat(marked.state()).isEqualTo(TrophicState.MESOTROPHIC);
        assertThat(marked.provisional()).isTrue();
    }

    @Test
    void one_term_alone_is_the_index() {
        // ln 1 = 0
        assertThat(TrophicIndex.of(Water.of("chlorophyll_a 1"), THREE_DIGITS).index()).isEqualTo(new BigDecimal("25.000"));
        assertThat(TrophicIndex.of(Water.of("tp 1"), THREE_DIGITS).index()).isEqualTo(new BigDecimal("94.360"));
        assertThat(TrophicIndex.of(Water.of("tn 1"), THREE_DIGITS).index()).isEqualTo(new BigDecimal("54.530"));
        assertThat(TrophicIndex.of(Water.of("transparency 1"), THREE_DIGITS).index()).isEqualTo(new BigDecimal("51.180"));
        assertThat(TrophicIndex.of(Water.of("codmn 1"), THREE_DIGITS).index()).isEqualTo(new BigDecimal("1.090"));
    }

    @Test
    void values_not_above_zero_are_no_terms() {
        TrophicIndex index = TrophicIndex.of(Water.of("chlorophyll_a 0, tp -1, tn 1.0"), THREE_DIGITS);
        assertThat(index.items()).isEqualTo(1);
        assertThat(index.index()).isEqualTo(new BigDecimal("54.530"));
        assertThat(TrophicIndex.of(Water.of("tp 0"), THREE_DIGITS)).isEqualTo(new TrophicIndex(Map.of(), null, null, false));
        assertThat(TrophicIndex.of(Water.of("ph 7"), new TrophicSettings(1, true)).state()).isNull();
    }

    @ParameterizedTest(name = "TLI {0} -> {1}")
    @CsvSource({"0, OLIGOTROPHIC, 贫营养", "29.9, OLIGOTROPHIC, 贫营养", "30, MESOTROPHIC, 中营养", "30.0, MESOTROPHIC, 中营养",
        "50, MESOTROPHIC, 中营养", "50.1, LIGHT_EUTROPHIC, 轻度富营养", "60.0, LIGHT_EUTROPHIC, 轻度富营养",
        "60.1, MODERATE_EUTROPHIC, 中度富营养", "70, MODERATE_EUTROPHIC, 中度富营养", "70.1, HEAVY_EUTROPHIC, 重度富营养",
        "100, HEAVY_EUTROPHIC, 重度富营养"})
    void states(BigDecimal index, TrophicState state, String title) {
        assertThat(TrophicState.of(index)).isEqualTo(state);
        assertThat(state.title().zh()).isEqualTo(title);
    }

    /** 10 (2.5 + 1.086 ln 10.03) = 50.039…: shown as 50.0, and judged as shown. */
    @Test
    void the_state_is_that_of_the_index_as_published() {
        WaterValues values = Water.of("chlorophyll_a 10.03");
        assertThat(TrophicIndex.of(values, new TrophicSettings(1, true)).state()).isEqualTo(TrophicState.MESOTROPHIC);
        assertThat(TrophicIndex.of(values, new TrophicSettings(3, true)).index()).isEqualTo(new BigDecimal("50.039"));
        assertThat(TrophicIndex.of(values, new TrophicSettings(3, true)).state()).isEqualTo(TrophicState.LIGHT_EUTROPHIC);
    }

    /** The same lake, chlorophyll as the national feed shows it. */
    @ParameterizedTest
    @CsvSource({"MILLIGRAMS_PER_LITRE, 0.0048, 4.8", "MILLIGRAMS_PER_LITRE, 0.01, 10", "MICROGRAMS_PER_LITRE, 4.8, 4.8",
        "MILLIGRAMS_PER_CUBIC_METRE, 4.8, 4.8", "MILLIGRAMS_PER_LITRE, 2, 2000"})
    void chlorophyll_comes_in_micrograms_per_litre(ChlorophyllUnit unit, BigDecimal value, BigDecimal micrograms) {
        assertThat(unit.toMicrogramsPerLitre(value)).isEqualTo(micrograms);
    }
}
