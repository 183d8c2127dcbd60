package org.envdisclosure.platform.measure;

import java.math.BigDecimal;

/**
 * The plausible range of a measured column, in the column's own unit, both ends included.
 *
 * @param min the least plausible value; negative only where the quantity can be, such as water temperature
 * @param max the greatest plausible value
 */
public record ValueRange(BigDecimal min, BigDecimal max) {

    public ValueRange {
        if (min.compareTo(max) > 0) {
            throw new IllegalArgumentException("range from %s to %s is empty".formatted(min, max));
        }
    }

    /** {@code ValueRange.of("0", "20000")}; the texts are plain decimals. */
    public static ValueRange of(String min, String max) {
        return new ValueRange(new BigDecimal(min), new BigDecimal(max));
    }

    public boolean contains(BigDecimal value) {
        return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }

    /** Whether a value below zero is a measurement here and not a fault. */
    public boolean allowsNegative() {
        return min.signum() < 0;
    }
}
