package org.envdisclosure.air.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.rules.AqiEdition.HJ_633_2012;
import static org.envdisclosure.air.rules.AqiEdition.HJ_633_2026;
import static org.envdisclosure.air.rules.Concentrations.decimal;
import static org.envdisclosure.air.rules.Concentrations.six;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyAqiTest {

    @ParameterizedTest(name = "PM2.5 60, PM10 120 on {0} -> AQI {1}, primary {2}")
    @CsvSource({"2026-02-28, 85, PM10", "2026-03-01, 100, PM25 PM10"})
    void a_day_is_judged_by_the_edition_in_force_on_it(LocalDate day, int aqi, String primary) {
        AqiReport report = DailyAqi.of(AqiEdition.inForceOn(day), indicators("60 120 8 21 70 0.6", "90"), Set.of());
        assertThat(report.aqi()).isEqualTo(aqi);
        assertThat(report.primaryPollutants()).extracting(Pollutant::name).containsExactly(primary.split(" "));
    }

    @ParameterizedTest(name = "{0}: ozone 8 h {1}, 1 h {2} -> IAQI {3}   ({4})")
    @CsvSource({
        "HJ_633_2012,  90, 201, 101, the hour is the seventh indicator",
        "HJ_633_2026,  90, 201,  45, and no indicator of a day any more",
        "HJ_633_2012, 161, 200, 101, the greater of the two",
        "HJ_633_2012, 100, 160,  50, both at 50",
        "HJ_633_2012,   -, 201, 101, the hour alone where the 8-hour mean is not valid",
        "HJ_633_2012, 161,   -, 101, the 8-hour mean alone",
        "HJ_633_2012, 161,  -1, 101, a negative hour is not valid",
        "HJ_633_2012, 800, 800, 300, the end of the 8-hour column",
        "HJ_633_2012, 801, 900, 350, above it the index is that of the hour",
        "HJ_633_2026, 801, 900, 300, above it the index is 300"})
    void ozone_is_one_pollutant_with_the_index_its_edition_gives_it(AqiEdition edition, String eightHours, String oneHour, int iaqi, String why) {
        AqiReport report = DailyAqi.of(edition, indicators("10 10 8 10 " + eightHours + " 0.6", oneHour), Set.of());
        assertThat(report.iaqi().o3()).isEqualTo(iaqi);
        assertThat(report.withoutIndex()).isEmpty();
    }

    @Test
    void ozone_is_named_once_as_primary_pollutant() {
        assertThat(DailyAqi.of(HJ_633_2012, indicators("75 150 8 21 160 0.6", "200"), Set.of())).isEqualTo(new AqiReport(HJ_633_2012,
                new SixPollutants<>(100, 100, 8, 27, 100, 15), 100,
                List.of(Pollutant.PM25, Pollutant.PM10, Pollutant.O3), List.of(), null, false));
    }

    @ParameterizedTest(name = "{0}: {1} -> AQI {2}, {3}")
    @CsvSource(nullValues = "NA", value = {
        "HJ_633_2026, 60 120 - 21 70 0.6,  NA, missing_pollutants(SO2)",
        "HJ_633_2026, 61 120 - 21 70 0.6, 101, NA",
        "HJ_633_2026, 60 120 8 21 - 0.6,   NA, missing_pollutants(O3)",
        "HJ_633_2012, 60 120 - 21 70 0.6,  85, NA",
        "HJ_633_2026, - - - - - -,         NA, missing_pollutants(PM2.5 PM10 SO2 NO2 O3 CO)"})
    void a_missing_pollutant_forbids_an_aqi_up_to_100_since_2026(AqiEdition edition, String concentrations, Integer aqi, String naReason) {
        AqiReport report = DailyAqi.of(edition, indicators(concentrations, "90"), Set.of());
        assertThat(report.aqi()).isEqualTo(aqi);
        assertThat(report.naReason() == null ? null : report.naReason().wire()).isEqualTo(naReason);
    }

    @Test
    void the_greatest_hour_of_ozone_does_not_make_up_for_the_missing_eight_hour_mean_in_2026() {
        AqiReport report = DailyAqi.of(HJ_633_2026, indicators("35 50 8 21 - 0.6", "150"), Set.of());
        assertThat(report.naReason().wire()).isEqualTo("missing_pollutants(O3)");
    }

    @Test
    void what_the_plan_leaves_out_is_not_missing() {
        assertThat(DailyAqi.of(HJ_633_2026, indicators("35 50 - 21 70 0.6", "90"), EnumSet.of(Pollutant.SO2)).aqi()).isEqualTo(50);
    }

    private static DayIndicators<BigDecimal> indicators(String six, String ozoneOneHour) {
        return new DayIndicators<>(six(six), decimal(ozoneOneHour));
    }
}
