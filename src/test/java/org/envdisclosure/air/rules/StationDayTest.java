package org.envdisclosure.air.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.envdisclosure.air.rules.Concentrations.six;
import static org.envdisclosure.air.rules.DayHours.day;
import static org.envdisclosure.air.rules.DayHours.put;
import static org.envdisclosure.air.rules.Pollutant.CO;
import static org.envdisclosure.air.rules.Pollutant.NO2;
import static org.envdisclosure.air.rules.Pollutant.O3;
import static org.envdisclosure.air.rules.Pollutant.PM10;
import static org.envdisclosure.air.rules.Pollutant.PM25;
import static org.envdisclosure.air.rules.Pollutant.SO2;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StationDayTest {

    @ParameterizedTest
    @EnumSource(value = Pollutant.class, names = "O3", mode = EnumSource.Mode.EXCLUDE)
    void a_daily_mean_needs_twenty_valid_hours(Pollutant pollutant) {
        StationDay twenty = day(pollutant, "-*4 3*20");
        assertThat(twenty.exact().six().get(pollutant)).isEqualTo(mean("60", 20));
        assertThat(twenty.validHours().get(pollutant)).isEqualTo(20);
        StationDay nineteen = day(pollutant, "3*10 -*5 3*9");
        assertThat(nineteen.exact().six().get(pollutant)).isNull();
        assertThat(nineteen.validHours().get(pollutant)).isEqualTo(19);
    }

    @ParameterizedTest(name = "{0} of {1} -> {2}   ({3})")
    @CsvSource({
        "PM25, 35*12 36*12,         36, a half goes to the even digit",
        "PM25, 36*12 37*12,         36, a half goes to the even digit",
        "PM25, 36*11 37*12 38,      37, 36.58…",
        "PM10, -*4 50*10 51*10,     50, the sum over the twenty valid hours and not over 24",
        "SO2,  0*24,                0,  a true zero is a value",
        "NO2,  -9999*4 40*20,       40, a negative hour is not valid",
        "CO,   0.6*12 0.7*12,       0.6, 0.65 to one decimal",
        "CO,   0.7*12 0.8*12,       0.8, 0.75 to one decimal",
        "CO,   0.65*24,             0.6, as many decimals as were received",
        "CO,   0.651*24,            0.7, more than half"})
    void the_published_mean_is_rounded_once(Pollutant pollutant, String hours, BigDecimal published, String why) {
        assertThat(day(pollutant, hours).published().six().get(pollutant)).isEqualTo(published);
    }

    @Test
    void a_negative_hour_does_not_count_towards_the_twenty() {
        StationDay day = day(NO2, "-1*5 40*19");
        assertThat(day.validHours().no2()).isEqualTo(19);
        assertThat(day.exact().six().no2()).isNull();
    }

    @ParameterizedTest(name = "ozone {0}: {1} windows, maximum {2} of {3}   ({4})")
    @CsvSource(nullValues = "-", value = {
        // eight-hour means end at 08:00 to 24:00
        "100*24,                       17,  800, 8, every window",
        "900*7 100*17,                 17, 6400, 8, 01:00 to 07:00 belong to the window that ends at 08:00: (7 x 900 + 100) / 8",
        "0*16 100*8,                   17,  800, 8, the last window ends at 24:00",
        "80*8 0*16,                    17,  640, 8, the first ends at 08:00",
        // six of the eight hours
        "-*2 100*22,                   17,  600, 6, the window ending at 08:00 has six of eight",
        "-*3 100*21,                   16,  600, 6, with five it is none: the first ends at 09:00",
        // fourteen windows
        "-*5 100*19,                   14,  600, 6, the first window ends at 11:00",
        "-*6 100*18,                   13,    -, -, the first window ends at 12:00: thirteen",
        "100*18 -*6,                   13,    -, -, windows ending at 08:00 to 20:00",
        "100*19 -*5,                   14,  800, 8, windows ending at 08:00 to 21:00",
        "-*24,                          0,    -, -, nothing",
        "100*5 -*3 100*5 -*3 100*5 -*3, 0,    -, -, fifteen hours but no six in any eight",
        // too few windows, but over the limit already
        "-*6 161*18,                   13,  966, 6, 161 exceeds 160",
        "-*6 160*18,                   13,    -, -, 160 does not exceed 160",
        "-*16 160*7 160.1,              3, 1280.1, 8, the unrounded mean of 160.0125 exceeds; rounded it would not",
        "-*16 -*2 161*6,                1,  966, 6, a single window",
        "-*16 -*3 500*5,                0,    -, -, five hours are no window"})
    void the_daily_maximum_of_the_eight_hour_means(String hours, int windows, @Nullable String sum, @Nullable Integer count, String why) {
        StationDay day = day(O3, hours);
        assertThat(day.ozoneWindows()).isEqualTo(windows);
        ExactMean maximum = day.exact().six().o3();
        assertThat(maximum == null ? null : maximum.rounded(6)).isEqualTo(sum == null ? null : mean(sum, count).rounded(6));
        assertThat(maximum == null ? null : maximum.count()).isEqualTo(count);
    }

    @Test
    void windows_are_compared_unrounded() {
        // the windows ending at 08:00, 09:00, 10:00: 966/6 = 161, 1128/7 = 161.14…, 1289/8 = 161.125
        StationDay day = day(O3, "-*2 161*6 162 161*15");
        assertThat(day.exact().six().o3()).isEqualTo(mean("1128", 7));
        assertThat(day.published().six().o3()).isEqualTo(new BigDecimal("161"));
    }

    @Test
    void the_limit_that_saves_a_short_day_is_a_setting() {
        DayValidity firstClass = new DayValidity(20, 6, 14, BigDecimal.valueOf(100), 1);
        assertThat(day(firstClass, O3, "-*6 100.1*18").exact().six().o3()).isEqualTo(mean("600.6", 6));
        assertThat(day(firstClass, O3, "-*6 100*18").exact().six().o3()).isNull();
    }

    @Test
    void the_greatest_hour_of_ozone_counts_from_one_valid_hour() {
        StationDay day = day(O3, "-*10 90 -*3 210 80 -*8");
        assertThat(day.exact().ozoneOneHour()).isEqualTo(mean("210", 1));
        assertThat(day.validHours().o3()).isEqualTo(3);
        assertThat(day.published().ozoneOneHour()).isEqualTo(new BigDecimal("210"));
        assertThat(day(O3, "-*24").exact().ozoneOneHour()).isNull();
        assertThat(day(O3, "0*24").published().ozoneOneHour()).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void how_many_hours_the_greatest_one_needs_is_a_setting() {
        DayValidity strict = new DayValidity(20, 6, 14, BigDecimal.valueOf(160), 20);
        assertThat(day(strict, O3, "-*5 90*18 300").exact().ozoneOneHour()).isNull();
        assertThat(day(strict, O3, "-*4 90*19 300").exact().ozoneOneHour()).isEqualTo(mean("300", 1));
    }

    @Test
    void one_day_of_all_pollutants() {
        StationDayHours hours = new StationDayHours(DayValidity.STANDARD);
        put(hours, PM25, "35*12 36*12");
        put(hours, PM10, "70*20 -*4");
        put(hours, SO2, "8*19 -*5");
        put(hours, NO2, "21*24");
        put(hours, O3, "40*8 120*8 60*8");
        put(hours, CO, "0.6*24");
        StationDay day = hours.day();
        assertThat(day.published()).isEqualTo(new DayIndicators<>(six("36 70 - 21 120 0.6"), new BigDecimal("120")));
        assertThat(day.validHours()).isEqualTo(new SixPollutants<>(24, 20, 19, 24, 24, 24));
        assertThat(day.ozoneWindows()).isEqualTo(17);
    }

    @Test
    void hours_may_come_in_any_order_and_twice() {
        StationDayHours hours = new StationDayHours(DayValidity.STANDARD);
        for (int label = 24; label >= 1; label--) {
            hours.put(label, PM25, BigDecimal.valueOf(900));
        }
        put(hours, PM25, "35*23 -");
        assertThat(hours.day().exact().six().pm25()).isEqualTo(mean("805", 23));
    }

    @Test
    void after_clearing_nothing_is_left_of_the_day_before() {
        StationDayHours hours = new StationDayHours(DayValidity.STANDARD);
        put(hours, PM25, "900*24");
        put(hours, O3, "900*24");
        hours.clear();
        put(hours, O3, "-*16 100*8");
        assertThat(hours.day()).isEqualTo(new StationDay(new DayIndicators<>(new SixPollutants<>(null, null, null, null, null, null),
                mean("100", 1)), new SixPollutants<>(0, 0, 0, 0, 8, 0), 3));
    }

    @ParameterizedTest
    @CsvSource({"0", "25", "-1"})
    void labels_are_1_to_24(int label) {
        StationDayHours hours = new StationDayHours(DayValidity.STANDARD);
        assertThatIllegalArgumentException().isThrownBy(() -> hours.put(label, PM25, BigDecimal.ONE))
                .withMessage("an hour of a day is 1 to 24, not " + label);
    }

    @Test
    void minima_that_no_day_can_reach_are_refused() {
        BigDecimal limit = BigDecimal.valueOf(160);
        assertThatIllegalArgumentException().isThrownBy(() -> new DayValidity(25, 6, 14, limit, 1))
                .withMessage("least hours of a day is 1 to 24, not 25");
        assertThatIllegalArgumentException().isThrownBy(() -> new DayValidity(20, 9, 14, limit, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new DayValidity(20, 6, 18, limit, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new DayValidity(20, 6, 14, limit, 0));
    }

    private static ExactMean mean(String sum, int count) {
        return new ExactMean(new BigDecimal(sum), count);
    }
}
