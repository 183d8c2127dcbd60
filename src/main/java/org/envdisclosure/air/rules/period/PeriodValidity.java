package org.envdisclosure.air.rules.period;

import java.time.Month;
import java.time.YearMonth;
import java.util.Map;
import org.envdisclosure.platform.measure.CalendarPeriod;

/**
 * How many valid daily values a statistic over a period needs, for each pollutant by itself.
 *
 * <p>GB 3095-2026, table 4, asks this of the year of SO2, NO2, PM10 and PM2.5 (the edition of 2012 has the same numbers), and
 * HJ 663 the same of the year of ozone. That CO follows it, that a month by itself needs what the year asks of it, and
 * everything about the quarter is not settled by a text at hand and so a setting.
 *
 * @param leastDaysOfMonth    of every month but February, 27
 * @param leastDaysOfFebruary 25, also in a leap year
 * @param leastDaysOfQuarter  over the whole quarter; 0 where its months alone decide
 * @param leastDaysOfYear     324, besides that each month has enough
 * @param quarterNeedsMonths  whether each month of a quarter must have enough
 */
public record PeriodValidity(int leastDaysOfMonth, int leastDaysOfFebruary, int leastDaysOfQuarter, int leastDaysOfYear,
        boolean quarterNeedsMonths) {

    public static final PeriodValidity USUAL = new PeriodValidity(27, 25, 0, 324, true);

    /** @param days number of valid daily values by month; a month left out has none */
    public boolean isValid(CalendarPeriod period, Map<YearMonth, Integer> days) {
        int total = period.months().stream().mapToInt(month -> days.getOrDefault(month, 0)).sum();
        boolean months = period.months().stream().allMatch(month -> days.getOrDefault(month, 0) >= leastDays(month));
        return switch (period.kind()) {
            case MONTH -> months;
            case QUARTER -> total > 0 && total >= leastDaysOfQuarter && (months || !quarterNeedsMonths);
            case YEAR -> months && total >= leastDaysOfYear;
        };
    }

    private int leastDays(YearMonth month) {
        return month.getMonth() == Month.FEBRUARY ? leastDaysOfFebruary : leastDaysOfMonth;
    }
}
