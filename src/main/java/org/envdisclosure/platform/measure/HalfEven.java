package org.envdisclosure.platform.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/** Rounding by GB/T 8170: half to even, once, from the unrounded value, in decimal. */
public final class HalfEven {

    private HalfEven() {
    }

    /** {@code value} with {@code digits} decimals; 35.5 with 0 digits is 36, 60.5 is 60; negative digits round to tens and more. */
    public static BigDecimal round(BigDecimal value, int digits) {
        return value.setScale(digits, RoundingMode.HALF_EVEN);
    }

    /**
     * The arithmetic mean, rounded once from the exact quotient.
     *
     * @throws ArithmeticException when {@code values} is empty
     */
    public static BigDecimal mean(Collection<BigDecimal> values, int digits) {
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(values.size()), digits, RoundingMode.HALF_EVEN);
    }
}
