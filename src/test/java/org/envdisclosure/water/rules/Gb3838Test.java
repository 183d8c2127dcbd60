package org.envdisclosure.water.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.rules.Gb3838.GB_3838_2002;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class Gb3838Test {

    static Stream<PrintedTable.Cell> cells() {
        return PrintedTable.cells();
    }

    @Test
    void the_printed_table_has_23_lines_of_22_items() {
        assertThat(cells().map(PrintedTable.Cell::row).distinct()).hasSizeBetween(20, 23);
        assertThat(cells().map(PrintedTable.Cell::item).distinct()).hasSize(22);
        // 21 items the same everywhere, TP and TN apart: 20 x 3 bodies + TP 3 + TN 2, five limits each
        assertThat(cells()).hasSize((20 * 3 + 3 + 2) * 5);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void a_value_at_the_limit_meets_the_best_class_that_has_it(PrintedTable.Cell cell) {
        assertThat(GB_3838_2002.limit(cell.item(), cell.waterbody(), WaterClass.values()[cell.place()])).isEqualTo(cell.limit());
        assertThat(GB_3838_2002.classOf(cell.item(), cell.limit(), cell.waterbody())).isEqualTo(cell.best());
    }

    @ParameterizedTest(name = "just beyond {0}")
    @MethodSource("cells")
    void one_digit_beyond_the_limit_is_the_next_class_with_another_limit(PrintedTable.Cell cell) {
        assertThat(GB_3838_2002.classOf(cell.item(), cell.justBeyond(), cell.waterbody())).isEqualTo(cell.next());
    }

    @ParameterizedTest(name = "{0} {1} in a {2} -> {3}   ({4})")
    @CsvSource({
        "dissolved_oxygen, 7.50,    river,     I,          zeros change nothing",
        "dissolved_oxygen, 7.49,    river,     II,         a minimum: below is worse",
        "dissolved_oxygen, 6,       lake,      II,         at the limit",
        "dissolved_oxygen, 5.999,   lake,      III,        unrounded",
        "dissolved_oxygen, 1.99,    river,     inferior_V, below the least of V",
        "dissolved_oxygen, 0,       river,     inferior_V, a true zero",
        "ph,               5.99,    river,     inferior_V, below the range",
        "ph,               6,       river,     I,          the range includes its ends",
        "ph,               6.00,    lake,      I,          the range includes its ends",
        "ph,               7,       river,     I,          all five classes ask the same: the best",
        "ph,               9,       river,     I,          the range includes its ends",
        "ph,               9.01,    river,     inferior_V, above the range",
        "tp,               0.02,    river,     I,          river",
        "tp,               0.02,    lake,      II,         lakes have limits of their own",
        "tp,               0.02,    reservoir, II,         and reservoirs the same",
        "tp,               0.1009,  river,     III,        as received and not 0.10",
        "cod,              15,      river,     I,          I and II share 15",
        "bod5,             3.0,     river,     I,          I and II share 3",
        "copper,           0.011,   river,     II,         II to V share 1.0",
        "copper,           1.001,   river,     inferior_V, II to V share 1.0",
        "mercury,          0.00005, river,     I,          I and II share it",
        "mercury,          0.00006, river,     III,        so the next is III",
        "fluoride,         1.2,     river,     IV,         I to III share 1.0",
        "lead,             0.011,   river,     III,        I and II share 0.01",
        "selenium,         0.021,   river,     inferior_V, IV and V share 0.02",
        "tn,               1.5,     lake,      IV,         classed apart",
        "fecal_coliforms,  10001,   river,     IV,         classed apart",
        "codmn,            0,       river,     I,          a true zero"})
    void class_of_one_item(String item, BigDecimal value, String waterbody, String expected, String why) {
        assertThat(GB_3838_2002.classOf(Water.item(item), value, Waterbody.ofWire(waterbody).orElseThrow()).wire()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} in a {2}: {3}")
    @CsvSource({
        "water_temperature, 20,   river, the limit is of a change",
        "tn,                9.9,  river, no limit for total nitrogen in rivers",
        "conductivity,      500,  lake,  not in the table",
        "turbidity,         5,    lake,  not in the table",
        "chlorophyll_a,     5,    lake,  not in the table",
        "algal_density,     500,  lake,  not in the table",
        "transparency,      1,    lake,  not in the table",
        "codmn,             -0.1, river, no measurement",
        "ph,                -1,   river, no measurement",
        "dissolved_oxygen,  -1,   river, no measurement"})
    void what_has_no_class(String item, BigDecimal value, String waterbody, String why) {
        assertThat(GB_3838_2002.classOf(Water.item(item), value, Waterbody.ofWire(waterbody).orElseThrow())).isNull();
    }

    @Test
    void there_are_limits_of_five_classes() {
        assertThat(GB_3838_2002.limit(WaterItem.CODMN, Waterbody.RIVER, WaterClass.INFERIOR_V)).isNull();
        assertThat(GB_3838_2002.limit(WaterItem.PH, Waterbody.RIVER, WaterClass.I)).isNull();
        assertThat(GB_3838_2002.limit(WaterItem.TN, Waterbody.RIVER, WaterClass.III)).isNull();
    }

    @Test
    void the_edition_has_a_name_and_a_day() {
        assertThat(GB_3838_2002.label()).isEqualTo("GB 3838-2002");
        assertThat(GB_3838_2002.inForceFrom()).isEqualTo(LocalDate.of(2002, 6, 1));
        assertThat(Gb3838.inForceOn(LocalDate.of(2026, 3, 1))).isEqualTo(GB_3838_2002);
        assertThat(Gb3838.inForceOn(LocalDate.of(2001, 1, 1))).isEqualTo(GB_3838_2002);
    }

    @ParameterizedTest
    @CsvSource({"SULFATE, sulfate, 250", "CHLORIDE, chloride, 250", "NITRATE_N, nitrate_n, 10", "IRON, iron, 0.3", "MANGANESE, manganese, 0.1"})
    void table_2(SupplementaryItem item, String column, BigDecimal limit) {
        assertThat(item.limit()).isEqualTo(limit);
        assertThat(item.column()).isEqualTo(column);
        assertThat(SupplementaryItem.values()).hasSize(5);
    }
}
