package org.envdisclosure.air.rules.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;


class PeriodValidityTest {

    @ParameterizedTest(name = "{0} with {1} days: {2}")
    @CsvSource({
        "2026-03, 27, true", "2026-03, 26, false", "2026-04, 27, true", "2026-04, 26, false",
        "2026-02, 25, true", "2026-02, 24, false",
        "2024-02, 25, true", "2024-02, 24, false"})   // a leap February needs no more
    void a_month_needs_27_days_and_february_25(YearMonth month, int days, boolean valid) {
        assertThat(PeriodValidity.USUAL.isValid(CalendarPeriod.month(month), Map.of(month, days))).isEqualTo(valid);
    }

    @ParameterizedTest(name = "2026 with {0} in each month, {1} in February, {2} in March: {3}   ({4})")
    @CsvSource({
        "27, 27, 27, true,  exactly 324",
        "27, 25, 29, true,  exactly 324",
        "27, 25, 28, false, 323",
        "27, 25, 27, false, each month has enough but the year has 322",
        "30, 24, 31, false, February has too few",
        "30, 28, 26, false, March has too few",
        "30, 25, 27, true,  352"})
    void a_year_needs_324_days_and_each_month_its_own(int each, int february, int march, boolean valid, String why) {
        Map<YearMonth, Integer> days = new HashMap<>();
        CalendarPeriod.year(2026).months().forEach(month -> days.put(month, each));
        days.put(YearMonth.of(2026, 2), february);
        days.put(YearMonth.of(2026, 3), march);
        assertThat(PeriodValidity.USUAL.isValid(CalendarPeriod.year(2026), days)).isEqualTo(valid);
    }

    @Test
    void a_month_without_any_day_makes_the_year_invalid() {
        Map<YearMonth, Integer> days = new HashMap<>();
        CalendarPeriod.year(2026).months().subList(0, 11).forEach(month -> days.put(month, 31));
        assertThat(PeriodValidity.USUAL.isValid(CalendarPeriod.year(2026), days)).isFalse();
    }

    @Test
    void each_month_of_a_quarter_must_be_valid_unless_the_settings_say_otherwise() {
        CalendarPeriod quarter = CalendarPeriod.quarter(2026, 1);
        Map<YearMonth, Integer> enough = Map.of(YearMonth.of(2026, 1), 27, YearMonth.of(2026, 2), 25, YearMonth.of(2026, 3), 27);
        Map<YearMonth, Integer> tooFew = Map.of(YearMonth.of(2026, 1), 31, YearMonth.of(2026, 2), 28, YearMonth.of(2026, 3), 26);
        assertThat(PeriodValidity.USUAL.isValid(quarter, enough)).isTrue();
        assertThat(PeriodValidity.USUAL.isValid(quarter, tooFew)).isFalse();
        assertThat(new PeriodValidity(27, 25, 85, 324, false).isValid(quarter, tooFew)).isTrue();
        assertThat(new PeriodValidity(27, 25, 86, 324, false).isValid(quarter, tooFew)).isFalse();
        assertThat(new PeriodValidity(27, 25, 80, 324, true).isValid(quarter, enough)).isFalse();
        assertThat(new PeriodValidity(27, 25, 0, 324, false).isValid(quarter, Map.of())).isFalse();
    }
}
