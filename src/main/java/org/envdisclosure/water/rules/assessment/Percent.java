package org.envdisclosure.water.rules.assessment;

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
    static @Nullable BigDecimal of(int part, int whole) {
        return of(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    static @Nullable BigDecimal of(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.multiply(HUNDRED).divide(whole, DIGITS, RoundingMode.HALF_EVEN);
    }
}
