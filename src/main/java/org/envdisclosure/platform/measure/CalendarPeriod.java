package org.envdisclosure.platform.measure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A calendar month, quarter or year of China (for air GB 3095-2026, 3.11 to 3.13).
 *
 * @param firstMonth January for a year; January, April, July or October for a quarter
 */
public record CalendarPeriod(Kind kind, YearMonth firstMonth) {

    /** How long a period is. */
    public enum Kind {
        MONTH(1), QUARTER(3), YEAR(12);

        private final String wire = name().toLowerCase(Locale.ROOT);
        private final int months;

        Kind(int months) {
            this.months = months;
        }

        /** {@code month}, {@code quarter}, {@code year}; also PostgreSQL's word. */
        public String wire() {
            return wire;
        }
    }

    /** @throws IllegalArgumentException when a quarter or year begins in another month */
    public CalendarPeriod {
        if ((firstMonth.getMonthValue() - 1) % kind.months != 0) {
            throw new IllegalArgumentException("no %s begins in %s".formatted(kind, firstMonth));
        }
    }

    public static CalendarPeriod month(YearMonth month) {
        return new CalendarPeriod(Kind.MONTH, month);
    }

    /** @param quarter 1 to 4 */
    public static CalendarPeriod quarter(int year, int quarter) {
        return new CalendarPeriod(Kind.QUARTER, YearMonth.of(year, Kind.QUARTER.months * (quarter - 1) + 1));
    }

    public static CalendarPeriod year(int year) {
        return new CalendarPeriod(Kind.YEAR, YearMonth.of(year, 1));
    }

    /** The month, quarter or year that {@code day} lies in. */
    public static CalendarPeriod containing(Kind kind, LocalDate day) {
        int month = day.getMonthValue() - 1;
        return new CalendarPeriod(kind, YearMonth.of(day.getYear(), month - month % kind.months + 1));
    }

    public List<YearMonth> months() {
        return IntStream.range(0, kind.months).mapToObj(firstMonth::plusMonths).toList();
    }

    public LocalDate firstDay() {
        return firstMonth.atDay(1);
    }

    public LocalDate lastDay() {
        return firstMonth.plusMonths(kind.months - 1).atEndOfMonth();
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    /** The same period of the year before (上年同期). */
    public CalendarPeriod yearBefore() {
        return new CalendarPeriod(kind, firstMonth.minusYears(1));
    }

    /** {@code 2026-03}, {@code 2026-Q1} or {@code 2026}. */
    public String label() {
        return switch (kind) {
            case MONTH -> firstMonth.toString();
            case QUARTER -> "%d-Q%d".formatted(firstMonth.getYear(), firstMonth.getMonthValue() / kind.months + 1);
            case YEAR -> String.valueOf(firstMonth.getYear());
        };
    }
}
