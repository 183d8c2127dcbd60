package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.envdisclosure.air.rules.period.Gb3095;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.junit.jupiter.api.Test;

/** What a bureau may set about its periods, read as the service reads it. */
class PeriodConfigTest {

    private static PeriodConfig set(Map<String, String> settings) {
        return new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(PeriodConfig.class).withSources(new PropertiesConfigSource(settings, "test", 500))
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
    void the_standard_of_comparison_is_named_by_its_label() {
        assertThat(set(Map.of()).comparison()).isEmpty();
        assertThat(set(Map.of("envd.air.period.comparison-standard", "GB 3095-2012")).comparison()).contains(Gb3095.GB_3095_2012);
        assertThatThrownBy(() -> set(Map.of("envd.air.period.comparison-standard", "GB 3095")).comparison())
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("GB 3095");
    }
}
