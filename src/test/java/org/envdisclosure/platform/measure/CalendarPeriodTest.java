package org.envdisclosure.platform.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarPeriodTest {

    @ParameterizedTest(name = "the {0} of {1} is {2}: {3} to {4}, the year before {5}")
    @CsvSource({
        "MONTH,   2026-03-01, 2026-03, 2026-03-01, 2026-03-31, 2025-03, month",
        "MONTH,   2024-02-29, 2024-02, 2024-02-01, 2024-02-29, 2023-02, month",
        "QUARTER, 2026-03-31, 2026-Q1, 2026-01-01, 2026-03-31, 2025-Q1, quarter",
        "QUARTER, 2026-04-01, 2026-Q2, 2026-04-01, 2026-06-30, 2025-Q2, quarter",
        "QUARTER, 2026-12-31, 2026-Q4, 2026-10-01, 2026-12-31, 2025-Q4, quarter",
        "YEAR,    2026-07-01, 2026,    2026-01-01, 2026-12-31, 2025, year"})
    void a_day_lies_in_a_month_a_quarter_and_a_year(CalendarPeriod.Kind kind, LocalDate day, String label, LocalDate first, LocalDate last,
            String yearBefore, String wire) {
        CalendarPeriod period = CalendarPeriod.containing(kind, day);
        assertThat(period.label()).isEqualTo(label);
        assertThat(period.firstDay()).isEqualTo(first);
        assertThat(period.lastDay()).isEqualTo(last);
        assertThat(period.yearBefore().label()).isEqualTo(yearBefore);
        assertThat(kind.wire()).isEqualTo(wire);
        assertThat(period.contains(first)).isTrue();
        assertThat(period.contains(last)).isTrue();
        assertThat(period.contains(first.minusDays(1))).isFalse();
        assertThat(period.contains(last.plusDays(1))).isFalse();
    }

    @Test
    void periods_by_name() {
        assertThat(CalendarPeriod.month(YearMonth.of(2026, 3)).months()).containsExactly(YearMonth.of(2026, 3));
        assertThat(CalendarPeriod.quarter(2026, 4).months())
                .containsExactly(YearMonth.of(2026, 10), YearMonth.of(2026, 11), YearMonth.of(2026, 12));
        assertThat(CalendarPeriod.year(2026).months()).hasSize(12).startsWith(YearMonth.of(2026, 1)).endsWith(YearMonth.of(2026, 12));
    }

    @Test
    void a_quarter_begins_in_one_of_four_months() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CalendarPeriod(CalendarPeriod.Kind.QUARTER, YearMonth.of(2026, 2)))
                .withMessage("no QUARTER begins in 2026-02");
        assertThatIllegalArgumentException().isThrownBy(() -> new CalendarPeriod(CalendarPeriod.Kind.YEAR, YearMonth.of(2026, 4)));
    }
}
