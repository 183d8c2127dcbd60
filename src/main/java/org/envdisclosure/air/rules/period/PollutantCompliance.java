package org.envdisclosure.air.rules.period;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;

import org.envdisclosure.air.rules.Pollutant;
import org.jspecify.annotations.Nullable;

/**
 * One pollutant of a year: its mean against the limit of a year and its percentile against that of a day; both count.
 *
 * @param mean       null for CO and ozone, which have no limit of a year, and where the year is not valid
 * @param percentile null where the year is not valid
 */
public record PollutantCompliance(@Nullable Judgement mean, @Nullable Judgement percentile) {

    static PollutantCompliance of(Pollutant pollutant, PollutantFigures year, Gb3095 standard, AreaClass area) {
        return new PollutantCompliance(
                judged(year, year.mean(), pollutant, standard.limit(area, pollutant, LimitPeriod.YEAR)),
                judged(year, year.percentile(), pollutant, standard.limit(area, pollutant, LimitPeriod.DAY)));
    }

    private static @Nullable Judgement judged(PollutantFigures year, @Nullable Quotient figure, Pollutant pollutant, @Nullable BigDecimal limit) {
        return !year.valid() || figure == null || limit == null
                ? null
                : new Judgement(figure.rounded(pollutant.concentrationDigits()), limit);
    }

    public Attainment attainment() {
        return percentile == null
                ? Attainment.UNDETERMINED
                : Attainment.ofAll(Stream.of(mean, percentile).filter(Objects::nonNull).map(Judgement::attainment).toList());
    }
}
