package org.envdisclosure.air.rules.period;

import java.util.Objects;

import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.SixPollutants;

/**
 * How periods are assessed where HJ 663, whose text was not at hand, would have the word.
 *
 * @param percentiles          the percentile of each pollutant's daily values: SO2 and NO2 98, PM10, PM2.5 and CO 95, ozone 90;
 *                             HJ 663-2026, table 1, as others quote it
 * @param extraDigits          decimals that a published statistic has more than a published daily value (whole µg/m³, CO 0.1 mg/m³).
 *                             0 is the practice before 2026 and the layer in which limits are judged; for statistics one
 *                             more is reported
 * @param exceptionalDaysCount whether days left out as exceptional still count towards the days a period needs; no rule was
 *                             found
 */
public record PeriodSettings(PeriodValidity validity, SixPollutants<Integer> percentiles, int extraDigits, boolean exceptionalDaysCount) {

    /** All of it unconfirmed by the text; see each part. */
    public static final PeriodSettings USUAL =
            new PeriodSettings(PeriodValidity.USUAL, new SixPollutants<>(95, 95, 98, 98, 90, 95), 0, true);

    int percentile(Pollutant pollutant) {
        return Objects.requireNonNull(percentiles.get(pollutant));
    }

    /** Decimals of a published mean or percentile. */
    public int statisticDigits(Pollutant pollutant) {
        return pollutant.concentrationDigits() + extraDigits;
    }
}
