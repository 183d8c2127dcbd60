package org.envdisclosure.air.rules.period;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/** Percentages with one decimal, half to even. */
final class Percent {

    private static final int DIGITS = 1;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percent() {
    }

    /** Null when there is no whole to take a share of. */
    static @Nullable BigDecimal share(int part, int whole) {
        return whole == 0 ? null : ratio(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /** Above zero when {@code current} is more than {@code previous}; null without both, or from zero. */
    static @Nullable BigDecimal change(@Nullable BigDecimal previous, @Nullable BigDecimal current) {
        return previous == null || current == null || previous.signum() == 0 ? null : ratio(current.subtract(previous), previous);
    }

    private static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, DIGITS, RoundingMode.HALF_EVEN);
    }
}
