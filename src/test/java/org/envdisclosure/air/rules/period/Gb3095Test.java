package org.envdisclosure.air.rules.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.rules.Concentrations.decimal;
import static org.envdisclosure.air.rules.period.AreaClass.FIRST;
import static org.envdisclosure.air.rules.period.AreaClass.SECOND;
import static org.envdisclosure.air.rules.period.Gb3095.GB_3095_2012;
import static org.envdisclosure.air.rules.period.Gb3095.GB_3095_2026;
import static org.envdisclosure.air.rules.period.Gb3095.GB_3095_2026_TRANSITIONAL;

import java.time.LocalDate;

import org.envdisclosure.air.rules.Pollutant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gb3095Test {

    @ParameterizedTest
    @CsvSource({
        "2013-01-01, GB_3095_2012", "2026-02-28, GB_3095_2012",
        "2026-03-01, GB_3095_2026_TRANSITIONAL", "2030-12-31, GB_3095_2026_TRANSITIONAL",
        "2031-01-01, GB_3095_2026"})
    void the_stage_in_force_on_a_day(LocalDate day, Gb3095 standard) {
        assertThat(Gb3095.inForceOn(day)).isEqualTo(standard);
    }

    @ParameterizedTest
    @CsvSource({
        "GB_3095_2012,              GB 3095-2012,                2016-01-01",
        "GB_3095_2026_TRANSITIONAL, GB 3095-2026 (transitional), 2026-03-01",
        "GB_3095_2026,              GB 3095-2026,                2031-01-01"})
    void stages_are_named_as_they_are_published(Gb3095 standard, String label, LocalDate inForceFrom) {
        assertThat(standard.label()).isEqualTo(label);
        assertThat(standard.inForceFrom()).isEqualTo(inForceFrom);
    }

    /** In the order of the printed table: class 1 / class 2 of 2012, of 2026 until 2030, of 2026 from 2031. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "SO2,  YEAR,  20,  60,  20,  60,  20,  20",
        "SO2,  DAY,   50, 150,  50, 150,  50,  50",
        "SO2,  HOUR, 150, 500, 150, 500, 150, 150",
        "NO2,  YEAR,  40,  40,  40,  40,  30,  30",
        "NO2,  DAY,   80,  80,  80,  80,  50,  50",
        "NO2,  HOUR, 200, 200, 200, 200, 200, 200",
        "CO,   YEAR,   -,   -,   -,   -,   -,   -",
        "CO,   DAY,    4,   4,   4,   4,   4,   4",
        "CO,   HOUR,  10,  10,  10,  10,  10,  10",
        "O3,   YEAR,   -,   -,   -,   -,   -,   -",
        "O3,   DAY,  100, 160, 100, 160, 100, 160",
        "O3,   HOUR, 160, 200, 160, 200, 160, 200",
        "PM10, YEAR,  40,  70,  40,  60,  20,  50",
        "PM10, DAY,   50, 150,  50, 120,  50, 100",
        "PM10, HOUR,   -,   -,   -,   -,   -,   -",
        "PM25, YEAR,  15,  35,  15,  30,  10,  25",
        "PM25, DAY,   35,  75,  35,  60,  25,  50",
        "PM25, HOUR,   -,   -,   -,   -,   -,   -"})
    void limits_are_those_of_the_table(Pollutant pollutant, LimitPeriod period, String first2012, String second2012, String firstTransitional,
            String secondTransitional, String first2031, String second2031) {
        assertThat(GB_3095_2012.limit(FIRST, pollutant, period)).isEqualTo(decimal(first2012));
        assertThat(GB_3095_2012.limit(SECOND, pollutant, period)).isEqualTo(decimal(second2012));
        assertThat(GB_3095_2026_TRANSITIONAL.limit(FIRST, pollutant, period)).isEqualTo(decimal(firstTransitional));
        assertThat(GB_3095_2026_TRANSITIONAL.limit(SECOND, pollutant, period)).isEqualTo(decimal(secondTransitional));
        assertThat(GB_3095_2026.limit(FIRST, pollutant, period)).isEqualTo(decimal(first2031));
        assertThat(GB_3095_2026.limit(SECOND, pollutant, period)).isEqualTo(decimal(second2031));
    }

    @Test
    void co_and_ozone_are_assessed_by_the_limit_of_a_day() {
        assertThat(GB_3095_2026.assessmentLimit(SECOND, Pollutant.CO)).isEqualTo(decimal("4"));
        assertThat(GB_3095_2026.assessmentLimit(SECOND, Pollutant.O3)).isEqualTo(decimal("160"));
        assertThat(GB_3095_2026.assessmentLimit(FIRST, Pollutant.O3)).isEqualTo(decimal("100"));
        assertThat(GB_3095_2026.assessmentLimit(SECOND, Pollutant.PM25)).isEqualTo(decimal("25"));
    }

    @Test
    void areas_are_of_class_1_and_2() {
        assertThat(FIRST.number()).isEqualTo(1);
        assertThat(SECOND.number()).isEqualTo(2);
    }
}
