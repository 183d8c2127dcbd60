package org.envdisclosure.air.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlidingMeanTest {

    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");

    @ParameterizedTest(name = "{0} valid hours of {1}: a mean {2}")
    @CsvSource({"8, 8, true", "6, 8, true", "5, 8, false", "0, 8, false", "24, 24, true", "20, 24, true", "19, 24, false"})
    void eight_hours_need_six_and_twenty_four_need_twenty(int valid, int window, boolean enough) {
        SlidingMean mean = window == 8 ? SlidingMean.EIGHT_HOURS : SlidingMean.TWENTY_FOUR_HOURS;
        Map<Instant, BigDecimal> hours = new HashMap<>();
        for (int back = 0; back < valid; back++) {
            hours.put(hour(-back), BigDecimal.TEN);
        }
        assertThat(mean.ending(NOON, hours)).isEqualTo(enough ? Optional.of(new BigDecimal("10")) : Optional.empty());
    }

    @Test
    void the_window_ends_with_the_hour_and_begins_window_hours_before() {
        SlidingMean two = SlidingMean.of(2, 1, 1);
        Map<Instant, BigDecimal> hours = Map.of(hour(-2), decimal("1000"), hour(-1), decimal("1"),
                hour(0), decimal("2"), hour(1), decimal("1000"));
        assertThat(two.ending(NOON, hours)).contains(decimal("1.5"));
    }

    @ParameterizedTest(name = "mean of {0} and {1} with {2} digits is {3}")
    @CsvSource({"35, 36, 0, 36", "36, 37, 0, 36", "34.9, 36, 0, 35", "0.3, 0.4, 1, 0.4", "0.4, 0.5, 1, 0.4", "0, 0, 0, 0"})
    void the_mean_is_rounded_once_half_to_even(BigDecimal one, BigDecimal other, int digits, BigDecimal mean) {
        assertThat(SlidingMean.of(2, 2, digits).ending(NOON, Map.of(hour(-1), one, hour(0), other))).contains(mean);
    }

    @Test
    void a_negative_hour_is_not_valid() {
        Map<Instant, BigDecimal> hours = Map.of(hour(-1), decimal("-9999"), hour(0), decimal("4"));
        assertThat(SlidingMean.of(2, 1, 0).ending(NOON, hours)).contains(decimal("4"));
        assertThat(SlidingMean.of(2, 2, 0).ending(NOON, hours)).isEmpty();
    }

    @Test
    void a_minimum_outside_the_window_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SlidingMean.of(8, 9, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> SlidingMean.of(8, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> SlidingMean.of(8, 6, -1));
    }

    @Test
    void a_series_wants_its_hours_in_order() {
        SlidingMeanSeries series = SlidingMean.EIGHT_HOURS.series();
        series.next(NOON, BigDecimal.ONE);
        assertThatIllegalArgumentException().isThrownBy(() -> series.next(NOON, BigDecimal.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> series.next(hour(-1), BigDecimal.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> series.next(NOON.plusSeconds(1800), BigDecimal.ONE));
    }

    private static Instant hour(int after) {
        return NOON.plus(Duration.ofHours(after));
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
