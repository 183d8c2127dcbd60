package org.envdisclosure.air.rules.period;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/**
 * One figure held against its limit, both in the pollutant's unit.
 *
 * @param value rounded to the digits in which limits are judged
 */
public record Judgement(BigDecimal value, BigDecimal limit) {

    private static final int DIGITS = 2;

    /** A value equal to its limit meets it. */
    public boolean exceeds() {
        return value.compareTo(limit) > 0;
    }

    /** (C - S) / S with two decimals (超标倍数), the common formula; null where the limit is met. */
    public @Nullable BigDecimal exceedanceMultiple() {
        return exceeds() ? value.subtract(limit).divide(limit, DIGITS, RoundingMode.HALF_EVEN) : null;
    }

    Attainment attainment() {
        return exceeds() ? Attainment.EXCEEDED : Attainment.ATTAINED;
    }
}
