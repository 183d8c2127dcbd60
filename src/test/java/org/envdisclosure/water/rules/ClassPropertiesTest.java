package org.envdisclosure.water.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClassPropertiesTest {

    @Property
    void a_class_never_gets_better_when_a_concentration_grows(@ForAll("cells") PrintedTable.Cell cell,
            @ForAll("shares") BigDecimal share, @ForAll("shares") BigDecimal more) {
        BigDecimal less = cell.row().get(4).max(cell.row().get(0)).multiply(share);
        WaterClass low = Gb3838.GB_3838_2002.classOf(cell.item(), less, cell.waterbody());
        WaterClass high = Gb3838.GB_3838_2002.classOf(cell.item(), less.add(cell.limit().multiply(more)), cell.waterbody());
        assertThat(cell.item() == WaterItem.DISSOLVED_OXYGEN ? low : high).isGreaterThanOrEqualTo(cell.item() == WaterItem.DISSOLVED_OXYGEN ? high : low);
    }

    @Property
    void the_class_is_the_first_whose_printed_limit_is_met(@ForAll("cells") PrintedTable.Cell cell, @ForAll("shares") BigDecimal share) {
        BigDecimal value = cell.limit().multiply(share);
        int place = 0;
        while (place < 5 && (cell.item() == WaterItem.DISSOLVED_OXYGEN ? value.compareTo(cell.row().get(place)) < 0
                : value.compareTo(cell.row().get(place)) > 0)) {
            place++;
        }
        assertThat(Gb3838.GB_3838_2002.classOf(cell.item(), value, cell.waterbody())).isEqualTo(WaterClass.values()[place]);
    }

    @Property
    void the_class_of_a_reading_is_the_worst_of_its_five_items(@ForAll("readings") WaterValues values) {
        ClassRule rule = ClassRule.usual(Waterbody.RIVER);
        List<WaterClass> classes = ReadingClass.NEEDED.stream().map(item -> rule.classOf(item, values)).toList();
        ReadingClass reading = ReadingClass.of(rule, values);
        assertThat(reading.waterClass()).isEqualTo(Collections.max(classes));
        assertThat(reading.limitingParameters().isEmpty()).isEqualTo(reading.waterClass() == WaterClass.I);
        assertThat(reading.limitingParameters()).allMatch(item -> rule.classOf(item, values) == reading.waterClass());
    }

    @Property
    void a_lake_is_never_judged_milder_than_a_river(@ForAll("readings") WaterValues values) {
        assertThat(ReadingClass.of(ClassRule.usual(Waterbody.LAKE), values).waterClass())
                .isGreaterThanOrEqualTo(ReadingClass.of(ClassRule.usual(Waterbody.RIVER), values).waterClass());
    }

    @Property
    void saturation_can_only_make_it_milder(@ForAll("readings") WaterValues values) {
        assertThat(ReadingClass.of(new ClassRule(Gb3838.GB_3838_2002, Waterbody.RIVER, true), values).waterClass())
                .isLessThanOrEqualTo(ReadingClass.of(ClassRule.usual(Waterbody.RIVER), values).waterClass());
    }

    @Property
    void zeros_behind_the_point_change_nothing(@ForAll("readings") WaterValues values) {
        Map<WaterItem, BigDecimal> longer = new EnumMap<>(WaterItem.class);
        values.byItem().forEach((item, value) -> longer.put(item, value.setScale(value.scale() + 3)));
        assertThat(ReadingClass.of(ClassRule.usual(Waterbody.RIVER), new WaterValues(longer)))
                .isEqualTo(ReadingClass.of(ClassRule.usual(Waterbody.RIVER), values));
    }

    @Provide
    Arbitrary<PrintedTable.Cell> cells() {
        return Arbitraries.of(PrintedTable.cells().toList());
    }

    @Provide
    Arbitrary<BigDecimal> shares() {
        return Arbitraries.oneOf(number("1.2", 3), number("4", 1), Arbitraries.of(BigDecimal.ZERO, BigDecimal.ONE));
    }

    @Provide
    Arbitrary<WaterValues> readings() {
        Arbitrary<BigDecimal> ph = Arbitraries.bigDecimals().between(new BigDecimal("5"), new BigDecimal("10")).ofScale(2);
        return Combinators.combine(ph, number("12", 2), number("18", 2), number("2.4", 3), number("0.5", 3), number("40", 1))
                .as((acidity, oxygen, codmn, nh3n, tp, temperature) -> new WaterValues(Map.of(WaterItem.PH, acidity,
                        WaterItem.DISSOLVED_OXYGEN, oxygen, WaterItem.CODMN, codmn, WaterItem.NH3N, nh3n, WaterItem.TP, tp,
                        WaterItem.WATER_TEMPERATURE, temperature)));
    }

    private static Arbitrary<BigDecimal> number(String highest, int digits) {
        return Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal(highest)).ofScale(digits);
    }
}
