package org.envdisclosure.air.rules;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Set;

/**
 * The AQI of six given concentrations, by either edition.
 *
 * <p>For a day ozone is the highest 8-hour mean of the day: HJ 633-2026 asks for nothing else, and of the two ozone
 * figures of HJ 633-2012 (highest hour, highest 8-hour mean) the caller can give one.
 */
public final class AqiCalculator {

    private AqiCalculator() {
    }

    /**
     * Never throws: a negative concentration counts as missing.
     *
     * @param concentrations µg/m³, CO mg/m³; null where there is no valid value
     * @param notMonitored   pollutants that are not in the site's monitoring plan ({@code /}). They do not block the AQI
     *                       (HJ 633-2026, 5.3.2); that they were never primary on a polluted day for three years, which the
     *                       clause asks for as well, is taken from the source's own mark and cannot be checked here. A
     *                       pollutant that has a value all the same is judged like any other
     */
    public static AqiReport of(AqiEdition edition, AqiPeriod period, SixPollutants<BigDecimal> concentrations,
            Set<Pollutant> notMonitored) {
        return new AqiAssessment(edition, indices(edition, period, concentrations), notMonitored).report();
    }

    /** Of every pollutant with a valid value. */
    static EnumMap<Pollutant, Iaqi> indices(AqiEdition edition, AqiPeriod period, SixPollutants<BigDecimal> concentrations) {
        EnumMap<Pollutant, Iaqi> indices = new EnumMap<>(Pollutant.class);
        for (Pollutant pollutant : Pollutant.values()) {
            BigDecimal concentration = concentrations.get(pollutant);
            if (concentration != null && concentration.signum() >= 0) {
                indices.put(pollutant, edition.iaqi(pollutant, period.averaging(pollutant), concentration));
            }
        }
        return indices;
    }
}
