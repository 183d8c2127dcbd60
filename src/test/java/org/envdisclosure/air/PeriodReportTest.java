package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.envdisclosure.air.rules.AqiEdition;
import org.envdisclosure.air.rules.DailyAqi;
import org.envdisclosure.air.rules.DayIndicators;
import org.envdisclosure.air.rules.SixPollutants;
import org.envdisclosure.air.rules.period.AssessedDay;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.junit.jupiter.api.Test;

/** A whole year that crosses two standards, by hand: no feed has one before it is over. */
class PeriodReportTest {

    private static final String OF_2012 = "GB 3095-2012";
    private static final String TRANSITIONAL = "GB 3095-2026 (transitional)";

    private static List<PublishedDay> year(int year, String pm25) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return first.datesUntil(first.plusYears(1)).map(day -> day(day, pm25)).toList();
    }

    private static PublishedDay day(LocalDate day, String pm25) {
        DayIndicators<BigDecimal> values = new DayIndicators<>(new SixPollutants<>(new BigDecimal(pm25), new BigDecimal("60"), new BigDecimal("6"),
                new BigDecimal("20"), new BigDecimal("80"), new BigDecimal("0.8")), new BigDecimal("80"));
        return new PublishedDay(AssessedDay.of(day, values, DailyAqi.of(AqiEdition.inForceOn(day), values, Set.of()), false), values, Set.of());
    }

    @Test
    void a_year_that_crosses_two_standards_may_attain_by_the_one_and_not_by_the_other() {
        Map<String, Object> byEnd = new PeriodReport(PeriodConfigTest.set(Map.of())).of(CalendarPeriod.year(2026), year(2026, "33"), List.of());
        Map<String, Object> byStart = new PeriodReport(PeriodConfigTest.set(Map.of("envd.air.period.assessment", "START")))
                .of(CalendarPeriod.year(2026), year(2026, "33"), List.of());

        // 33/30 = 1.10 with 1.00 + 0.10 + 0.50 + 0.50 + 0.20; 33/35 = 0.94 and 60/70 = 0.86 with 1.30
        assertThat(byEnd).containsEntry("valid", true).containsEntry("assessment_standard", TRANSITIONAL).containsEntry("attains", false)
                .containsEntry("exceeding", List.of("pm25(0.10)")).containsEntry("composite_index", new BigDecimal("3.40"))
                .containsEntry("other_standard", OF_2012).containsEntry("attains_other_standard", true).containsEntry("exceeding_other_standard", List.of())
                .containsEntry("composite_index_other_standard", new BigDecimal("3.10")).containsEntry("aqi_standards", "HJ 633-2012; HJ 633-2026");
        assertThat(byStart).containsEntry("assessment_standard", OF_2012).containsEntry("attains", true).containsEntry("exceeding", List.of())
                .containsEntry("composite_index", new BigDecimal("3.10")).containsEntry("other_standard", TRANSITIONAL)
                .containsEntry("attains_other_standard", false).containsEntry("composite_index_other_standard", new BigDecimal("3.40"));
    }

    @Test
    void both_years_of_a_comparison_are_held_against_the_standard_of_the_last_day() {
        Map<String, Object> row = new PeriodReport(PeriodConfigTest.set(Map.of())).of(CalendarPeriod.year(2026), year(2026, "33"), year(2025, "33"));

        assertThat(row).containsEntry("comparison_standard", TRANSITIONAL).containsEntry("composite_index_comparison_last_year", new BigDecimal("3.40"))
                .containsEntry("composite_index_last_year", new BigDecimal("3.10")).containsEntry("composite_index_change", new BigDecimal("0.0"))
                .containsEntry("good_days_share_change", new BigDecimal("0.0"));
    }
}
