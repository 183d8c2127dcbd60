package org.envdisclosure.air.rules;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * The daily values of one station, made from its hours (never from sliding means that a source publishes).
 *
 * @param exact        the valid daily values, not yet rounded; null where the day is not valid for that indicator
 * @param validHours   valid hourly means of each pollutant, 0 to 24
 * @param ozoneWindows valid 8-hour means of ozone, 0 to 17
 */
public record StationDay(DayIndicators<ExactMean> exact, SixPollutants<Integer> validHours, int ozoneWindows) {

    /** The values as published: rounded once, half to even, to whole µg/m³ and for CO to 0.1 mg/m³ (HJ 633-2026, 4.2.2). */
    public DayIndicators<BigDecimal> published() {
        return new DayIndicators<>(SixPollutants.from(pollutant -> rounded(exact.six().get(pollutant), pollutant)),
                rounded(exact.ozoneOneHour(), Pollutant.O3));
    }

    private static @Nullable BigDecimal rounded(@Nullable ExactMean mean, Pollutant pollutant) {
        return mean == null ? null : mean.rounded(pollutant.concentrationDigits());
    }
}
