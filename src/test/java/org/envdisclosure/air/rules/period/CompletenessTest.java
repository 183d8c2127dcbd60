package org.envdisclosure.air.rules.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.envdisclosure.air.rules.Pollutant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletenessTest {

    private static final Pollutant PM25 = Pollutant.PM25;

    /**
     * A character an hour: {@code v} valid, {@code x} a row with values of other pollutants alone, {@code o} a row without any value or
     * mark, {@code /} one that says not monitored, a dot no row.
     */
    private static Completeness of(String hours, int serviceFrom, int serviceTo) {
        StationHours station = new StationHours();
        station.inService(serviceFrom, serviceTo, Set.of());
        for (int hour = 1; hour <= hours.length(); hour++) {
            char kind = hours.charAt(hour - 1);
            if (kind != '.') {
                station.row(hour, kind != 'o');
            }
            if (kind == 'v') {
                station.valid(hour, PM25);
            } else if (kind == '/') {
                station.notMonitored(hour, PM25);
            }
        }
        return station.of(PM25);
    }

    private static String text(Completeness hours) {
        return "%d %d %d %d %s %s".formatted(hours.expected(), hours.received(), hours.valid(), hours.notMonitored(), hours.validRate(),
                hours.gaps().isEmpty() ? "-" : String.join(",", hours.gaps().stream().map(gap -> gap.from() + "-" + gap.to()).toList()));
    }

    @ParameterizedTest(name = "{0} in service {1} to {2} -> {3}   ({4})")
    @CsvSource(delimiter = '|', value = {
        "vvvvvvvvvv | 1 | 10 | 10 10 10 0 100.0 - | nothing lacks",
        ".vvvvvvvv. | 1 | 10 | 10 8 8 0 80.0 0-1,9-10 | one hour at each end",
        "vvv.xx.vvv | 1 | 10 | 10 8 6 0 60.0 3-7 | hours without a row and rows without a value are one gap",
        "v.v.v.v.v. | 1 | 10 | 10 5 5 0 50.0 1-2,3-4,5-6,7-8,9-10 | every gap for itself",
        ".......... | 1 | 10 | 10 0 0 0 0.0 0-10 | silence",
        "vvv////vvv | 1 | 10 | 6 6 6 4 100.0 - | what is not monitored is not expected",
        "vvv.//.vvv | 1 | 10 | 8 6 6 2 75.0 3-4,6-7 | and parts two gaps",
        "////////// | 1 | 10 | 0 0 0 10 null - | nothing expected",
        "////oo//// | 1 | 10 | 0 0 0 10 null - | an hour off the line says nothing against the marks",
        "////..//// | 1 | 10 | 0 0 0 10 null - | nor does one without a row",
        "////x///// | 1 | 10 | 1 1 0 9 0.0 4-5 | an hour with values and without the mark does",
        "vv//oo//// | 1 | 10 | 4 4 2 6 50.0 4-6 | with a value somewhere every hour stands for itself",
        "oooooooooo | 1 | 10 | 10 10 0 0 0.0 0-10 | where nothing is said everything is expected",
        "....vvvvvv | 5 | 10 | 6 6 6 0 100.0 - | nothing before the first hour",
        "vvvvv..... | 1 | 5 | 5 5 5 0 100.0 - | nothing after the end of service",
        "vvvvv..x.v | 1 | 5 | 7 7 6 0 85.7 7-8 | a row after the end of service is expected, the silence around it is not",
        "vvvvvvvx   | 1 | 8 | 8 8 7 0 87.5 7-8 | the last hour"})
    void hours_of_a_period(String hours, int from, int to, String expected, String why) {
        assertThat(text(of(hours.strip(), from, to))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of {1} -> {2}   ({3})")
    @CsvSource({
        "736, 744, 98.9, 98.92",
        "718, 720, 99.7, 99.72",
        "1, 16, 6.2, 6.25 goes to the even digit",
        "3, 16, 18.8, 18.75 goes to the even digit",
        "743, 744, 99.9, 99.87",
        "1999, 2000, 100.0, 99.95 goes to the even digit: it is 100.0 with one hour lacking"})
    void the_rate_is_rounded_half_to_even(int valid, int expected, String rate, String why) {
        assertThat(new Completeness(expected, valid, valid, 0, List.of()).validRate()).isEqualTo(new BigDecimal(rate));
    }

    @Test
    void what_the_register_leaves_out_of_the_plan_is_not_expected_but_a_value_is() {
        StationHours station = new StationHours();
        station.inService(1, 4, Set.of(PM25));
        station.inService(5, 6, Set.of());
        station.row(1, true);
        station.row(2, true);
        station.valid(2, PM25);

        assertThat(text(station.of(PM25))).isEqualTo("3 1 1 3 33.3 4-6");
        assertThat(text(station.of(Pollutant.CO))).isEqualTo("6 2 0 0 0.0 0-6");
    }

    @Test
    void an_empty_span_of_service_owes_nothing() {
        StationHours station = new StationHours();
        station.inService(5, 4, Set.of(PM25));
        assertThat(station.isEmpty()).isTrue();
        assertThat(text(station.of(PM25))).isEqualTo("0 0 0 0 null -");
    }

    @Test
    void a_gap_over_the_border_of_two_months_is_one_of_the_year() {
        Completeness january = new Completeness(744, 740, 738, 2, List.of(new Completeness.Gap(10, 12), new Completeness.Gap(740, 744)));
        Completeness february = new Completeness(672, 660, 660, 0, List.of(new Completeness.Gap(744, 754), new Completeness.Gap(800, 802)));

        Completeness year = Completeness.joined(List.of(january, february));

        assertThat(text(year)).isEqualTo("1416 1400 1398 2 98.7 10-12,740-754,800-802");
        assertThat(year.longestGapHours()).isEqualTo(14);
        assertThat(Completeness.joined(List.of()).longestGap()).isEmpty();
    }

    @Test
    void of_equally_long_gaps_the_first_is_the_longest() {
        Completeness hours = new Completeness(10, 4, 4, 0, List.of(new Completeness.Gap(0, 1), new Completeness.Gap(2, 4), new Completeness.Gap(6, 8)));
        assertThat(hours.longestGap()).contains(new Completeness.Gap(2, 4));
        assertThat(hours.longestGapHours()).isEqualTo(2);
    }
}
