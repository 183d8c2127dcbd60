package org.envdisclosure.air.rules.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.envdisclosure.air.rules.Concentrations.six;
import static org.envdisclosure.air.rules.period.Days.exceptional;
import static org.envdisclosure.air.rules.period.Days.run;
import static org.envdisclosure.air.rules.period.PeriodBasis.AS_MEASURED;
import static org.envdisclosure.air.rules.period.PeriodBasis.WITHOUT_EXCEPTIONAL_DAYS;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.envdisclosure.air.rules.AqiLevel;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.SixPollutants;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.junit.jupiter.api.Test;


class PeriodFiguresTest {

    private static final CalendarPeriod MARCH = CalendarPeriod.month(YearMonth.of(2026, 3));

    @Test
    void a_month_by_hand() {
        // 30 days: 20 and 10. PM2.5 (20 x 30 + 10 x 45) / 30 = 35; places of the percentiles: 1 + 29 p
        PeriodFigures march = figures(MARCH, run("2026-03-01", 20, "30 50 8 20 90 0.6"), run("2026-03-21", 10, "45 71 9 41 170 1.3"));
        assertThat(march.assessed()).isEqualTo(six("35 57 8 27 170 1.3"));
        PollutantFigures pm25 = march.of(Pollutant.PM25);
        assertThat(pm25.days()).isEqualTo(30);
        assertThat(pm25.valid()).isTrue();
        assertThat(pm25.mean()).isEqualTo(new Quotient(new BigDecimal("1050"), new BigDecimal("30")));
        assertThat(pm25.percentile().rounded(0)).isEqualTo(new BigDecimal("45"));
        assertThat(march.of(Pollutant.O3).mean()).isNull();
        assertThat(march.of(Pollutant.CO).mean()).isNull();
    }

    @Test
    void each_pollutant_has_its_percentile() {
        List<AssessedDay> days = new ArrayList<>();
        for (int day = 1; day <= 31; day++) {
            String value = String.valueOf(day * 10);
            run("2026-03-%02d".formatted(day), 1, (value + " ").repeat(6)).forEach(days::add);
        }
        Collections.shuffle(days, new Random(7));
        PeriodFigures march = PeriodFigures.of(MARCH, days, AS_MEASURED, PeriodSettings.USUAL);
        // places 1 + 30 p: 29.5 for P95, 30.4 for P98, 28 for P90
        assertThat(SixPollutants.<BigDecimal>from(pollutant -> march.of(pollutant).percentile().rounded(0)))
                .isEqualTo(six("295 295 304 304 280 295"));
    }

    @Test
    void a_month_with_26_days_is_shown_but_not_valid() {
        PeriodFigures march = figures(MARCH, run("2026-03-01", 26, "30 50 8 20 90 0.6"));
        assertThat(march.of(Pollutant.PM25).mean().rounded(0)).isEqualTo(new BigDecimal("30"));
        assertThat(march.of(Pollutant.PM25).valid()).isFalse();
        assertThat(march.assessed()).isEqualTo(six("- - - - - -"));
        assertThat(figures(MARCH, run("2026-03-01", 27, "30 50 8 20 90 0.6")).assessed()).isEqualTo(six("30 50 8 20 90 0.6"));
    }

    @Test
    void a_leap_february_needs_25_days() {
        CalendarPeriod february = CalendarPeriod.month(YearMonth.of(2024, 2));
        assertThat(figures(february, run("2024-02-05", 25, "30 50 8 20 90 0.6")).assessed().pm25()).isEqualTo(new BigDecimal("30"));
        assertThat(figures(february, run("2024-02-06", 24, "30 50 8 20 90 0.6")).assessed().pm25()).isNull();
    }

    @Test
    void pollutants_are_valid_each_by_itself() {
        PeriodFigures march = figures(MARCH, run("2026-03-01", 26, "30 50 8 20 90 0.6"), run("2026-03-27", 5, "30 - 8 20 90 0.6"));
        assertThat(march.assessed()).isEqualTo(six("30 - 8 20 90 0.6"));
        assertThat(march.of(Pollutant.PM10).days()).isEqualTo(26);
    }

    @Test
    void a_year_needs_324_days() {
        CalendarPeriod year = CalendarPeriod.year(2025);
        Stream<AssessedDay> days = year.months().stream().flatMap(month -> run(month.atDay(1).toString(),
                month.getMonthValue() == 2 ? 25 : 27, "30 50 8 20 90 0.6"));
        List<AssessedDay> least = new ArrayList<>(days.toList());
        assertThat(least).hasSize(322);
        run("2025-01-28", 1, "30 50 8 20 90 0.6").forEach(least::add);
        assertThat(PeriodFigures.of(year, least, AS_MEASURED, PeriodSettings.USUAL).assessed()).isEqualTo(six("- - - - - -"));
        run("2025-03-28", 1, "30 50 8 20 90 0.6").forEach(least::add);
        assertThat(PeriodFigures.of(year, least, AS_MEASURED, PeriodSettings.USUAL).assessed()).isEqualTo(six("30 50 8 20 90 0.6"));
    }

