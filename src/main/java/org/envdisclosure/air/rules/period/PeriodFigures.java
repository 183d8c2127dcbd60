package org.envdisclosure.air.rules.period;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.SixPollutants;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.jspecify.annotations.Nullable;


/**
 * The daily values of one station or city over a period, put together by HJ 663.
 *
 * @param pollutants means and percentiles, unrounded
 * @param days       counted by their own AQI
 */
public record PeriodFigures(CalendarPeriod period, PeriodBasis basis, SixPollutants<PollutantFigures> pollutants, DayCounts days) {

    /**
     * @param days in any order; a day may be left out, but not come twice
     * @throws IllegalArgumentException for a day that comes twice or lies outside the period
     */
    public static PeriodFigures of(CalendarPeriod period, Collection<AssessedDay> days, PeriodBasis basis, PeriodSettings settings) {
        requireOnceAndWithin(period, days);
        List<AssessedDay> taken = days.stream().filter(day -> basis.exceptionalDays() || !day.exceptional()).toList();
        Collection<AssessedDay> counted = settings.exceptionalDaysCount() ? days : taken;
        SixPollutants<PollutantFigures> pollutants = SixPollutants.from(pollutant -> PollutantFigures.of(pollutant, taken, basis.gasState(),
                settings.validity().isValid(period, daysByMonth(pollutant, counted)), settings.percentile(pollutant)));
        return new PeriodFigures(period, basis, pollutants, DayCounts.of(taken));
    }

    /**
     * What limits are held against and the composite index is made of: means, of CO and ozone percentiles, rounded once to
     * whole µg/m³ and 0.1 mg/m³ CO; null where the period is not valid.
     */
    public SixPollutants<BigDecimal> assessed() {
        return assessed(0);
    }

    /** The same with more decimals. */
    SixPollutants<BigDecimal> assessed(int extraDigits) {
        return SixPollutants.from(pollutant -> rounded(of(pollutant).assessed(), pollutant.concentrationDigits() + extraDigits));
    }

    public PollutantFigures of(Pollutant pollutant) {
        return Objects.requireNonNull(pollutants.get(pollutant));
    }

    static @Nullable BigDecimal rounded(@Nullable Quotient figure, int digits) {
        return figure == null ? null : figure.rounded(digits);
    }

    private static Map<YearMonth, Integer> daysByMonth(Pollutant pollutant, Collection<AssessedDay> days) {
        return days.stream().filter(day -> day.concentrations().get(pollutant) != null)
                .collect(Collectors.groupingBy(day -> YearMonth.from(day.day()), Collectors.summingInt(day -> 1)));
    }

    private static void requireOnceAndWithin(CalendarPeriod period, Collection<AssessedDay> days) {
        Set<LocalDate> seen = new HashSet<>();
        for (AssessedDay day : days) {
            if (!period.contains(day.day()) || !seen.add(day.day())) {
                throw new IllegalArgumentException("%s comes twice or is no day of %s".formatted(day.day(), period.label()));
            }
        }
    }
}
