package org.envdisclosure.air.rules;

import static org.envdisclosure.air.rules.AqiEdition.HJ_633_2012;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Set;

/**
 * The AQI of a day.
 *
 * <p>HJ 633-2026 (4.2) reads six indicators: five daily means and the greatest 8-hour mean of ozone. HJ 633-2012 (5.1) reads
 * the greatest 1-hour mean of ozone as a seventh; the index of ozone is then the greater of its two, and that of the hour
 * alone where the 8-hour mean is above 800 µg/m³ (note to table 1). The completeness rule is that of the edition.
 */
public final class DailyAqi {

    private DailyAqi() {
    }

    /**
     * Never throws: a negative concentration counts as missing.
     *
     * @param edition      that {@linkplain AqiEdition#inForceOn in force on the day}, or another one for comparison
     * @param published    rounded concentrations, so that the index can be worked out again from what is shown
     * @param notMonitored pollutants outside the monitoring plan; see {@link AqiCalculator#of}
     */
    public static AqiReport of(AqiEdition edition, DayIndicators<BigDecimal> published, Set<Pollutant> notMonitored) {
        EnumMap<Pollutant, Iaqi> indices = AqiCalculator.indices(edition, AqiPeriod.DAY, published.six());
        BigDecimal hour = published.ozoneOneHour();
        if (edition == HJ_633_2012 && hour != null && hour.signum() >= 0) {
            indices.merge(Pollutant.O3, edition.iaqi(Pollutant.O3, Averaging.ONE_HOUR, hour), Iaqi::orGreater);
        }
        return new AqiAssessment(edition, indices, notMonitored).report();
    }
}
