package org.envdisclosure.air.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.rules.AqiEdition.HJ_633_2012;
import static org.envdisclosure.air.rules.AqiEdition.HJ_633_2026;
import static org.envdisclosure.air.rules.Concentrations.six;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class AqiCalculatorTest {

    @Test
    void a_day_is_read_on_the_24_hour_columns_and_ozone_on_its_8_hour_column() {
        AqiReport report = AqiCalculator.of(HJ_633_2026, AqiPeriod.DAY, six("48 151 51 81 161 2.2"), Set.of());
        assertThat(report).isEqualTo(new AqiReport(HJ_633_2026, new SixPollutants<>(76, 112, 51, 101, 101, 55), 112,
                List.of(Pollutant.PM10), List.of(), null, false));
    }

    @Test
    void an_hour_is_the_hourly_aqi() {
        SixPollutants<BigDecimal> concentrations = six("48 151 51 81 161 2.2");
        AqiReport report = AqiCalculator.of(HJ_633_2026, AqiPeriod.HOUR, concentrations, Set.of());
        assertThat(report).isEqualTo(HourlyAqi.of(HJ_633_2026, concentrations, Set.of()));
        assertThat(report.iaqi()).isEqualTo(new SixPollutants<>(76, 112, 17, 41, 52, 22));
    }

    @Test
    void the_completeness_rule_of_2026_holds_for_the_day_too() {
        EnumSet<Pollutant> others = EnumSet.complementOf(EnumSet.of(Pollutant.PM25));
        assertThat(AqiCalculator.of(HJ_633_2026, AqiPeriod.DAY, six("48 - - - - -"), Set.of()).naReason().wire())
                .isEqualTo("missing_pollutants(PM10 SO2 NO2 O3 CO)");
        assertThat(AqiCalculator.of(HJ_633_2026, AqiPeriod.DAY, six("48 - - - - -"), others).aqi()).isEqualTo(76);
        assertThat(AqiCalculator.of(HJ_633_2012, AqiPeriod.DAY, six("48 - - - - -"), Set.of()).aqi()).isEqualTo(67);
    }

    @Test
    void ozone_above_800_over_eight_hours_has_no_index_in_2012_and_300_in_2026() {
        assertThat(AqiCalculator.of(HJ_633_2012, AqiPeriod.DAY, six("48 - - - 801 -"), Set.of()).withoutIndex())
                .containsExactly(Pollutant.O3);
        assertThat(AqiCalculator.of(HJ_633_2026, AqiPeriod.DAY, six("48 - - - 801 -"), Set.of()).aqi()).isEqualTo(300);
    }
}
