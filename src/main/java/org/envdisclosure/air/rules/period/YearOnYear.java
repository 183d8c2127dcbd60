package org.envdisclosure.air.rules.period;

import java.math.BigDecimal;
import org.envdisclosure.air.rules.SixPollutants;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.jspecify.annotations.Nullable;


/**
 * A period beside the same one of the year before, both on one basis: gases at one state, the index by one standard's limits.
 * These are figures for comparison; the official ones stay those under the standard of their own time.
 *
 * <p>Changes are in percent with one decimal, worked out from the figures shown here, so that a reader can work them out too;
 * above zero is worse. No rule found says which figures to take or with how many digits.
 *
 * @param standard            the comparison standard, usually the one in force at the end of the current period
 * @param gasState            what the gases of both are stated for
 * @param change              null where a side is missing or the year before was zero
 * @param compositeIndexChange null unless both have an index
 */
public record YearOnYear(Gb3095 standard, ReferenceState gasState, Side current, Side previous, SixPollutants<BigDecimal> change,
        @Nullable BigDecimal compositeIndexChange) {

    /**
     * One of the two periods.
     *
     * @param assessed means, of CO and ozone percentiles, with the decimals of statistics; null where the period is not valid
     */
    public record Side(CalendarPeriod period, SixPollutants<BigDecimal> assessed, CompositeIndex compositeIndex) {

        private static Side of(PeriodFigures figures, Gb3095 standard, PeriodSettings settings, IndexSettings indexSettings) {
            return new Side(figures.period(), figures.assessed(settings.extraDigits()),
                    CompositeIndex.of(figures.assessed(), standard, indexSettings));
        }
    }

    /**
     * @param current  {@linkplain PeriodBasis#at at} the state in force at its end
     * @param previous the year before, on the same basis
     * @throws IllegalArgumentException when they are not a year apart or not on the same basis with a gas state
     */
    public static YearOnYear of(PeriodFigures current, PeriodFigures previous, Gb3095 standard, PeriodSettings settings,
            IndexSettings indexSettings) {
        ReferenceState state = current.basis().gasState();
        if (state == null || !previous.basis().equals(current.basis()) || !previous.period().equals(current.period().yearBefore())) {
            throw new IllegalArgumentException("%s on %s is not to be compared with %s on %s".formatted(
                    current.period().label(), current.basis(), previous.period().label(), previous.basis()));
        }
        Side now = Side.of(current, standard, settings, indexSettings);
        Side then = Side.of(previous, standard, settings, indexSettings);
        return new YearOnYear(standard, state, now, then,
                SixPollutants.from(pollutant -> Percent.change(then.assessed.get(pollutant), now.assessed.get(pollutant))),
                Percent.change(then.compositeIndex.index(), now.compositeIndex.index()));
    }
}
