package org.envdisclosure.air.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.rules.AqiEdition.HJ_633_2012;
import static org.envdisclosure.air.rules.AqiEdition.HJ_633_2026;
import static org.envdisclosure.air.rules.Concentrations.six;
import static org.envdisclosure.air.rules.Pollutant.CO;
import static org.envdisclosure.air.rules.Pollutant.NO2;
import static org.envdisclosure.air.rules.Pollutant.O3;
import static org.envdisclosure.air.rules.Pollutant.PM10;
import static org.envdisclosure.air.rules.Pollutant.PM25;
import static org.envdisclosure.air.rules.Pollutant.SO2;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HourlyAqiTest {

    private static final Set<Pollutant> ALL_MONITORED = Set.of();

    @Test
    void the_aqi_is_the_greatest_index_and_its_pollutant_is_primary() {
        AqiReport report = HourlyAqi.of(HJ_633_2026, six("60 120 8 21 70 0.6"), ALL_MONITORED);
        assertThat(report).isEqualTo(new AqiReport(HJ_633_2026, new SixPollutants<>(100, 100, 3, 11, 22, 6), 100,
                List.of(PM25, PM10), List.of(), null, false));
        assertThat(report.level()).isEqualTo(AqiLevel.GOOD);
    }

    @Test
    void the_same_hour_by_the_2012_edition() {
        AqiReport report = HourlyAqi.of(HJ_633_2012, six("60 120 8 21 70 0.6"), ALL_MONITORED);
        assertThat(report).isEqualTo(new AqiReport(HJ_633_2012, new SixPollutants<>(82, 85, 3, 11, 22, 6), 85,
                List.of(PM10), List.of(), null, false));
    }

    @ParameterizedTest(name = "{0} -> AQI {1}, primary {2}")
    @CsvSource({
        "35 50 150 100 160 5,   50, ''",                          // all at 50: none is primary
        "36 50 150 100 160 5,   52, PM25",
        "35 50 150 100 161 5,   52, O3",
        "36 50 150 100 161 5,   52, 'PM25,O3'",                   // a tie is listed whole
        "60 120 500 200 200 10, 100, 'PM25,PM10,SO2,NO2,O3,CO'",
        "150 350 650 200 200 10, 200, 'PM25,PM10'"})
    void primary_pollutants_are_all_with_the_greatest_index_above_50(String concentrations, int aqi, String primary) {
        AqiReport report = HourlyAqi.of(HJ_633_2026, six(concentrations), ALL_MONITORED);
        assertThat(report.aqi()).isEqualTo(aqi);
        assertThat(report.primaryPollutants()).extracting(Enum::name)
                .containsExactly(primary.isEmpty() ? new String[0] : primary.split(","));
    }

    @Test
    void in_2026_a_missing_pollutant_forbids_an_aqi_of_100_or_less_but_not_its_indices() {
        AqiReport report = HourlyAqi.of(HJ_633_2026, six("60 - - 21 70 0.6"), ALL_MONITORED);
        assertThat(report).isEqualTo(new AqiReport(HJ_633_2026, new SixPollutants<>(100, null, null, 11, 22, 6), null,
                List.of(), List.of(), new NaReason(NaReason.Word.MISSING_POLLUTANTS, List.of(PM10, SO2)), false));
        assertThat(report.level()).isNull();
    }

    @Test
    void in_2026_an_aqi_above_100_is_published_although_a_pollutant_is_missing() {
        AqiReport report = HourlyAqi.of(HJ_633_2026, six("61 - - 21 70 0.6"), ALL_MONITORED);
        assertThat(report.aqi()).isEqualTo(101);
        assertThat(report.level()).isEqualTo(AqiLevel.LIGHT);
        assertThat(report.primaryPollutants()).containsExactly(PM25);
        assertThat(report.naReason()).isNull();
    }

    @Test
    void a_pollutant_outside_the_plan_does_not_block_the_aqi_but_one_missing_beside_it_does() {
        assertThat(HourlyAqi.of(HJ_633_2026, six("30 40 - 21 70 -"), EnumSet.of(SO2, CO)).aqi()).isEqualTo(43);
        assertThat(HourlyAqi.of(HJ_633_2026, six("30 - - 21 70 -"), EnumSet.of(SO2, CO)).naReason())
                .isEqualTo(new NaReason(NaReason.Word.MISSING_POLLUTANTS, List.of(PM10)));
    }

    @Test
    void a_value_counts_although_the_pollutant_is_marked_as_not_monitored() {
        AqiReport report = HourlyAqi.of(HJ_633_2026, six("30 40 700 21 70 0.6"), EnumSet.of(SO2));
        assertThat(report.aqi()).isEqualTo(167);
        assertThat(report.primaryPollutants()).containsExactly(SO2);
    }

    @Test
    void in_2012_the_aqi_is_that_of_the_pollutants_there_are() {
        AqiReport report = HourlyAqi.of(HJ_633_2012, six("- - - 21 - -"), ALL_MONITORED);
        assertThat(report.aqi()).isEqualTo(11);
        assertThat(report.naReason()).isNull();
    }

    @Test
    void a_missing_value_is_never_zero() {
        assertThat(HourlyAqi.of(HJ_633_2012, six("- 40 8 21 70 0.6"), ALL_MONITORED).iaqi().pm25()).isNull();
        assertThat(HourlyAqi.of(HJ_633_2012, six("0 40 8 21 70 0.6"), ALL_MONITORED).iaqi().pm25()).isZero();
    }

    @Test
    void a_negative_value_counts_as_missing() {
        AqiReport report = HourlyAqi.of(HJ_633_2026, six("-9999 40 8 21 70 0.6"), ALL_MONITORED);
        assertThat(report.iaqi().pm25()).isNull();
        assertThat(report.naReason()).isEqualTo(new NaReason(NaReason.Word.MISSING_POLLUTANTS, List.of(PM25)));
        assertThat(HourlyAqi.of(HJ_633_2012, six("-1 - - - - -"), ALL_MONITORED).naReason())
                .isEqualTo(new NaReason(NaReason.Word.NO_VALID_POLLUTANT, List.of()));
    }

    @Test
    void without_any_value_the_reason_says_so() {
        assertThat(HourlyAqi.of(HJ_633_2012, six("- - - - - -"), ALL_MONITORED).naReason().wire()).isEqualTo("no_valid_pollutant");
        assertThat(HourlyAqi.of(HJ_633_2026, six("- - - - - -"), ALL_MONITORED).naReason().wire())
                .isEqualTo("missing_pollutants(PM2.5 PM10 SO2 NO2 O3 CO)");
        assertThat(HourlyAqi.of(HJ_633_2026, six("- - - - - -"), EnumSet.allOf(Pollutant.class)).naReason().wire())
                .isEqualTo("no_valid_pollutant");
    }

    @Test
    void so2_above_800_over_one_hour_is_left_out_in_2012_and_200_in_2026() {
        AqiReport by2012 = HourlyAqi.of(HJ_633_2012, six("30 40 801 21 70 0.6"), ALL_MONITORED);
        assertThat(by2012).isEqualTo(new AqiReport(HJ_633_2012, new SixPollutants<>(43, 40, null, 11, 22, 6), 43,
                List.of(), List.of(SO2), null, false));
        AqiReport by2026 = HourlyAqi.of(HJ_633_2026, six("30 40 801 21 70 0.6"), ALL_MONITORED);
        assertThat(by2026).isEqualTo(new AqiReport(HJ_633_2026, new SixPollutants<>(43, 40, 200, 11, 22, 6), 200,
                List.of(SO2), List.of(), null, false));
    }

    @Test
    void so2_above_800_alone_gives_no_aqi_in_2012_with_its_own_reason() {
        AqiReport report = HourlyAqi.of(HJ_633_2012, six("- - 801 - - -"), ALL_MONITORED);
        assertThat(report.aqi()).isNull();
        assertThat(report.naReason().wire()).isEqualTo("no_iaqi(SO2)");
    }

    @ParameterizedTest
    @EnumSource(AqiEdition.class)
    void beyond_the_table_the_aqi_is_500_and_says_so(AqiEdition edition) {
        AqiReport report = HourlyAqi.of(edition, six("285 944 3 11 56 0.9"), ALL_MONITORED);
        assertThat(report.aqi()).isEqualTo(500);
        assertThat(report.beyondIndex()).isTrue();
        assertThat(report.primaryPollutants()).containsExactly(PM10);
        assertThat(report.level()).isEqualTo(AqiLevel.SEVERE);
        assertThat(HourlyAqi.of(edition, six("285 600 3 11 56 0.9"), ALL_MONITORED).beyondIndex()).isFalse();
    }

    @Test
    void six_true_zeros_are_shown_as_1_in_2026_whose_range_begins_there_and_as_0_in_2012() {
        AqiReport by2026 = HourlyAqi.of(HJ_633_2026, six("0 0 0 0 0 0"), ALL_MONITORED);
        assertThat(by2026.aqi()).isEqualTo(1);
        assertThat(by2026.iaqi()).isEqualTo(new SixPollutants<>(0, 0, 0, 0, 0, 0));
        assertThat(by2026.level()).isEqualTo(AqiLevel.EXCELLENT);
        assertThat(HourlyAqi.of(HJ_633_2012, six("0 0 0 0 0 0.0"), ALL_MONITORED).aqi()).isZero();
    }

    @Test
    void ozone_is_read_on_its_1_hour_column_and_nitrogen_dioxide_too() {
        AqiReport report = HourlyAqi.of(HJ_633_2026, six("10 20 5 150 210 0.5"), ALL_MONITORED);
        assertThat(report.iaqi().o3()).isEqualTo(105);
        assertThat(report.iaqi().no2()).isEqualTo(75);
        assertThat(report.primaryPollutants()).containsExactly(O3).doesNotContain(NO2);
    }

    @Test
    void the_reasons_speak_both_languages() {
        assertThat(NaReason.Word.MISSING_POLLUTANTS.text().en())
                .isEqualTo("A pollutant is missing and the AQI of the others is not above 100.");
        assertThat(NaReason.Word.NO_VALID_POLLUTANT.text().zh()).isEqualTo("无有效监测项目");
    }
}
