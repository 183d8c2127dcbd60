package org.envdisclosure.air.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.rules.AqiEdition.HJ_633_2012;
import static org.envdisclosure.air.rules.AqiEdition.HJ_633_2026;
import static org.envdisclosure.air.rules.Averaging.EIGHT_HOURS;
import static org.envdisclosure.air.rules.Averaging.ONE_HOUR;
import static org.envdisclosure.air.rules.Averaging.TWENTY_FOUR_HOURS;

import java.math.BigDecimal;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class IaqiTest {

    @ParameterizedTest(name = "{0} {1} {2} -> {3} by HJ 633-2012, {4} by HJ 633-2026   ({5})")
    @CsvSource({
        "PM25, TWENTY_FOUR_HOURS,   1,   2,   2, 1.43 rounds up",
        "PM25, TWENTY_FOUR_HOURS,  36,  52,  52, first value above level 1",
        "PM25, TWENTY_FOUR_HOURS,  48,  67,  76, the ladders part between 35 and 115",
        "PM25, TWENTY_FOUR_HOURS,  60,  82, 100, the second-class limit of 2026",
        "PM25, TWENTY_FOUR_HOURS,  61,  83, 101, any part of a unit rounds up",
        "PM25, TWENTY_FOUR_HOURS,  75, 100, 114, the second-class limit of 2012",
        "PM25, TWENTY_FOUR_HOURS,  76, 102, 115, ",
        "PM25, TWENTY_FOUR_HOURS, 116, 152, 152, the ladders meet again at 115",
        "PM25, TWENTY_FOUR_HOURS, 151, 201, 201, ",
        "PM25, TWENTY_FOUR_HOURS, 251, 301, 301, ",
        "PM25, TWENTY_FOUR_HOURS, 351, 401, 401, ",
        "PM10, TWENTY_FOUR_HOURS, 120,  85, 100, the second-class limit of 2026",
        "PM10, TWENTY_FOUR_HOURS, 150, 100, 112, the second-class limit of 2012",
        "PM10, TWENTY_FOUR_HOURS, 151, 101, 112, ",
        "SO2,  TWENTY_FOUR_HOURS,  51,  51,  51, ",
        "SO2,  TWENTY_FOUR_HOURS, 475, 150, 150, 475 belongs to the 24-hour column",
        "SO2,  ONE_HOUR,          475,  97,  97, the 1-hour column has 500 at 100",
        "SO2,  ONE_HOUR,          500, 100, 100, ",
        "SO2,  ONE_HOUR,          650, 150, 150, ",
        "SO2,  ONE_HOUR,          800, 200, 200, the column's last breakpoint",
        "NO2,  ONE_HOUR,          350, 115, 115, ",
        "NO2,  TWENTY_FOUR_HOURS,  81, 101, 101, ",
        "CO,   TWENTY_FOUR_HOURS, 4.1, 101, 101, ",
        "CO,   TWENTY_FOUR_HOURS, 2.2,  55,  55, exactly 55; in binary floating point 56",
        "CO,   ONE_HOUR,         65.4, 218, 218, exactly 218; in binary floating point 219",
        "CO,   ONE_HOUR,         71.4, 238, 238, exactly 238; in binary floating point 239",
        "CO,   ONE_HOUR,        129.3, 431, 431, exactly 431; in binary floating point 432",
        "O3,   EIGHT_HOURS,       161, 101, 101, ",
        "O3,   EIGHT_HOURS,       216, 151, 151, ",
        "O3,   EIGHT_HOURS,       800, 300, 300, the column's last breakpoint",
        "O3,   ONE_HOUR,          161,  52,  52, ",
        "O3,   ONE_HOUR,          301, 151, 151, ",
        "PM25, ONE_HOUR,           60,  82, 100, a 1-hour mean is read on the 24-hour column",
        "PM10, ONE_HOUR,          120,  85, 100, a 1-hour mean is read on the 24-hour column"})
    void individual_index(Pollutant pollutant, Averaging averaging, BigDecimal concentration, int by2012, int by2026, String why) {
        assertThat(HJ_633_2012.iaqi(pollutant, averaging, concentration)).isEqualTo(new Iaqi.Index(by2012, false));
        assertThat(HJ_633_2026.iaqi(pollutant, averaging, concentration)).isEqualTo(new Iaqi.Index(by2026, false));
    }

    @ParameterizedTest(name = "{0} {1} {2} -> {3} by HJ 633-2012, {4} by HJ 633-2026   ({5})")
    @CsvSource({
        "PM25, TWENTY_FOUR_HOURS, 35.5,   51,  52, 2026: 35.5 becomes 36",
        "PM25, TWENTY_FOUR_HOURS, 34.5,   50,  49, 2026: 34.5 becomes 34",
        "PM25, TWENTY_FOUR_HOURS, 60.5,   82, 100, 2026: 60.5 becomes 60",
        "PM25, TWENTY_FOUR_HOURS, 60.51,  82, 101, 2026: above the half",
        "PM25, TWENTY_FOUR_HOURS, 0.5,     1,   0, 2026: 0.5 becomes 0",
        "PM25, TWENTY_FOUR_HOURS, 1.5,     3,   3, 2026: 1.5 becomes 2",
        "CO,   TWENTY_FOUR_HOURS, 2.25,   57,  55, 2026: 2.25 becomes 2.2",
        "CO,   TWENTY_FOUR_HOURS, 2.35,   59,  60, 2026: 2.35 becomes 2.4",
        "CO,   TWENTY_FOUR_HOURS, 2.249,  57,  55, 2026: rounded once; not to 2.25 first",
        "PM25, TWENTY_FOUR_HOURS, 35.000000000000000000001, 51, 50, 2012: the smallest excess counts",
        "SO2,  ONE_HOUR,          800.4, , 200, 2012: above 800; 2026: 800"})
    void only_hj_633_2026_rounds_the_concentration_first(Pollutant pollutant, Averaging averaging, BigDecimal concentration,
            Integer by2012, Integer by2026, String why) {
        assertThat(HJ_633_2012.iaqi(pollutant, averaging, concentration).orNull()).isEqualTo(by2012);
        assertThat(HJ_633_2026.iaqi(pollutant, averaging, concentration).orNull()).isEqualTo(by2026);
    }

    @Test
    void above_800_so2_and_8_hour_ozone_have_no_index_in_2012_and_a_fixed_one_in_2026() {
        assertThat(HJ_633_2012.iaqi(Pollutant.SO2, ONE_HOUR, decimal("801"))).isEqualTo(Iaqi.NotDefined.ABOVE_COLUMN);
        assertThat(HJ_633_2012.iaqi(Pollutant.O3, EIGHT_HOURS, decimal("801"))).isEqualTo(Iaqi.NotDefined.ABOVE_COLUMN);
        assertThat(HJ_633_2026.iaqi(Pollutant.SO2, ONE_HOUR, decimal("801"))).isEqualTo(new Iaqi.Index(200, false));
        assertThat(HJ_633_2026.iaqi(Pollutant.SO2, ONE_HOUR, decimal("5000"))).isEqualTo(new Iaqi.Index(200, false));
        assertThat(HJ_633_2026.iaqi(Pollutant.O3, EIGHT_HOURS, decimal("801"))).isEqualTo(new Iaqi.Index(300, false));
        assertThat(HJ_633_2026.iaqi(Pollutant.O3, EIGHT_HOURS, decimal("5000"))).isEqualTo(new Iaqi.Index(300, false));
    }

    @ParameterizedTest(name = "{0} {1}: {2} is 500, anything above is capped")
    @CsvSource({
        "PM25, TWENTY_FOUR_HOURS,  500, 500.6", "PM10, TWENTY_FOUR_HOURS,  600, 600.6", "SO2, TWENTY_FOUR_HOURS, 2620, 2621",
        "NO2,  TWENTY_FOUR_HOURS,  940, 941",   "NO2,  ONE_HOUR,          3840, 3841",  "O3,  ONE_HOUR,          1200, 1201",
        "CO,   TWENTY_FOUR_HOURS,   60, 60.1",  "CO,   ONE_HOUR,           150, 150.1", "PM25, ONE_HOUR,          500, 20000"})
    void the_index_is_capped_at_500_and_says_so(Pollutant pollutant, Averaging averaging, BigDecimal last, BigDecimal above) {
        for (AqiEdition edition : AqiEdition.values()) {
            assertThat(edition.iaqi(pollutant, averaging, last)).isEqualTo(new Iaqi.Index(500, false));
            assertThat(edition.iaqi(pollutant, averaging, above)).isEqualTo(new Iaqi.Index(500, true));
        }
    }

    @ParameterizedTest
    @EnumSource(AqiEdition.class)
    void every_breakpoint_of_the_table_gives_exactly_its_index(AqiEdition edition) {
        int[] indices = PrintedTable.indices();
        for (PrintedTable.Column column : PrintedTable.COLUMNS) {
            for (int row = 0; row < indices.length; row++) {
                int breakpoint = PrintedTable.breakpoint(edition, column, row);
                if (breakpoint != PrintedTable.NONE) {
                    assertThat(edition.iaqi(column.pollutant(), column.averaging(), BigDecimal.valueOf(breakpoint)))
                            .as("%s %s at %d", edition, column, breakpoint)
                            .isEqualTo(new Iaqi.Index(indices[row], false));
                }
            }
        }
    }

    /** 0.1 for CO, 1 for the others: all concentrations that can be published, up to the last breakpoint. */
    @ParameterizedTest
    @EnumSource(AqiEdition.class)
    void every_publishable_concentration_agrees_with_exact_fractions(AqiEdition edition) {
        int compared = 0;
        for (PrintedTable.Column column : PrintedTable.COLUMNS) {
            int digits = column.pollutant() == Pollutant.CO ? 1 : 0;
            long last = BigDecimal.valueOf(PrintedTable.top(edition, column)).setScale(digits).unscaledValue().longValueExact();
            for (long unscaled = 0; unscaled <= last; unscaled++) {
                BigDecimal concentration = BigDecimal.valueOf(unscaled, digits);
                assertThat(edition.iaqi(column.pollutant(), column.averaging(), concentration).orNull())
                        .as("%s %s at %s", edition, column, concentration)
                        .isEqualTo(PrintedTable.iaqi(edition, column, concentration));
                compared++;
            }
        }
        // 2620 + 800 + 940 + 3840 + 600 + 1500 + 1200 + 800 + 2 x (600 + 500), and the 12 zeros
        assertThat(compared).isEqualTo(14_512);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0.1", "-9999", "-1E-30"})
    void a_negative_concentration_has_no_index(String concentration) {
        assertThat(HJ_633_2012.iaqi(Pollutant.PM25, ONE_HOUR, decimal(concentration))).isEqualTo(Iaqi.NotDefined.NEGATIVE);
        assertThat(HJ_633_2026.iaqi(Pollutant.CO, ONE_HOUR, decimal(concentration))).isEqualTo(Iaqi.NotDefined.NEGATIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "0E+999999999", "0E-999999999"})
    void a_true_zero_is_valid_and_has_the_index_0(String concentration) {
        assertThat(HJ_633_2012.iaqi(Pollutant.PM25, ONE_HOUR, decimal(concentration))).isEqualTo(new Iaqi.Index(0, false));
        assertThat(HJ_633_2026.iaqi(Pollutant.CO, ONE_HOUR, decimal(concentration))).isEqualTo(new Iaqi.Index(0, false));
    }

    @Test
    void absurd_exponents_are_answered_at_once() {
        assertTimeout(Duration.ofSeconds(1), () -> {
            assertThat(HJ_633_2012.iaqi(Pollutant.PM25, ONE_HOUR, decimal("1E+999999999"))).isEqualTo(new Iaqi.Index(500, true));
            assertThat(HJ_633_2026.iaqi(Pollutant.PM25, ONE_HOUR, decimal("1E+999999999"))).isEqualTo(new Iaqi.Index(500, true));
            assertThat(HJ_633_2012.iaqi(Pollutant.PM25, ONE_HOUR, decimal("1E-999999999"))).isEqualTo(new Iaqi.Index(1, false));
            assertThat(HJ_633_2026.iaqi(Pollutant.PM25, ONE_HOUR, decimal("1E-999999999"))).isEqualTo(new Iaqi.Index(0, false));
        });
    }

    @Test
    void what_the_table_has_no_column_for_has_no_index() {
        assertThat(HJ_633_2026.iaqi(Pollutant.O3, TWENTY_FOUR_HOURS, decimal("100"))).isEqualTo(Iaqi.NotDefined.NO_COLUMN);
        assertThat(HJ_633_2012.iaqi(Pollutant.PM25, EIGHT_HOURS, decimal("100"))).isEqualTo(Iaqi.NotDefined.NO_COLUMN);
        assertThat(HJ_633_2012.iaqi(Pollutant.CO, EIGHT_HOURS, decimal("1"))).isEqualTo(Iaqi.NotDefined.NO_COLUMN);
    }

    @Test
    void of_two_indices_of_one_pollutant_the_greater_counts_and_a_number_wins_over_none() {
        Iaqi fifty = new Iaqi.Index(50, false);
        Iaqi seventy = new Iaqi.Index(70, false);
        assertThat(fifty.orGreater(seventy)).isEqualTo(seventy);
        assertThat(seventy.orGreater(fifty)).isEqualTo(seventy);
        assertThat(Iaqi.NotDefined.ABOVE_COLUMN.orGreater(fifty)).isEqualTo(fifty);
        assertThat(fifty.orGreater(Iaqi.NotDefined.ABOVE_COLUMN)).isEqualTo(fifty);
    }

    @Test
    void a_column_with_a_breakpoint_left_out_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ladder.of(0, 35, 60, 115, 150, 250, 350))
                .withMessage("a full column has 8 breakpoints, not 7");
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