    @Test
    void figures_are_rounded_once_for_each_use() {
        // 31 days, 15 of 35 and 16 of 36: 35.516…; P95 of CO between 0.7 and 0.8 at place 29.5 of 31
        PeriodFigures march = figures(MARCH, run("2026-03-01", 15, "35 50 8 20 90 0.7"), run("2026-03-16", 14, "36 50 8 20 90 0.7"),
                run("2026-03-30", 2, "36 50 8 20 90 0.8"));
        assertThat(march.of(Pollutant.PM25).mean().rounded(1)).isEqualTo(new BigDecimal("35.5"));
        assertThat(march.assessed().pm25()).isEqualTo(new BigDecimal("36"));
        assertThat(march.of(Pollutant.CO).percentile().rounded(2)).isEqualTo(new BigDecimal("0.75"));
        assertThat(march.assessed().co()).isEqualTo(new BigDecimal("0.8"));
        PeriodSettings oneMore = new PeriodSettings(PeriodValidity.USUAL, PeriodSettings.USUAL.percentiles(), 1, true);
        assertThat(oneMore.statisticDigits(Pollutant.PM25)).isEqualTo(1);
        assertThat(oneMore.statisticDigits(Pollutant.CO)).isEqualTo(2);
        assertThat(PeriodSettings.USUAL.statisticDigits(Pollutant.CO)).isEqualTo(1);
    }

    @Test
    void days_are_counted_by_level_and_by_primary_pollutant() {
        PeriodFigures march = figures(MARCH,
                run("2026-03-01", 3, "30 50 8 20 90 0.6", 50),
                run("2026-03-04", 10, "30 50 8 20 90 0.6", 51, Pollutant.PM10),
                run("2026-03-14", 7, "30 50 8 20 90 0.6", 100, Pollutant.PM10, Pollutant.O3),
                run("2026-03-21", 4, "30 50 8 20 90 0.6", 101, Pollutant.O3),
                run("2026-03-25", 1, "30 50 8 20 90 0.6", 200, Pollutant.PM25),
                run("2026-03-26", 1, "30 50 8 20 90 0.6", 201, Pollutant.PM25),
                run("2026-03-27", 1, "30 50 8 20 90 0.6", 500, Pollutant.PM10),
                run("2026-03-28", 2, "30 - 8 20 90 0.6", null));
        assertThat(march.days()).isEqualTo(new DayCounts(27, List.of(3, 17, 4, 1, 1, 1), new SixPollutants<>(2, 18, 0, 0, 11, 0)));
        assertThat(march.days().good()).isEqualTo(20);
        assertThat(march.days().of(AqiLevel.LIGHT)).isEqualTo(4);
        assertThat(march.days().goodShare()).isEqualTo(new BigDecimal("74.1"));   // 20 of 27
    }

    @Test
    void the_share_of_good_days_is_rounded_half_to_even() {
        assertThat(new DayCounts(16, List.of(0, 1, 15, 0, 0, 0), new SixPollutants<>(0, 0, 0, 0, 0, 0)).goodShare())
                .isEqualTo(new BigDecimal("6.2"));      // 6.25
        assertThat(new DayCounts(16, List.of(0, 3, 13, 0, 0, 0), new SixPollutants<>(0, 0, 0, 0, 0, 0)).goodShare())
                .isEqualTo(new BigDecimal("18.8"));     // 18.75
        assertThat(figures(MARCH).days().goodShare()).isNull();
    }

    @Test
    void exceptional_days_are_left_out_of_the_figures_beside() {
        List<AssessedDay> days = Stream.concat(run("2026-03-01", 26, "30 50 8 20 90 0.6"),
                run("2026-03-27", 2, "90 900 8 20 90 0.6", 500, Pollutant.PM10).map(Days::exceptional)).toList();
        PeriodFigures measured = PeriodFigures.of(MARCH, days, AS_MEASURED, PeriodSettings.USUAL);
        PeriodFigures without = PeriodFigures.of(MARCH, days, WITHOUT_EXCEPTIONAL_DAYS, PeriodSettings.USUAL);
        // (26 x 50 + 2 x 900) / 28 = 110.7; (26 x 30 + 2 x 90) / 28 = 34.3
        assertThat(measured.assessed()).isEqualTo(six("34 111 8 20 90 0.6"));
        assertThat(measured.days().valid()).isEqualTo(28);
        assertThat(without.assessed()).isEqualTo(six("30 50 8 20 90 0.6"));
        assertThat(without.days().valid()).isEqualTo(26);
        assertThat(without.of(Pollutant.PM10).days()).isEqualTo(26);
    }

