package org.envdisclosure.air.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.envdisclosure.air.rules.AqiEdition.HJ_633_2012;
import static org.envdisclosure.air.rules.AqiEdition.HJ_633_2026;
import static org.envdisclosure.air.rules.Concentrations.decimal;
import static org.envdisclosure.air.rules.Concentrations.six;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CityDayTest {

    @Test
    void the_index_is_that_of_the_mean_concentrations() {
        CityDay city = city(HJ_633_2026, point("20 40 8 20 70 0.6", "100"), point("120 60 9 30 80 0.7", "120"));
        assertThat(city.published()).isEqualTo(new DayIndicators<>(six("70 50 8 25 75 0.6"), new BigDecimal("110")));
        assertThat(city.report().iaqi()).isEqualTo(new SixPollutants<>(110, 50, 8, 32, 38, 15));
        assertThat(city.report().aqi()).isEqualTo(110);
        assertThat(city.stationsUsed()).isEqualTo(2);
        assertThat(city.stationsExpected()).isEqualTo(2);
    }

    @Test
    void the_mean_is_taken_of_the_unrounded_daily_means() {
        // 710/20 = 35.5 and 807/23 = 35.086…: 35.29…; of the published 36 and 35 it would be 35.5 and so 36
        CityDay city = city(HJ_633_2026, pm25(710, 20), pm25(807, 23));
        assertThat(city.published().six().pm25()).isEqualTo(new BigDecimal("35"));
    }

    @Test
    void a_half_that_no_decimal_fraction_can_write_still_goes_to_the_even_digit() {
        // 34 10/21 and 36 11/21: exactly 35.5; 33 10/21 and 35 11/21: exactly 34.5
        assertThat(city(HJ_633_2026, pm25(724, 21), pm25(767, 21)).published().six().pm25()).isEqualTo(new BigDecimal("36"));
        assertThat(city(HJ_633_2026, pm25(703, 21), pm25(746, 21)).published().six().pm25()).isEqualTo(new BigDecimal("34"));
    }

    @Test
    void the_ozone_of_a_city_is_the_mean_of_its_points_daily_maxima() {
        PointDay one = ozone(new ExactMean(decimal("1281"), 8), "200");
        PointDay other = ozone(new ExactMean(decimal("1127"), 7), "203");
        CityDay city = city(HJ_633_2012, one, other);
        // 160.125 and 161: 160.5625; 200 and 203: 201.5, to the even 202
        assertThat(city.published().six().o3()).isEqualTo(new BigDecimal("161"));
        assertThat(city.published().ozoneOneHour()).isEqualTo(new BigDecimal("202"));
        assertThat(city.report().iaqi().o3()).isEqualTo(101);
    }

    @ParameterizedTest(name = "{0} of {1} stations are enough: {2}")
    @CsvSource({
        "0, 1, false", "1, 1, true",
        "0, 2, false", "1, 2, true",
        "1, 3, false", "2, 3, true",
        "2, 4, false", "3, 4, true",
        "3, 5, false", "4, 5, true",
        "5, 8, false", "6, 8, true",
        "8, 11, false", "9, 11, true",
        "8, 12, false", "9, 12, true"})
    void three_quarters_of_the_stations_must_be_valid_and_half_of_fewer_than_four(int valid, int stations, boolean enough) {
        List<PointDay> points = new ArrayList<>();
        for (int i = 0; i < stations; i++) {
            points.add(i < valid ? point("36 40 8 20 70 0.6", "100") : point("- 40 8 20 70 0.6", "100"));
        }
        CityDay city = CityDay.of(HJ_633_2026, points, StationShare.USUAL);
        assertThat(city.published().six()).isEqualTo(six((enough ? "36" : "-") + " 40 8 20 70 0.6"));
        assertThat(city.stationsValid()).isEqualTo(new SixPollutants<>(valid, stations, stations, stations, stations, stations));
        assertThat(city.report().aqi()).isEqualTo(enough ? 52 : null);
        assertThat(city.report().naReason() == null ? "" : city.report().naReason().wire()).isEqualTo(enough ? "" : "missing_pollutants(PM2.5)");
    }

    @Test
    void the_share_is_a_setting() {
        List<PointDay> points = List.of(point("20 40 8 20 70 0.6", "100"), PointDay.silent(Set.of()), PointDay.silent(Set.of()));
        assertThat(CityDay.of(HJ_633_2026, points, new StationShare(0, 0, 0)).published().six().pm25()).isEqualTo(new BigDecimal("20"));
        assertThat(CityDay.of(HJ_633_2026, points, new StationShare(30, 0, 0)).published().six().pm25()).isEqualTo(new BigDecimal("20"));
        assertThat(CityDay.of(HJ_633_2026, points, new StationShare(34, 0, 0)).published().six().pm25()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new StationShare(101, 4, 50));
        assertThatIllegalArgumentException().isThrownBy(() -> new StationShare(75, 4, -1));
    }

    @Test
    void a_silent_point_is_expected_but_not_used() {
        CityDay city = city(HJ_633_2026, point("20 40 8 20 70 0.6", "100"), PointDay.silent(Set.of()));
        assertThat(city.report().aqi()).isEqualTo(40);
        assertThat(city.stationsUsed()).isEqualTo(1);
        assertThat(city.stationsExpected()).isEqualTo(2);
        assertThat(city.stationsPlanned()).isEqualTo(new SixPollutants<>(2, 2, 2, 2, 2, 2));
    }

    @Test
    void a_point_that_does_not_monitor_a_pollutant_is_not_counted_against_it() {
        PointDay without = new PointDay(exact("20 40 - 20 70 0.6", "100"), EnumSet.of(Pollutant.SO2));
        CityDay city = city(HJ_633_2026, without, without, without, point("20 40 8 20 70 0.6", "100"));
        assertThat(city.published().six().so2()).isEqualTo(new BigDecimal("8"));
        assertThat(city.stationsValid().so2()).isEqualTo(1);
        assertThat(city.stationsPlanned()).isEqualTo(new SixPollutants<>(4, 4, 1, 4, 4, 4));
    }

    @Test
    void a_value_outside_the_plan_counts_all_the_same() {
        CityDay city = city(HJ_633_2026, new PointDay(exact("20 40 8 20 70 0.6", "100"), EnumSet.of(Pollutant.SO2)));
        assertThat(city.published().six().so2()).isEqualTo(new BigDecimal("8"));
        assertThat(city.stationsPlanned().so2()).isEqualTo(1);
    }

    @Test
    void a_pollutant_is_not_monitored_only_where_no_point_monitors_it() {
        PointDay without = new PointDay(exact("20 40 - 20 70 0.6", "100"), EnumSet.of(Pollutant.SO2));
        assertThat(city(HJ_633_2026, without, without).report().aqi()).isEqualTo(40);
        assertThat(city(HJ_633_2026, without, PointDay.silent(Set.of())).report().naReason().wire()).isEqualTo("missing_pollutants(SO2)");
    }

    @Test
    void a_city_without_points_has_nothing() {
        CityDay city = city(HJ_633_2012);
        assertThat(city.published()).isEqualTo(new DayIndicators<>(six("- - - - - -"), null));
        assertThat(city.report().naReason().wire()).isEqualTo("no_valid_pollutant");
        assertThat(city.stationsExpected()).isZero();
    }

    private static CityDay city(AqiEdition edition, PointDay... points) {
        return CityDay.of(edition, List.of(points), StationShare.USUAL);
    }

    private static PointDay point(String six, String ozoneOneHour) {
        return new PointDay(exact(six, ozoneOneHour), Set.of());
    }

    private static PointDay pm25(int sum, int hours) {
        ExactMean mean = new ExactMean(BigDecimal.valueOf(sum), hours);
        return new PointDay(new DayIndicators<>(new SixPollutants<>(mean, null, null, null, null, null), null), Set.of());
    }

    private static PointDay ozone(ExactMean eightHours, String oneHour) {
        return new PointDay(new DayIndicators<>(new SixPollutants<>(null, null, null, null, eightHours, null), one(decimal(oneHour))), Set.of());
    }

    private static DayIndicators<ExactMean> exact(String six, String ozoneOneHour) {
        SixPollutants<BigDecimal> values = six(six);
        return new DayIndicators<>(SixPollutants.from(pollutant -> one(values.get(pollutant))), one(decimal(ozoneOneHour)));
    }

    private static @Nullable ExactMean one(@Nullable BigDecimal value) {
        return value == null ? null : ExactMean.ofOne(value);
    }
}
