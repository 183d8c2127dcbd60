package org.envdisclosure.air.rules;

import java.math.BigDecimal;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One hour at one evaluation point of a city.
 *
 * @param concentrations µg/m³, CO mg/m³; null where there is no valid value
 * @param notMonitored   pollutants outside the point's monitoring plan
 */
public record PointHour(SixPollutants<BigDecimal> concentrations, Set<Pollutant> notMonitored) {

    private static final SixPollutants<BigDecimal> NOTHING = new SixPollutants<>(null, null, null, null, null, null);

    public PointHour {
        notMonitored = Set.copyOf(notMonitored);
    }

    /** A point that sent nothing for the hour. */
    public static PointHour silent(Set<Pollutant> notMonitored) {
        return new PointHour(NOTHING, notMonitored);
    }

    /** Null where there is no value or a negative one. */
    @Nullable BigDecimal valid(Pollutant pollutant) {
        BigDecimal concentration = concentrations.get(pollutant);
        return concentration == null || concentration.signum() < 0 ? null : concentration;
    }

    boolean hasValue() {
        for (Pollutant pollutant : Pollutant.values()) {
            if (valid(pollutant) != null) {
                return true;
            }
        }
        return false;
    }
}
