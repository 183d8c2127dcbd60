package org.envdisclosure.air.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * One pass of a {@link SlidingMean} over the hours of one station, oldest first; gaps are allowed. The sum is exact, so
 * the answers are those of {@link SlidingMean#ending}. For one thread.
 */
public final class SlidingMeanSeries {

    private static final long SECONDS_PER_HOUR = 3600;

    private final SlidingMean mean;
    private final @Nullable BigDecimal[] ring;
    private BigDecimal sum = BigDecimal.ZERO;
    private int valid;
    private @Nullable Instant newest;

    SlidingMeanSeries(SlidingMean mean) {
        this.mean = mean;
        this.ring = new BigDecimal[mean.window()];
    }

    /**
     * Takes the next hour and gives the mean of the window that ends with it; empty when it holds too few valid hours.
     *
     * @param value null (or negative) when the hour has no valid value
     * @throws IllegalArgumentException when {@code hourEnd} is not one or more whole hours after the hour before
     */
    public Optional<BigDecimal> next(Instant hourEnd, @Nullable BigDecimal value) {
        forgetHoursBefore(hourEnd);
        newest = hourEnd;
        if (value != null && value.signum() >= 0) {
            ring[slot(hourEnd)] = value;
            sum = sum.add(value);
            valid++;
        }
        return valid < mean.minimum()
                ? Optional.empty()
                : Optional.of(sum.divide(BigDecimal.valueOf(valid), mean.digits(), RoundingMode.HALF_EVEN));
    }

    private void forgetHoursBefore(Instant hourEnd) {
        if (newest == null) {
            return;
        }
        long seconds = hourEnd.getEpochSecond() - newest.getEpochSecond();
        if (seconds <= 0 || seconds % SECONDS_PER_HOUR != 0 || hourEnd.getNano() != newest.getNano()) {
            throw new IllegalArgumentException("hours come oldest first and whole hours apart, but " + hourEnd + " follows " + newest);
        }
        long hours = seconds / SECONDS_PER_HOUR;
        if (hours >= ring.length) {
            forgetAll();
        } else {
            for (long ahead = 0; ahead < hours; ahead++) {
                forget(slot(hourEnd.minusSeconds(ahead * SECONDS_PER_HOUR)));
            }
        }
    }

    private void forgetAll() {
        Arrays.fill(ring, null);
        sum = BigDecimal.ZERO;
        valid = 0;
    }

    private void forget(int slot) {
        BigDecimal old = ring[slot];
        if (old != null) {
            ring[slot] = null;
            sum = sum.subtract(old);
            valid--;
        }
    }

    private int slot(Instant hourEnd) {
        return (int) Math.floorMod(Math.floorDiv(hourEnd.getEpochSecond(), SECONDS_PER_HOUR), (long) ring.length);
    }
}
