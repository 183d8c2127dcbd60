package org.envdisclosure.air.rules;

import java.math.BigDecimal;
import java.util.Set;

/**
 * The real-time AQI as the authority publishes it: that of the six 1-hour means, PM10 and PM2.5 read on their 24-hour columns.
 *
 * <p>HJ 633-2026 says so itself (4.2.3, 4.2.4). HJ 633-2012 speaks of nine indicators ({@link NineIndicatorAqi}), but the
 * authority's own figures before 2026-03-01 follow this reading, so it is what is published for both editions. A 1-hour mean
 * of SO2 above 800 µg/m³ has no index by HJ 633-2012, which refers to the 24-hour mean; an hour has none, so SO2 is left out
 * of its AQI and named in {@link AqiReport#withoutIndex()}.
 */
public final class HourlyAqi {

    private HourlyAqi() {
    }

    /** @see AqiCalculator#of */
    public static AqiReport of(AqiEdition edition, SixPollutants<BigDecimal> oneHourMeans, Set<Pollutant> notMonitored) {
        return AqiCalculator.of(edition, AqiPeriod.HOUR, oneHourMeans, notMonitored);
    }
}
