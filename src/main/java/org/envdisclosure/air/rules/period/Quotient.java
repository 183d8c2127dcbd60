package org.envdisclosure.air.rules.period;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A computed figure before its one rounding: it may be shown with one number of digits, and judged with another, and must not
 * be rounded twice on the way (GB/T 8170).
 *
 * @param denominator above zero
 */
public record Quotient(BigDecimal numerator, BigDecimal denominator) {

    /** Rounded once, half to even. */
    public BigDecimal rounded(int digits) {
        return numerator.divide(denominator, digits, RoundingMode.HALF_EVEN);
    }
}
