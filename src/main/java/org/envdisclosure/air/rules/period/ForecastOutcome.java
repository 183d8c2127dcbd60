package org.envdisclosure.air.rules.period;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;

import org.envdisclosure.air.rules.AqiLevel;
import org.envdisclosure.air.rules.Pollutant;
import org.jspecify.annotations.Nullable;

/**
 * One forecast held against the day as it came. A day without an AQI verifies nothing and has no outcome.
 *
 * @param levelHit   the observed level lies in the range of levels
 * @param withinRange the observed AQI lies in the range; null where no range was given
 * @param primaryHit some primary pollutant is common, or there is none on either side
 * @param bias       middle of the range minus observed AQI, above zero when too much was foretold; null without a range
 */
public record ForecastOutcome(int leadDays, boolean levelHit, @Nullable Boolean withinRange, boolean primaryHit, @Nullable BigDecimal bias) {

    /** Five tenths: the middle of two whole numbers. */
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** @param aqi the observed one, 0 or more */
    public static ForecastOutcome of(AqiForecast forecast, int aqi, Collection<Pollutant> primaryPollutants) {
        AqiLevel level = AqiLevel.of(aqi);
        boolean levelHit = level.compareTo(forecast.lowestLevel()) >= 0 && level.compareTo(forecast.highestLevel()) <= 0;
        boolean primaryHit = forecast.primaryPollutants().isEmpty()
                ? primaryPollutants.isEmpty()
                : !Collections.disjoint(forecast.primaryPollutants(), primaryPollutants);
        AqiForecast.AqiRange range = forecast.aqi();
        if (range == null) {
            return new ForecastOutcome(forecast.leadDays(), levelHit, null, primaryHit, null);
        }
        BigDecimal middle = BigDecimal.valueOf((long) range.lowest() + range.highest()).multiply(HALF);
        return new ForecastOutcome(forecast.leadDays(), levelHit, range.lowest() <= aqi && aqi <= range.highest(), primaryHit,
                middle.subtract(BigDecimal.valueOf(aqi)));
    }
}
