package org.envdisclosure.air.rules.period;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/**
 * The percentile of daily values as it is taken for HJ 663: sorted ascending, place {@code k = 1 + (n - 1) · p %}, and between
 * two places linear. The formula comes from code that cites the standard, not from its text. Exact, not rounded.
 */
public final class Percentile {

    private static final int HUNDREDTHS = 2;
    private static final int HUNDRED = 100;

    private Percentile() {
    }

    /**
     * @param percent 0 (the least value) to 100 (the greatest)
     * @throws IllegalArgumentException when there are no values or the percentage is another
     */
    public static BigDecimal of(Collection<BigDecimal> values, int percent) {
        if (values.isEmpty() || percent < 0 || percent > HUNDRED) {
            throw new IllegalArgumentException("a percentile is 0 to 100 of at least one value, not %d of %d".formatted(percent, values.size()));
        }
        List<BigDecimal> sorted = values.stream().sorted().toList();
        long hundredths = (long) (sorted.size() - 1) * percent;
        int place = (int) (hundredths / HUNDRED);
        BigDecimal below = sorted.get(place);
        // at the last place there is no next value, and nothing to add
        BigDecimal above = sorted.get(Math.min(place + 1, sorted.size() - 1));
        return below.add(above.subtract(below).multiply(BigDecimal.valueOf(hundredths % HUNDRED, HUNDREDTHS)));
    }
}
