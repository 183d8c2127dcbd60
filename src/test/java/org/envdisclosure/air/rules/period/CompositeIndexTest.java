package org.envdisclosure.air.rules.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.rules.Concentrations.six;
import static org.envdisclosure.air.rules.period.Gb3095.GB_3095_2012;
import static org.envdisclosure.air.rules.period.Gb3095.GB_3095_2026;
import static org.envdisclosure.air.rules.period.Gb3095.GB_3095_2026_TRANSITIONAL;
import static org.envdisclosure.air.rules.period.IndexSettings.USUAL;

import java.math.BigDecimal;
import java.util.List;

import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.SixPollutants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompositeIndexTest {

    /** Concentrations and index as printed in official tables, all under the limits of 2012 (Ningxia November 2022, and others). */
    @ParameterizedTest(name = "SO2 {0}, NO2 {1}, PM10 {2}, PM2.5 {3}, CO {4}, O3 {5} -> {6}   ({7})")
    @CsvSource({
        "22, 39, 94,  42, 1.4, 81, 4.75, unrounded 4.74",
        "10, 29, 112, 41, 0.6, 82, 4.32, unrounded and half up 4.33",
        " 6, 22, 72,  28, 0.9, 77, 3.18, half up 3.19",
        "19, 37, 89,  28, 1.0, 96, 4.16, half up 4.17",
        " 9, 14, 77,  23, 1.1, 96, 3.14, unrounded 3.13",
        " 6, 12, 51,  19, 0.9, 137, 2.75, half up 2.76",
        "16, 44, 89,  42, 1.2, 80, 4.64, ",
        "16, 31, 96,  41, 1.0, 85, 4.37, ",
        "14, 33, 93,  39, 1.0, 81, 4.25, the whole region"})
    void official_figures_are_reproduced(String so2, String no2, String pm10, String pm25, String co, String o3, BigDecimal index, String note) {
        SixPollutants<BigDecimal> concentrations = six(String.join(" ", pm25, pm10, so2, no2, o3, co));
        assertThat(CompositeIndex.of(concentrations, GB_3095_2012, USUAL).index()).isEqualTo(index);
    }

    @Test
    void the_parts_are_rounded_before_they_are_added() {
        CompositeIndex index = CompositeIndex.of(six("42 94 22 39 81 1.4"), GB_3095_2012, USUAL);
        // 1.2, 1.342…, 0.366…, 0.975, 0.50625, 0.35
        assertThat(index).isEqualTo(new CompositeIndex(GB_3095_2012, six("1.20 1.34 0.37 0.98 0.51 0.35"), new BigDecimal("4.75"),
                List.of(Pollutant.PM10)));
    }

    @Test
    void the_same_concentrations_under_each_standard() {
        // 30/35 + 60/70 + 6/60 + 20/40 + 80/160 + 1/4, then with 30, 60, and then with 25, 50, 20, 30
        assertThat(CompositeIndex.of(six("30 60 6 20 80 1.0"), GB_3095_2012, USUAL).index()).isEqualTo(new BigDecimal("3.07"));
        assertThat(CompositeIndex.of(six("30 60 6 20 80 1.0"), GB_3095_2026_TRANSITIONAL, USUAL).index()).isEqualTo(new BigDecimal("3.35"));
        assertThat(CompositeIndex.of(six("30 60 6 20 80 1.0"), GB_3095_2026, USUAL).single()).isEqualTo(six("1.20 1.20 0.30 0.67 0.50 0.25"));
        assertThat(CompositeIndex.of(six("30 60 6 20 80 1.0"), GB_3095_2026, USUAL).index()).isEqualTo(new BigDecimal("4.12"));
    }

    @Test
    void pollutants_that_share_the_greatest_part_are_all_named() {
        assertThat(CompositeIndex.of(six("30 60 6 20 80 1.0"), GB_3095_2026_TRANSITIONAL, USUAL).mainPollutants())
                .containsExactly(Pollutant.PM25, Pollutant.PM10);
        // 35/35 = 1.00 and 159.7/160 = 0.998…, which is shown as 1.00
        assertThat(CompositeIndex.of(six("35 60 6 20 159.7 1.0"), GB_3095_2012, USUAL).mainPollutants())
                .containsExactly(Pollutant.PM25, Pollutant.O3);
    }

    @ParameterizedTest
    @CsvSource({"- 60 6 20 80 1.0", "30 60 6 20 80 -", "- - - - - -"})
    void without_all_six_there_is_none(String concentrations) {
        CompositeIndex index = CompositeIndex.of(six(concentrations), GB_3095_2012, USUAL);
        assertThat(index.index()).isNull();
        assertThat(index.mainPollutants()).isEmpty();
    }

    @Test
    void parts_that_are_there_are_shown_also_without_the_index() {
        assertThat(CompositeIndex.of(six("- 63 6 20 80 1.0"), GB_3095_2012, USUAL).single()).isEqualTo(six("- 0.90 0.10 0.50 0.50 0.25"));
    }

    @Test
    void digits_and_weights_are_settings() {
        // 1.2 + 1.343 + 0.367 + 0.975 + 0.506 + 0.35
        IndexSettings three = new IndexSettings(3, USUAL.weights());
        assertThat(CompositeIndex.of(six("42 94 22 39 81 1.4"), GB_3095_2012, three).index()).isEqualTo(new BigDecimal("4.741"));
        // 3 x 1.20 + 1.34 + 0.37 + 2 x 0.98 + 2 x 0.51 + 0.35
        IndexSettings weighted = new IndexSettings(2, six("3 1 1 2 2 1"));
        CompositeIndex index = CompositeIndex.of(six("42 94 22 39 81 1.4"), GB_3095_2012, weighted);
        assertThat(index.index()).isEqualTo(new BigDecimal("8.64"));
        assertThat(index.mainPollutants()).containsExactly(Pollutant.PM10);
    }
}
