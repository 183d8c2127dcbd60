package org.envdisclosure.air.rules;

import static org.envdisclosure.air.rules.Averaging.EIGHT_HOURS;
import static org.envdisclosure.air.rules.Averaging.ONE_HOUR;
import static org.envdisclosure.air.rules.Averaging.TWENTY_FOUR_HOURS;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The real-time AQI by the letter of HJ 633-2012 (5.1): 1-hour means of the gases, the 8-hour sliding mean of ozone, and
 * 24-hour sliding means of PM10 and PM2.5 (their 1-hour means are shown, but have no index). Not what the authority
 * published, and not published by this service; see {@link HourlyAqi}.
 */
public final class NineIndicatorAqi {

    /**
     * Means that end with the hour, µg/m³; null where there were too few valid hours.
     *
     * @param so2 24-hour mean; asked for only where the 1-hour mean has no index
     */
    public record SlidingMeans(@Nullable BigDecimal o3EightHours, @Nullable BigDecimal pm10, @Nullable BigDecimal pm25,
            @Nullable BigDecimal so2) {
    }

    private NineIndicatorAqi() {
    }

    /** Never throws: a negative concentration counts as missing. */
    public static AqiReport of(SixPollutants<BigDecimal> oneHourMeans, SlidingMeans sliding) {
        Indicators indicators = new Indicators(new EnumMap<>(Pollutant.class));
        indicators.add(Pollutant.PM25, TWENTY_FOUR_HOURS, sliding.pm25());
        indicators.add(Pollutant.PM10, TWENTY_FOUR_HOURS, sliding.pm10());
        indicators.add(Pollutant.SO2, ONE_HOUR, oneHourMeans.so2());
        if (indicators.hasNoIndex(Pollutant.SO2)) {
            indicators.add(Pollutant.SO2, TWENTY_FOUR_HOURS, sliding.so2());
        }
        indicators.add(Pollutant.NO2, ONE_HOUR, oneHourMeans.no2());
        indicators.add(Pollutant.O3, ONE_HOUR, oneHourMeans.o3());
        indicators.add(Pollutant.O3, EIGHT_HOURS, sliding.o3EightHours());
        indicators.add(Pollutant.CO, ONE_HOUR, oneHourMeans.co());
        return new AqiAssessment(AqiEdition.HJ_633_2012, indicators.byPollutant(), Set.of()).report();
    }

    /** The greatest index of each pollutant: ozone over one and over eight hours is one pollutant. */
    private record Indicators(EnumMap<Pollutant, Iaqi> byPollutant) {

        void add(Pollutant pollutant, Averaging averaging, @Nullable BigDecimal concentration) {
            if (concentration != null && concentration.signum() >= 0) {
                byPollutant.merge(pollutant, AqiEdition.HJ_633_2012.iaqi(pollutant, averaging, concentration), Iaqi::orGreater);
            }
        }

        boolean hasNoIndex(Pollutant pollutant) {
            return byPollutant.get(pollutant) == Iaqi.NotDefined.ABOVE_COLUMN;
        }
    }
}