    @Test
    void whether_exceptional_days_count_towards_the_27_is_a_setting() {
        List<AssessedDay> days = Stream.concat(run("2026-03-01", 26, "30 50 8 20 90 0.6"),
                Stream.of(exceptional(run("2026-03-27", 1, "90 900 8 20 90 0.6").findFirst().orElseThrow()))).toList();
        PeriodSettings strict = new PeriodSettings(PeriodValidity.USUAL, PeriodSettings.USUAL.percentiles(), 0, false);
        assertThat(PeriodFigures.of(MARCH, days, WITHOUT_EXCEPTIONAL_DAYS, strict).of(Pollutant.PM25).valid()).isFalse();
        assertThat(PeriodFigures.of(MARCH, days, AS_MEASURED, strict).of(Pollutant.PM25).valid()).isTrue();
    }

    @Test
    void a_month_of_exceptional_days_alone_has_no_figures_without_them() {
        List<AssessedDay> days = run("2026-03-01", 31, "90 900 8 20 90 0.6").map(Days::exceptional).toList();
        PeriodFigures without = PeriodFigures.of(MARCH, days, WITHOUT_EXCEPTIONAL_DAYS, PeriodSettings.USUAL);
        assertThat(without.of(Pollutant.PM25)).isEqualTo(new PollutantFigures(0, false, null, null));
        assertThat(without.days().goodShare()).isNull();
    }

    @Test
    void at_another_state_gases_are_converted_and_particles_are_not() {
        CalendarPeriod august = CalendarPeriod.month(YearMonth.of(2018, 8));
        List<AssessedDay> days = run("2018-08-01", 31, "30 50 10 20 160 1.2").toList();
        PeriodFigures at298 = PeriodFigures.of(august, days, AS_MEASURED.at(ReferenceState.AT_298_K), PeriodSettings.USUAL);
        // x 273/298.15: 9.156…, 18.31…, 146.50…, 1.098…
        assertThat(at298.assessed()).isEqualTo(six("30 50 9 18 147 1.1"));
        assertThat(PeriodFigures.of(august, days, AS_MEASURED, PeriodSettings.USUAL).assessed()).isEqualTo(six("30 50 10 20 160 1.2"));
    }

    @Test
    void a_quarter_across_the_change_is_converted_day_by_day() {
        CalendarPeriod quarter = CalendarPeriod.quarter(2018, 3);
        Stream<AssessedDay> before = run("2018-07-01", 62, "30 50 10 29.815 100 1.2");
        Stream<AssessedDay> after = run("2018-09-01", 30, "30 50 10 27.3 100 1.2");
        PeriodFigures at298 = PeriodFigures.of(quarter, Stream.concat(before, after).toList(),
                AS_MEASURED.at(ReferenceState.AT_298_K), PeriodSettings.USUAL);
        assertThat(at298.of(Pollutant.NO2).mean().rounded(10)).isEqualByComparingTo("27.3");
        assertThat(at298.of(Pollutant.NO2).percentile().rounded(10)).isEqualByComparingTo("27.3");
        // SO2: (62 x 10 x 0.915646… + 30 x 10) / 92 = 9.4315…
        assertThat(at298.of(Pollutant.SO2).mean().rounded(3)).isEqualTo(new BigDecimal("9.432"));
        // O3: sorted, 62 of 91.56… and 30 of 100: P90 at place 82.9
        assertThat(at298.of(Pollutant.O3).percentile().rounded(0)).isEqualTo(new BigDecimal("100"));
    }

    @Test
    void a_day_belongs_to_the_period_and_comes_once() {
        List<AssessedDay> april = run("2026-04-01", 1, "30 50 8 20 90 0.6").toList();
        assertThatIllegalArgumentException().isThrownBy(() -> PeriodFigures.of(MARCH, april, AS_MEASURED, PeriodSettings.USUAL))
                .withMessage("2026-04-01 comes twice or is no day of 2026-03");
        List<AssessedDay> twice = Stream.concat(run("2026-03-01", 2, "30 50 8 20 90 0.6"), run("2026-03-02", 1, "30 50 8 20 90 0.6")).toList();
        assertThatIllegalArgumentException().isThrownBy(() -> PeriodFigures.of(MARCH, twice, AS_MEASURED, PeriodSettings.USUAL))
                .withMessage("2026-03-02 comes twice or is no day of 2026-03");
    }

    @SafeVarargs
    private static PeriodFigures figures(CalendarPeriod period, Stream<AssessedDay>... runs) {
        return PeriodFigures.of(period, Stream.of(runs).flatMap(run -> run).toList(), AS_MEASURED, PeriodSettings.USUAL);
    }
}
