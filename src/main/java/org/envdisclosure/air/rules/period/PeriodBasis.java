package org.envdisclosure.air.rules.period;

import org.jspecify.annotations.Nullable;

/**
 * Which days a statistic takes, and at which gas state.
 *
 * @param exceptionalDays whether exceptional days take part (实况) or are left out (扣除沙尘)
 * @param gasState        all gases are converted to this state; null leaves each day at its own
 */
public record PeriodBasis(boolean exceptionalDays, @Nullable ReferenceState gasState) {

    /** Every day, nothing converted. */
    public static final PeriodBasis AS_MEASURED = new PeriodBasis(true, null);
    /** Without exceptional days, nothing converted. */
    public static final PeriodBasis WITHOUT_EXCEPTIONAL_DAYS = new PeriodBasis(false, null);

    /** For comparison with another period. */
    public PeriodBasis at(ReferenceState state) {
        return new PeriodBasis(exceptionalDays, state);
    }
}
