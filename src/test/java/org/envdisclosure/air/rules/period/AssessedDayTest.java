package org.envdisclosure.air.rules.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.rules.Concentrations.six;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.envdisclosure.air.rules.AqiEdition;
import org.envdisclosure.air.rules.DailyAqi;
import org.envdisclosure.air.rules.DayIndicators;
import org.envdisclosure.air.rules.Pollutant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessedDayTest {

    @ParameterizedTest(name = "{0}: AQI {1}, primary {2}, {3}")
    @CsvSource({
        "2018-08-31,  85, PM10,      AT_273_K",
        "2018-09-01,  85, PM10,      AT_298_K",
        "2026-02-28,  85, PM10,      AT_298_K",
        "2026-03-01, 100, PM25 PM10, AT_298_K"})
    void a_day_keeps_its_own_aqi_and_its_own_gas_state(LocalDate date, int aqi, String primary, ReferenceState state) {
        DayIndicators<BigDecimal> published = new DayIndicators<>(six("60 120 8 21 70 0.6"), new BigDecimal("90"));
        AssessedDay day = AssessedDay.of(date, published, DailyAqi.of(AqiEdition.inForceOn(date), published, Set.of()), true);
        List<Pollutant> pollutants = List.of(primary.split(" ")).stream().map(Pollutant::valueOf).toList();
        assertThat(day).isEqualTo(new AssessedDay(date, six("60 120 8 21 70 0.6"), aqi, pollutants, true, state));
    }
}
