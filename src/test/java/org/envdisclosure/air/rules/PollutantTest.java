package org.envdisclosure.air.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;

import org.junit.jupiter.api.Test;

class PollutantTest {

    @Test
    void names_units_and_digits_are_those_of_the_contract() {
        assertThat(Pollutant.values()).extracting(Pollutant::column).containsExactly("pm25", "pm10", "so2", "no2", "o3", "co");
        assertThat(Pollutant.values()).extracting(Pollutant::wireName).containsExactly("PM2.5", "PM10", "SO2", "NO2", "O3", "CO");
        assertThat(Pollutant.values()).extracting(Pollutant::unit)
                .containsExactly("µg/m³", "µg/m³", "µg/m³", "µg/m³", "µg/m³", "mg/m³");
        assertThat(Pollutant.values()).extracting(Pollutant::concentrationDigits).containsExactly(0, 0, 0, 0, 0, 1);
        assertThat(Pollutant.values()).extracting(pollutant -> pollutant.title().zh())
                .containsExactly("细颗粒物", "可吸入颗粒物", "二氧化硫", "二氧化氮", "臭氧", "一氧化碳");
        assertThat(Pollutant.O3.title().en()).isEqualTo("Ozone");
    }

    @Test
    void a_wire_name_is_read_back_and_a_column_name_is_none() {
        for (Pollutant pollutant : Pollutant.values()) {
            assertThat(Pollutant.ofWire(pollutant.wireName())).contains(pollutant);
        }
        assertThat(Pollutant.ofWire("pm25")).isEmpty();
        assertThat(Pollutant.ofWire("")).isEmpty();
    }

    @Test
    void six_values_keep_their_places() {
        SixPollutants<Integer> six = new SixPollutants<>(1, 2, 3, 4, 5, 6);
        assertThat(Pollutant.values()).extracting(six::get).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(SixPollutants.<Integer>from(six::get)).isEqualTo(six);
        assertThat(SixPollutants.of(Map.of(Pollutant.CO, BigDecimal.ONE)))
                .isEqualTo(new SixPollutants<>(null, null, null, null, null, BigDecimal.ONE));
    }

    @Test
    void the_day_reads_ozone_on_its_8_hour_column_and_the_hour_reads_all_on_one_hour() {
        assertThat(Pollutant.values()).extracting(AqiPeriod.HOUR::averaging).containsOnly(Averaging.ONE_HOUR);
        assertThat(AqiPeriod.DAY.averaging(Pollutant.O3)).isEqualTo(Averaging.EIGHT_HOURS);
        assertThat(AqiPeriod.DAY.averaging(Pollutant.CO)).isEqualTo(Averaging.TWENTY_FOUR_HOURS);
        assertThat(AqiPeriod.ofWire("1h")).contains(AqiPeriod.HOUR);
        assertThat(AqiPeriod.ofWire("24h")).contains(AqiPeriod.DAY);
        assertThat(AqiPeriod.ofWire("8h")).isEmpty();
    }
}
