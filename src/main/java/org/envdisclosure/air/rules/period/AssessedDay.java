package org.envdisclosure.air.rules.period;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.envdisclosure.air.rules.AqiReport;
import org.envdisclosure.air.rules.DayIndicators;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.SixPollutants;
import org.jspecify.annotations.Nullable;

/**
 * One day of one station or city, as the statistics of a period take it.
 *
 * @param concentrations    valid daily values, of ozone the greatest 8-hour mean; null where there is none
 * @param aqi               null when the day has none that may be published
 * @param primaryPollutants empty up to an AQI of 50
 * @param exceptional       marked by the authority as an exceptional event such as a dust storm; never worked out here
 * @param gasState          what the gases are stated for
 */
public record AssessedDay(LocalDate day, SixPollutants<BigDecimal> concentrations, @Nullable Integer aqi,
        List<Pollutant> primaryPollutants, boolean exceptional, ReferenceState gasState) {

    public AssessedDay {
        primaryPollutants = List.copyOf(primaryPollutants);
    }

    /** A day with its own AQI, at the gas state of its time. */
    public static AssessedDay of(LocalDate day, DayIndicators<BigDecimal> published, AqiReport report, boolean exceptional) {
        return new AssessedDay(day, published.six(), report.aqi(), report.primaryPollutants(), exceptional, ReferenceState.inForceOn(day));
    }
}
