package org.envdisclosure.air.rules.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.envdisclosure.air.rules.Concentrations.six;
import static org.envdisclosure.air.rules.period.Days.run;
import static org.envdisclosure.air.rules.period.PeriodBasis.AS_MEASURED;
import static org.envdisclosure.air.rules.period.ReferenceState.AT_273_K;
import static org.envdisclosure.air.rules.period.ReferenceState.AT_298_K;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;


class YearOnYearTest {

    @Test
    void both_years_are_shown_under_the_comparison_standard() {
        YearOnYear march = compare(month("2026-03", "30 60 6 20 80 1.0"), month("2025-03", "32 60 8 20 90 1.1"), Gb3095.GB_3095_2026_TRANSITIONAL);
        assertThat(march.standard()).isEqualTo(Gb3095.GB_3095_2026_TRANSITIONAL);
        assertThat(march.current().compositeIndex().index()).isEqualTo(new BigDecimal("3.35"));
        // 32/30 1.07, 60/60 1.00, 8/60 0.13, 20/40 0.50, 90/160 0.56, 1.1/4 0.28 (0.275): 3.54
        assertThat(march.previous().compositeIndex().index()).isEqualTo(new BigDecimal("3.54"));
        assertThat(march.compositeIndexChange()).isEqualTo(new BigDecimal("-5.4"));
        assertThat(march.change()).isEqualTo(six("-6.2 0.0 -25.0 0.0 -11.1 -9.1"));
        assertThat(march.previous().period().label()).isEqualTo("2025-03");
    }

    @Test
    void across_the_change_of_state_the_gases_of_both_years_stand_at_the_later_one() {
        YearOnYear august = compare(month("2019-08", "30 60 9 18 147 1.1"), month("2018-08", "30 60 10 20 160 1.2"), Gb3095.GB_3095_2012);
        assertThat(august.gasState()).isEqualTo(AT_298_K);
        assertThat(august.current().assessed()).isEqualTo(six("30 60 9 18 147 1.1"));
        assertThat(august.previous().assessed()).isEqualTo(six("30 60 9 18 147 1.1"));
        assertThat(august.change()).isEqualTo(six("0.0 0.0 0.0 0.0 0.0 0.0"));
        assertThat(august.compositeIndexChange()).isEqualTo(new BigDecimal("0.0"));
    }

    @Test
    void a_longer_statistic_tells_smaller_changes() {
        PeriodSettings oneMore = new PeriodSettings(PeriodValidity.USUAL, PeriodSettings.USUAL.percentiles(), 1, true);
        YearOnYear august = YearOnYear.of(month("2019-08", "30 60 9 18 147 1.1"), month("2018-08", "30 60 10 20 160 1.2"),
                Gb3095.GB_3095_2012, oneMore, IndexSettings.USUAL);
        assertThat(august.previous().assessed()).isEqualTo(six("30.0 60.0 9.2 18.3 146.5 1.10"));
        assertThat(august.change()).isEqualTo(six("0.0 0.0 -2.2 -1.6 0.3 0.0"));
        assertThat(august.previous().compositeIndex().single().no2()).isEqualTo(new BigDecimal("0.45"));   // of 18, as limits are judged
    }

    @ParameterizedTest(name = "from {0} to {1}: {2} %")
    @CsvSource(nullValues = "-", value = {
        "29, 30, 3.4", "30, 29, -3.3", "9, 9, 0.0", "1.1, 1.0, -9.1", "16, 17, 6.2", "16, 19, 18.8", "16, 15, -6.2", "0, 5, -", "5, 0, -100.0", "-, 5, -", "5, -, -"})
    void a_change_above_zero_is_worse(BigDecimal previous, BigDecimal current, BigDecimal percent) {
        assertThat(Percent.change(previous, current)).isEqualTo(percent);
    }

    @Test
    void what_a_side_has_not_is_not_compared() {
        YearOnYear march = compare(month("2026-03", "30 60 6 20 80 -"), month("2025-03", "- 60 8 20 90 1.1"), Gb3095.GB_3095_2012);
        assertThat(march.change()).isEqualTo(six("- 0.0 -25.0 0.0 -11.1 -"));
        assertThat(march.compositeIndexChange()).isNull();
    }

    @Test
    void only_the_same_period_a_year_apart_on_one_basis_is_compared() {
        PeriodFigures march = month("2026-03", "30 60 6 20 80 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> compare(march, month("2025-04", "30 60 6 20 80 1.0"), Gb3095.GB_3095_2012));
        assertThatIllegalArgumentException().isThrownBy(() -> compare(march, month("2024-03", "30 60 6 20 80 1.0"), Gb3095.GB_3095_2012));
        assertThatIllegalArgumentException().isThrownBy(() -> compare(march,
                month("2025-03", "30 60 6 20 80 1.0", AS_MEASURED.at(AT_273_K)), Gb3095.GB_3095_2012));
        assertThatIllegalArgumentException().isThrownBy(() -> compare(march,
                month("2025-03", "30 60 6 20 80 1.0", PeriodBasis.WITHOUT_EXCEPTIONAL_DAYS.at(AT_298_K)), Gb3095.GB_3095_2012));
        assertThatIllegalArgumentException().isThrownBy(() -> compare(month("2026-03", "30 60 6 20 80 1.0", AS_MEASURED),
                month("2025-03", "30 60 6 20 80 1.0", AS_MEASURED), Gb3095.GB_3095_2012));
    }

    private static YearOnYear compare(PeriodFigures current, PeriodFigures previous, Gb3095 standard) {
        return YearOnYear.of(current, previous, standard, PeriodSettings.USUAL, IndexSettings.USUAL);
    }

    private static PeriodFigures month(String month, String everyDay) {
        return month(month, everyDay, AS_MEASURED.at(AT_298_K));
    }

    private static PeriodFigures month(String month, String everyDay, PeriodBasis basis) {
        YearMonth named = YearMonth.parse(month);
        return PeriodFigures.of(CalendarPeriod.month(named), run(month + "-01", named.lengthOfMonth(), everyDay).toList(), basis, PeriodSettings.USUAL);
    }
}
