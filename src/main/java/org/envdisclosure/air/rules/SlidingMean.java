package org.envdisclosure.air.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.envdisclosure.platform.measure.HalfEven;

/**
 * The mean of the last hours up to and with one hour, rounded once, half to even (GB/T 8170); none when too few are valid.
 *
 * <p>Eight hours need six valid ones (GB 3095-2026, table 4). The 20 of 24 of the same table are asked of a calendar day; here
 * they are taken for the sliding 24 hours too, for which the standard names no number, and so the threshold is a parameter.
 *
 * @param window  hours it spans
 * @param minimum valid hours it needs
 * @param digits  decimals of the result
 */
public record SlidingMean(int window, int minimum, int digits) {

    /** Ozone, µg/m³. */
    public static final SlidingMean EIGHT_HOURS = of(8, 6, 0);
    /** PM10, PM2.5 and the other gases in µg/m³; for CO take one decimal. */
    public static final SlidingMean TWENTY_FOUR_HOURS = of(24, 20, 0);

    private static final Duration HOUR = Duration.ofHours(1);

    /** @throws IllegalArgumentException when the minimum is not within 1 and the window, or digits are negative */
    public SlidingMean {
        if (minimum < 1 || minimum > window || digits < 0) {
            throw new IllegalArgumentException("minimum is 1 to the window and digits 0 or more, not %d of %d with %d digits"
                    .formatted(minimum, window, digits));
        }
    }

    /** @throws IllegalArgumentException when the minimum is not within 1 and the window, or digits are negative */
    public static SlidingMean of(int window, int minimum, int digits) {
        return new SlidingMean(window, minimum, digits);
    }

    /**
     * The mean of the window that ends at {@code hourEnd}; empty when it holds too few valid hours.
     *
     * @param hours hourly means by the end of their hour; an hour without a valid value is left out (a negative one is ignored)
     */
    public Optional<BigDecimal> ending(Instant hourEnd, Map<Instant, BigDecimal> hours) {
        List<BigDecimal> valid = new ArrayList<>(window);
        for (int back = 0; back < window; back++) {
            BigDecimal value = hours.get(hourEnd.minus(HOUR.multipliedBy(back)));
            if (value != null && value.signum() >= 0) {
                valid.add(value);
            }
        }
        return valid.size() < minimum ? Optional.empty() : Optional.of(HalfEven.mean(valid, digits));
    }

    /** A new pass over a long series, hour by hour, at a constant cost for each. */
    public SlidingMeanSeries series() {
        return new SlidingMeanSeries(this);
    }
}
