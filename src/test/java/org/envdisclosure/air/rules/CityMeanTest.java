package org.envdisclosure.air.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.rules.AqiEdition.HJ_633_2012;
import static org.envdisclosure.air.rules.AqiEdition.HJ_633_2026;
import static org.envdisclosure.air.rules.Concentrations.six;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class CityMeanTest {

    @Test
    void concentrations_are_averaged_first_and_the_index_is_that_of_the_mean() {
        CityMean city = CityMean.of(HJ_633_2026, List.of(point("20 40 8 20 70 0.6"), point("120 60 9 30 80 0.7")));
        // PM2.5 20 and 120 are 29 and 158: neither their mean of 94 nor the worst of 158, but the 110 of 70 µg/m³
        assertThat(city.concentrations()).isEqualTo(six("70 50 8 25 75 0.6"));
        assertThat(city.report().iaqi()).isEqualTo(new SixPollutants<>(110, 50, 3, 13, 24, 6));
        assertThat(city.report().aqi()).isEqualTo(110);
        assertThat(city.report().primaryPollutants()).containsExactly(Pollutant.PM25);
        assertThat(city.stationsUsed()).isEqualTo(2);
        assertThat(city.stationsExpected()).isEqualTo(2);
    }

    @Test
    void means_are_rounded_once_half_to_even_and_carbon_monoxide_to_one_decimal() {
        CityMean city = CityMean.of(HJ_633_2012, List.of(point("35 36 1 2 99.4 0.65"), point("36 37 2 3 99.6 0.64"), point("- - - - - -")));
        assertThat(city.concentrations()).isEqualTo(six("36 36 2 2 100 0.6"));
    }

    @Test
    void a_point_without_a_value_is_left_out_of_that_mean_only() {
        CityMean city = CityMean.of(HJ_633_2026, List.of(
                point("20 40 8 20 70 0.6"), point("- 60 9 30 80 0.8"), point("-5 60 9 30 80 0.8")));
        assertThat(city.concentrations()).isEqualTo(six("20 53 9 27 77 0.7"));
        assertThat(city.report().aqi()).isEqualTo(53);
    }

    @Test
    void a_silent_point_is_expected_but_not_used() {
        CityMean city = CityMean.of(HJ_633_2026, List.of(point("20 40 8 20 70 0.6"), PointHour.silent(Set.of())));
        assertThat(city.stationsUsed()).isEqualTo(1);
        assertThat(city.stationsExpected()).isEqualTo(2);
        assertThat(city.report().aqi()).isEqualTo(40);
    }

    @Test
    void a_pollutant_missing_at_every_point_is_missing_for_the_city() {
        CityMean city = CityMean.of(HJ_633_2026, List.of(point("20 40 - 20 70 0.6"), point("20 40 - 20 70 0.6")));
        assertThat(city.report().aqi()).isNull();
        assertThat(city.report().naReason().wire()).isEqualTo("missing_pollutants(SO2)");
    }

    @Test
    void a_pollutant_is_not_monitored_only_where_no_point_monitors_it() {
        PointHour without = new PointHour(six("20 40 - 20 70 0.6"), EnumSet.of(Pollutant.SO2));
        assertThat(CityMean.of(HJ_633_2026, List.of(without, without)).report().aqi()).isEqualTo(40);
        assertThat(CityMean.of(HJ_633_2026, List.of(without, point("20 40 - 20 70 0.6"))).report().naReason().wire())
                .isEqualTo("missing_pollutants(SO2)");
        assertThat(CityMean.of(HJ_633_2026, List.of(without, PointHour.silent(Set.of()))).report().naReason().wire())
                .isEqualTo("missing_pollutants(SO2)");
        assertThat(CityMean.of(HJ_633_2026, List.of(without, PointHour.silent(EnumSet.of(Pollutant.SO2)))).report().aqi()).isEqualTo(40);
    }

    @Test
    void a_city_without_points_has_nothing() {
        CityMean city = CityMean.of(HJ_633_2026, List.of());
        assertThat(city.concentrations()).isEqualTo(six("- - - - - -"));
        assertThat(city.report().naReason().wire()).isEqualTo("missing_pollutants(PM2.5 PM10 SO2 NO2 O3 CO)");
        assertThat(city.stationsUsed()).isZero();
        assertThat(city.stationsExpected()).isZero();
    }

    private static PointHour point(String concentrations) {
        return new PointHour(six(concentrations), Set.of());
    }
}
