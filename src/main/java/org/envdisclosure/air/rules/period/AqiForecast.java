package org.envdisclosure.air.rules.period;

import java.util.Set;

import org.envdisclosure.air.rules.AqiLevel;
import org.envdisclosure.air.rules.Pollutant;
import org.jspecify.annotations.Nullable;

/**
 * What was foretold for one day of one place.
 *
 * @param leadDays          days from the day of issue to the day foretold
 * @param lowestLevel       of the range of levels; the same as the highest where one level was given
 * @param aqi               null where only levels were given
 * @param primaryPollutants empty where none was expected
 */
public record AqiForecast(int leadDays, AqiLevel lowestLevel, AqiLevel highestLevel, @Nullable AqiRange aqi,
        Set<Pollutant> primaryPollutants) {

    /** Both ends belong to it. */
    public record AqiRange(int lowest, int highest) {

        /** @throws IllegalArgumentException when it is empty or negative */
        public AqiRange {
            if (lowest < 0 || lowest > highest) {
                throw new IllegalArgumentException("an AQI range from %d to %d is none".formatted(lowest, highest));
            }
        }
    }

    /** @throws IllegalArgumentException when the range of levels is empty */
    public AqiForecast {
        if (lowestLevel.compareTo(highestLevel) > 0) {
            throw new IllegalArgumentException("levels from %s to %s are none".formatted(lowestLevel, highestLevel));
        }
        primaryPollutants = Set.copyOf(primaryPollutants);
    }

    /** A forecast that gives the AQI alone: its levels follow. */
    public static AqiForecast ofRange(int leadDays, AqiRange aqi, Set<Pollutant> primaryPollutants) {
        return new AqiForecast(leadDays, AqiLevel.of(aqi.lowest()), AqiLevel.of(aqi.highest()), aqi, primaryPollutants);
    }
}
