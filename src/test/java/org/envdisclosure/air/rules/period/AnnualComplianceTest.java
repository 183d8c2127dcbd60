package org.envdisclosure.air.rules.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.envdisclosure.air.rules.period.AreaClass.FIRST;
import static org.envdisclosure.air.rules.period.AreaClass.SECOND;
import static org.envdisclosure.air.rules.period.Attainment.ATTAINED;
import static org.envdisclosure.air.rules.period.Attainment.EXCEEDED;
import static org.envdisclosure.air.rules.period.Attainment.UNDETERMINED;
import static org.envdisclosure.air.rules.period.Days.run;
import static org.envdisclosure.air.rules.period.Gb3095.GB_3095_2012;
import static org.envdisclosure.air.rules.period.Gb3095.GB_3095_2026;
import static org.envdisclosure.air.rules.period.Gb3095.GB_3095_2026_TRANSITIONAL;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;


class AnnualComplianceTest {

    @ParameterizedTest(name = "{0} by {1}, class {2}: {3}   ({4})")
    @CsvSource({
        "30 60 8 20 160 4.0, GB_3095_2012,              SECOND, ATTAINED, ",
        "30 60 8 20 160 4.0, GB_3095_2026_TRANSITIONAL, SECOND, ATTAINED, all at the limit",
        "30 60 8 20 160 4.0, GB_3095_2026,              SECOND, EXCEEDED, 30 and 60 exceed 25 and 50",
        "31 60 8 20 160 4.0, GB_3095_2012,              SECOND, ATTAINED, ",
        "31 60 8 20 160 4.0, GB_3095_2026_TRANSITIONAL, SECOND, EXCEEDED, PM2.5 31 exceeds 30",
        "30 60 8 20 161 4.0, GB_3095_2012,              SECOND, EXCEEDED, ozone",
        "30 60 8 20 160 4.1, GB_3095_2012,              SECOND, EXCEEDED, CO",
        "15 40 8 20 100 4.0, GB_3095_2012,              FIRST,  ATTAINED, ",
        "16 40 8 20 100 4.0, GB_3095_2012,              FIRST,  EXCEEDED, ",
        "-  60 8 20 160 4.0, GB_3095_2012,              SECOND, UNDETERMINED, PM2.5 is missing",
        "-  60 8 20 161 4.0, GB_3095_2012,              SECOND, EXCEEDED, one that exceeds settles it"})
    void a_year_attains_when_all_six_do(String everyDay, Gb3095 standard, AreaClass area, Attainment attainment, String why) {
        assertThat(AnnualCompliance.of(year(run("2025-01-01", 365, everyDay)), standard, area).attainment()).isEqualTo(attainment);
    }

    @Test
    void mean_and_percentile_both_count() {
        // 340 days of 30 and 25 of 80: mean 33.4, P95 at place 346.8
        AnnualCompliance year = AnnualCompliance.of(
                year(run("2025-01-01", 340, "30 60 8 20 100 1.0"), run("2025-12-07", 25, "80 60 8 20 100 1.0")), GB_3095_2012, SECOND);
        PollutantCompliance pm25 = year.of(Pollutant.PM25);
        assertThat(pm25.mean()).isEqualTo(new Judgement(new BigDecimal("33"), new BigDecimal("35")));
        assertThat(pm25.mean().exceeds()).isFalse();
        assertThat(pm25.mean().exceedanceMultiple()).isNull();
        assertThat(pm25.percentile()).isEqualTo(new Judgement(new BigDecimal("80"), new BigDecimal("75")));
        assertThat(pm25.percentile().exceedanceMultiple()).isEqualTo(new BigDecimal("0.07"));
        assertThat(pm25.attainment()).isEqualTo(EXCEEDED);
        assertThat(year.of(Pollutant.PM10).attainment()).isEqualTo(ATTAINED);
        assertThat(year.attainment()).isEqualTo(EXCEEDED);
    }

    @Test
    void a_mean_over_its_limit_exceeds_though_the_percentile_does_not() {
        PollutantCompliance pm25 = AnnualCompliance.of(year(run("2025-01-01", 365, "36 60 8 20 100 1.0")), GB_3095_2012, SECOND).of(Pollutant.PM25);
        assertThat(pm25.mean().exceedanceMultiple()).isEqualTo(new BigDecimal("0.03"));
        assertThat(pm25.percentile().exceeds()).isFalse();
        assertThat(pm25.attainment()).isEqualTo(EXCEEDED);
    }

    @Test
    void co_and_ozone_have_no_limit_of_a_year() {
        AnnualCompliance year = AnnualCompliance.of(year(run("2025-01-01", 365, "30 60 8 20 176 1.0")), GB_3095_2012, SECOND);
        assertThat(year.of(Pollutant.CO).mean()).isNull();
        assertThat(year.of(Pollutant.CO).percentile()).isEqualTo(new Judgement(new BigDecimal("1.0"), new BigDecimal("4")));
        assertThat(year.of(Pollutant.O3).mean()).isNull();
        assertThat(year.of(Pollutant.O3).percentile().exceedanceMultiple()).isEqualTo(new BigDecimal("0.10"));
    }

    @ParameterizedTest(name = "{0} over {1}: {2}")
    @CsvSource(nullValues = "-", value = {"160, 160, -", "161, 160, 0.01", "168, 160, 0.05", "162, 160, 0.01", "164, 160, 0.02", "166, 160, 0.04", "320, 160, 1.00"})
    void the_exceedance_multiple_is_rounded_half_to_even(BigDecimal value, BigDecimal limit, BigDecimal multiple) {
        assertThat(new Judgement(value, limit).exceedanceMultiple()).isEqualTo(multiple);
    }

    @Test
    void the_figure_is_rounded_before_it_is_judged() {
        // 183 days of 35 and 182 of 36 are 35.498…: judged as 35
        PeriodFigures year = year(run("2025-01-01", 183, "35 60 8 20 100 1.0"), run("2025-07-03", 182, "36 60 8 20 100 1.0"));
        assertThat(AnnualCompliance.of(year, GB_3095_2012, SECOND).of(Pollutant.PM25).mean().value()).isEqualTo(new BigDecimal("35"));
        assertThat(AnnualCompliance.of(year, GB_3095_2012, SECOND).attainment()).isEqualTo(ATTAINED);
    }

    @Test
    void a_year_that_is_not_valid_judges_nothing() {
        AnnualCompliance year = AnnualCompliance.of(year(run("2025-01-01", 323, "300 600 8 20 300 1.0")), GB_3095_2026, FIRST);
        assertThat(year.of(Pollutant.PM25)).isEqualTo(new PollutantCompliance(null, null));
        assertThat(year.attainment()).isEqualTo(UNDETERMINED);
    }

    @Test
    void neither_month_nor_quarter_is_judged() {
        PeriodFigures march = PeriodFigures.of(CalendarPeriod.month(YearMonth.of(2025, 3)), run("2025-03-01", 31, "30 60 8 20 100 1.0").toList(),
                PeriodBasis.AS_MEASURED, PeriodSettings.USUAL);
        assertThatIllegalArgumentException().isThrownBy(() -> AnnualCompliance.of(march, GB_3095_2026_TRANSITIONAL, SECOND))
                .withMessage("attainment is judged by the year, not by 2025-03");
    }

    @SafeVarargs
    private static PeriodFigures year(Stream<AssessedDay>... runs) {
        return PeriodFigures.of(CalendarPeriod.year(2025), Stream.of(runs).flatMap(run -> run).toList(), PeriodBasis.AS_MEASURED, PeriodSettings.USUAL);
    }
}
