package org.envdisclosure.air.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Concentrations as whole hundredths of their unit, in which every index is computed exactly.
 *
 * <p>Why hundredths are enough: breakpoints are whole numbers and two neighbours of them are 50 or 100 index points apart,
 * so the concentration at which the index goes up by one is always a whole number of hundredths. As the index itself is
 * rounded up (HJ 633-2012, 6.2; HJ 633-2026, 4.2.6), rounding the concentration up to the next hundredth changes none.
 */
final class Hundredths {

    private static final int DIGITS = 2;
    private static final long ONE = 100;
    /** A unit of the last digit in hundredths, by number of digits. */
    private static final long[] UNITS = {100, 10, 1};
    /** Far above every breakpoint: what is longer than this in front of the point needs no exact digits. */
    private static final int WHOLE_DIGITS = 12;
    private static final long ENDLESS = 1_000_000_000_000_000L;

    private Hundredths() {
    }

    static long of(long whole) {
        return whole * ONE;
    }

    /** A concentration of 0 or more, rounded up to a hundredth. */
    static long roundedUp(BigDecimal concentration) {
        return rounded(concentration, DIGITS, RoundingMode.CEILING);
    }

    /** A concentration of 0 or more, rounded once, half to even, to at most two {@code digits}. */
    static long roundedHalfEven(BigDecimal concentration, int digits) {
        return rounded(concentration, digits, RoundingMode.HALF_EVEN);
    }

    /** The exponent is looked at first: 1E+999999999 and 1E-999999999 must not be written out. */
    private static long rounded(BigDecimal concentration, int digits, RoundingMode mode) {
        long wholeDigits = (long) concentration.precision() - concentration.scale();
        if (concentration.signum() == 0) {
            return 0;
        }
        if (wholeDigits > WHOLE_DIGITS) {
            return ENDLESS;
        }
        if (wholeDigits < -DIGITS) {
            return mode == RoundingMode.CEILING ? 1 : 0;
        }
        long unscaled = concentration.setScale(digits, mode).unscaledValue().longValue();
        return unscaled * UNITS[digits];
    }
}
