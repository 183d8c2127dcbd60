package org.envdisclosure.air.rules.period;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.envdisclosure.air.rules.Pollutant;
import org.jspecify.annotations.Nullable;

/**
 * One pollutant over a period. The figures are there from the first day on, so that a running period can be shown; only where
 * {@code valid} are they the period's.
 *
 * @param days       daily values they were computed from
 * @param valid      whether the period has the days it needs ({@link PeriodValidity})
 * @param mean       of the daily means; null for CO and ozone, which are assessed by percentile alone, and without any day
 * @param percentile {@link PeriodSettings#percentiles}; null without any day
 */
public record PollutantFigures(int days, boolean valid, @Nullable Quotient mean, @Nullable Quotient percentile) {

    private static final Set<Pollutant> WITH_MEAN = EnumSet.of(Pollutant.PM25, Pollutant.PM10, Pollutant.SO2, Pollutant.NO2);

    static PollutantFigures of(Pollutant pollutant, Collection<AssessedDay> days, @Nullable ReferenceState state, boolean valid, int percent) {
        ReferenceState common = ReferenceState.appliesTo(pollutant) ? state : null;
        // gases weighted by their own kelvin and divided by the common one: converted without a rounding on the way
        List<BigDecimal> weighted = days.stream().map(day -> weighted(day, pollutant, common)).filter(Objects::nonNull).toList();
        if (weighted.isEmpty()) {
            return new PollutantFigures(0, false, null, null);
        }
        BigDecimal divisor = common == null ? BigDecimal.ONE : common.kelvin();
        BigDecimal sum = weighted.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Quotient mean = new Quotient(sum, divisor.multiply(BigDecimal.valueOf(weighted.size())));
        return new PollutantFigures(weighted.size(), valid, WITH_MEAN.contains(pollutant) ? mean : null,
                new Quotient(Percentile.of(weighted, percent), divisor));
    }

    private static @Nullable BigDecimal weighted(AssessedDay day, Pollutant pollutant, @Nullable ReferenceState common) {
        BigDecimal concentration = day.concentrations().get(pollutant);
        return concentration == null || common == null ? concentration : concentration.multiply(day.gasState().kelvin());
    }

    /** The figure that the period is assessed by: the mean, of CO and ozone the percentile; null unless valid. */
    @Nullable Quotient assessed() {
        return !valid ? null : mean == null ? percentile : mean;
    }
}
