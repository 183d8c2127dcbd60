package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.period.Gb3095;
import org.envdisclosure.air.rules.period.IndexSettings;
import org.envdisclosure.air.rules.period.PeriodSettings;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.junit.jupiter.api.Test;

/** What a bureau may set about its periods, read as the service reads it. */
class PeriodConfigTest {

    static PeriodConfig set(Map<String, String> settings) {
        return new SmallRyeConfigBuilder().addDefaultInterceptors().addDiscoveredConverters().withMapping(PeriodConfig.class).withSources(new PropertiesConfigSource(settings, "test", 500))
                .build().getConfigMapping(PeriodConfig.class);
    }

    @Test
    void a_period_that_crosses_two_standards_is_assessed_by_that_of_its_last_day_unless_set_otherwise() {
        PeriodReport usual = new PeriodReport(set(Map.of()));
        PeriodReport byStart = new PeriodReport(set(Map.of("envd.air.period.assessment", "START")));
        CalendarPeriod crossing = CalendarPeriod.quarter(2026, 1);

        assertThat(usual.standardOf(crossing)).isEqualTo(Gb3095.GB_3095_2026_TRANSITIONAL);
        assertThat(byStart.standardOf(crossing)).isEqualTo(Gb3095.GB_3095_2012);
        assertThat(byStart.standardOf(CalendarPeriod.year(2031))).isEqualTo(Gb3095.GB_3095_2026);
        assertThat(byStart.standardOf(CalendarPeriod.quarter(2026, 2))).isEqualTo(Gb3095.GB_3095_2026_TRANSITIONAL);
    }

    @Test
    void digits_weights_and_days_are_those_of_the_rules_unless_set() {
        assertThat(set(Map.of()).statistics()).isEqualTo(PeriodSettings.USUAL);
        assertThat(set(Map.of()).indexSettings()).isEqualTo(IndexSettings.USUAL);

        PeriodConfig set = set(Map.of("envd.air.period.index.digits", "3", "envd.air.period.index.weight.pm25", "3", "envd.air.period.least-days.month", "21",
                "envd.air.period.extra-digits", "1", "envd.air.period.exceptional-days-count", "false"));

        assertThat(set.indexSettings().digits()).isEqualTo(3);
        assertThat(set.indexSettings().weights().get(Pollutant.PM25)).isEqualByComparingTo("3");
        assertThat(set.indexSettings().weights().get(Pollutant.O3)).isEqualByComparingTo("1");
        assertThat(set.statistics().validity().leastDaysOfMonth()).isEqualTo(21);
        assertThat(set.statistics().statisticDigits(Pollutant.CO)).isEqualTo(2);
        assertThat(set.statistics().exceptionalDaysCount()).isFalse();
    }

    @Test
    void a_report_is_not_made_of_settings_that_cannot_be_meant() {
        for (Map<String, String> wrong : List.of(Map.of("envd.air.period.least-days.february", "29"), Map.of("envd.air.period.index.digits", "-1"),
                Map.of("envd.air.period.index.weight.pm1", "1"), Map.of("envd.air.period.index.weight.pm25", "0"),
                Map.of("envd.air.period.comparison-standard", "GB 3095"))) {
            assertThatThrownBy(() -> new PeriodReport(set(wrong))).as(wrong.toString()).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(wrong.keySet().iterator().next());
        }
    }

    @Test
    void the_standard_of_comparison_is_named_by_its_label() {
        assertThat(set(Map.of()).comparison()).isEmpty();
        assertThat(set(Map.of("envd.air.period.comparison-standard", "GB 3095-2012")).comparison()).contains(Gb3095.GB_3095_2012);
        assertThatThrownBy(() -> set(Map.of("envd.air.period.comparison-standard", "GB 3095")).comparison())
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("GB 3095");
    }
}
