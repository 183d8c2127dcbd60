package org.envdisclosure.air.rules.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.rules.period.ReferenceState.AT_273_K;
import static org.envdisclosure.air.rules.period.ReferenceState.AT_298_K;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.envdisclosure.air.rules.Pollutant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReferenceStateTest {

    @ParameterizedTest
    @CsvSource({"2018-08-31, AT_273_K", "2018-09-01, AT_298_K", "2026-03-01, AT_298_K"})
    void the_state_changed_on_the_first_of_september_2018(LocalDate day, ReferenceState state) {
        assertThat(ReferenceState.inForceOn(day)).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(value = Pollutant.class, names = {"SO2", "NO2", "O3", "CO"})
    void gases_are_converted_by_the_ratio_of_the_temperatures(Pollutant gas) {
        assertThat(ReferenceState.appliesTo(gas)).isTrue();
        assertThat(AT_273_K.convert(gas, BigDecimal.ONE, AT_298_K).rounded(5)).isEqualTo(new BigDecimal("0.91565"));
        assertThat(AT_298_K.convert(gas, BigDecimal.ONE, AT_273_K).rounded(5)).isEqualTo(new BigDecimal("1.09212"));
        assertThat(AT_273_K.convert(gas, new BigDecimal("298.15"), AT_298_K).rounded(12)).isEqualByComparingTo("273");
        assertThat(AT_298_K.convert(gas, new BigDecimal("0.6"), AT_298_K)).isEqualTo(new Quotient(new BigDecimal("0.6"), BigDecimal.ONE));
    }

    @ParameterizedTest
    @EnumSource(value = Pollutant.class, names = {"PM25", "PM10"})
    void particles_are_never_converted(Pollutant particles) {
        assertThat(ReferenceState.appliesTo(particles)).isFalse();
        assertThat(AT_273_K.convert(particles, BigDecimal.TEN, AT_298_K).rounded(5)).isEqualByComparingTo("10");
    }
}
