package org.envdisclosure.air.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.rules.Concentrations.decimal;
import static org.envdisclosure.air.rules.Concentrations.six;

import java.math.BigDecimal;
import java.util.List;

import org.envdisclosure.air.rules.NineIndicatorAqi.SlidingMeans;
import org.junit.jupiter.api.Test;

class NineIndicatorAqiTest {

    private static final SixPollutants<BigDecimal> HOUR = six("300 400 8 21 70 0.6");

    @Test
    void particles_are_judged_by_their_24_hour_sliding_mean_and_not_by_the_hour() {
        AqiReport report = NineIndicatorAqi.of(HOUR, sliding("76", "100", "75", "-"));
        assertThat(report).isEqualTo(new AqiReport(AqiEdition.HJ_633_2012, new SixPollutants<>(100, 75, 3, 11, 38, 6), 100,
                List.of(Pollutant.PM25), List.of(), null, false));
    }

    @Test
    void without_a_sliding_mean_the_particles_have_no_index() {
        AqiReport report = NineIndicatorAqi.of(HOUR, sliding("-", "-", "-", "-"));
        assertThat(report.iaqi()).isEqualTo(new SixPollutants<>(null, null, 3, 11, 22, 6));
        assertThat(report.aqi()).isEqualTo(22);
    }

    @Test
    void ozone_counts_once_with_the_greater_of_its_two_indices() {
        assertThat(NineIndicatorAqi.of(six("- - - - 301 -"), sliding("161", "-", "-", "-")).iaqi().o3()).isEqualTo(151);
        AqiReport report = NineIndicatorAqi.of(six("- - - - 161 -"), sliding("161", "-", "-", "-"));
        assertThat(report.iaqi().o3()).isEqualTo(101);
        assertThat(report.primaryPollutants()).containsExactly(Pollutant.O3);
    }

    @Test
    void ozone_above_800_over_eight_hours_is_judged_by_the_hour() {
        AqiReport report = NineIndicatorAqi.of(six("- - - - 900 -"), sliding("801", "-", "-", "-"));
        assertThat(report.iaqi().o3()).isEqualTo(350);
        assertThat(report.withoutIndex()).isEmpty();
        assertThat(NineIndicatorAqi.of(six("- - - - - -"), sliding("801", "-", "-", "-")).naReason().wire()).isEqualTo("no_iaqi(O3)");
    }

    @Test
    void so2_above_800_over_one_hour_is_judged_by_its_24_hour_mean() {
        assertThat(NineIndicatorAqi.of(six("- - 801 - - -"), sliding("-", "-", "-", "475")).iaqi().so2()).isEqualTo(150);
        assertThat(NineIndicatorAqi.of(six("- - 801 - - -"), sliding("-", "-", "-", "-")).naReason().wire()).isEqualTo("no_iaqi(SO2)");
    }

    @Test
    void the_24_hour_mean_of_so2_is_not_looked_at_while_the_hour_has_an_index() {
        assertThat(NineIndicatorAqi.of(six("- - 150 - - -"), sliding("-", "-", "-", "475")).iaqi().so2()).isEqualTo(50);
    }

    private static SlidingMeans sliding(String o3, String pm10, String pm25, String so2) {
        return new SlidingMeans(decimal(o3), decimal(pm10), decimal(pm25), decimal(so2));
    }
}
