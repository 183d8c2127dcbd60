package org.envdisclosure.air.rules.period;

import java.util.Arrays;
import java.util.Objects;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.SixPollutants;
import org.envdisclosure.platform.measure.CalendarPeriod;


/**
 * Whether a year meets GB 3095 (HJ 633-2026, 6.2: attainment is judged by GB 3095 and HJ 663). A place attains only if all six
 * pollutants do. Neither a month nor a quarter has such a rule.
 */
public record AnnualCompliance(Gb3095 standard, AreaClass area, SixPollutants<PollutantCompliance> pollutants) {

    /** @throws IllegalArgumentException when the figures are not those of a year */
    public static AnnualCompliance of(PeriodFigures year, Gb3095 standard, AreaClass area) {
        if (year.period().kind() != CalendarPeriod.Kind.YEAR) {
            throw new IllegalArgumentException("attainment is judged by the year, not by " + year.period().label());
        }
        return new AnnualCompliance(standard, area,
                SixPollutants.from(pollutant -> PollutantCompliance.of(pollutant, year.of(pollutant), standard, area)));
    }

    public PollutantCompliance of(Pollutant pollutant) {
        return Objects.requireNonNull(pollutants.get(pollutant));
    }

    /** Of all six. */
    public Attainment attainment() {
        return Attainment.ofAll(Arrays.stream(Pollutant.values()).map(pollutant -> of(pollutant).attainment()).toList());
    }
}
