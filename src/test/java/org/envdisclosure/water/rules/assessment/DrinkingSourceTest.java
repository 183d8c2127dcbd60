package org.envdisclosure.water.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import java.util.Set;
import java.util.stream.Collectors;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.water.rules.ClassRule;
import org.envdisclosure.water.rules.SupplementaryItem;
import org.envdisclosure.water.rules.Water;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.Waterbody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrinkingSourceTest {

    private static final DrinkingSourceRule RIVER = DrinkingSourceRule.usual(ClassRule.usual(Waterbody.RIVER));
    private static final DrinkingSourceRule RESERVOIR = DrinkingSourceRule.usual(ClassRule.usual(Waterbody.RESERVOIR));

    /** Of the 109, the 80 of table 3 (33 of them preferred) are not judged here. */
    @Test
    void the_standard_has_109_items() {
        long basic = Arrays.stream(WaterItem.values()).filter(WaterItem::isBasic).count();
        assertThat(basic).isEqualTo(24);
        assertThat(Arrays.stream(SupplementaryItem.values()).map(SupplementaryItem::item)).containsExactlyElementsOf(WaterItem.SUPPLEMENTARY);
        assertThat(basic + SupplementaryItem.values().length + 80).isEqualTo(109);
    }

    /** 61 = 23 + 5 + 33, 62 = 24 + 5 + 33, county 29 = 24 + 5, 千吨万人 28 = 23 + 5. */
    @Test
    void numbers_of_items() {
        DrinkingSourceRule withCod = new DrinkingSourceRule(ClassRule.usual(Waterbody.RIVER), Set.of(), true, EvaluationRounding.NONE, IndicatorSettings.USUAL);
        assertThat(RIVER.basicItems()).hasSize(23).doesNotContain(WaterItem.COD);
        assertThat(withCod.basicItems()).hasSize(24).contains(WaterItem.COD);
        assertThat(RIVER.basicItems().size() + SupplementaryItem.values().length).isEqualTo(28);
        assertThat(withCod.basicItems().size() + SupplementaryItem.values().length).isEqualTo(29);
        assertThat(RIVER.basicItems().size() + SupplementaryItem.values().length + 33).isEqualTo(61);
        assertThat(withCod.basicItems().size() + SupplementaryItem.values().length + 33).isEqualTo(62);
    }

    @ParameterizedTest(name = "{0}, {1} -> {2}, exceeding {3}, apart {4}")
    @CsvSource(delimiter = '|', value = {
        "codmn 6, nh3n 1.0            | iron 0.3, manganese 0.1                          | MET      | ''                        | ''",
        "codmn 6.1                    | ''                                               | EXCEEDED | codmn(0.02)               | ''",
        "tp 0.07, nh3n 1.5            | iron 0.31, manganese 0.25                        | EXCEEDED | nh3n(0.5);tp(0.4);manganese(1.5);iron(0.03) | ''",
        "codmn 1                      | sulfate 250, chloride 250, nitrate_n 10          | MET      | ''                        | ''",
        "codmn 1                      | sulfate 250.1                                    | EXCEEDED | sulfate(0.0004)           | ''",
        "codmn 1                      | chloride 300                                     | EXCEEDED | chloride(0.2)             | ''",
        "codmn 1                      | nitrate_n 25                                     | EXCEEDED | nitrate_n(1.5)            | ''",
        "codmn 1, tn 2.2              | ''                                               | MET      | ''                        | tn(1.2)",
        "codmn 1, fecal_coliforms 12000 | ''                                             | MET      | ''                        | fecal_coliforms(0.2)",
        "codmn 1, cod 90              | ''                                               | MET      | ''                        | ''",
        "dissolved_oxygen 4, ph 9.2   | ''                                               | EXCEEDED | ph;dissolved_oxygen       | ''",
        "''                           | iron 0.1                                         | MET      | ''                        | ''"})
    void a_reservoir_by_class_three_and_the_limits_of_table_2(String basic, String listed, Compliance compliance, String exceeding, String apart) {
        DrinkingSourceAssessment source = DrinkingSourceAssessment.of(RESERVOIR, basic(basic), listed(listed));
        assertThat(source.compliance()).isEqualTo(compliance);
        assertThat(String.join(";", source.exceeding())).isEqualTo(exceeding);
        assertThat(String.join(";", source.exceedingApart())).isEqualTo(apart);
        assertThat(source.undetermined()).isEmpty();
    }

    @Test
    void rivers_have_no_limit_for_nitrogen() {
        DrinkingSourceAssessment source = DrinkingSourceAssessment.of(RIVER, basic("codmn 1, tn 9, tp 0.2"), List.of());
        assertThat(source.exceedingApart()).isEmpty();
        assertThat(source.compliance()).isEqualTo(Compliance.MET);
        assertThat(source.missingBasic()).hasSize(20).doesNotContain(WaterItem.TN, WaterItem.COD);
    }

    @ParameterizedTest(name = "{0} below {1} -> {2}")
    @CsvSource({"mercury, 0.0001, MET", "mercury, 0.00011, UNDETERMINED", "mercury, 0.0003, UNDETERMINED", "lead, 0.05, MET", "tn, 3, MET"})
    void below_detection_complies_where_the_detection_limit_does(String column, BigDecimal detectionLimit, Compliance compliance) {
        Map<WaterItem, SampleValue> values = basic("codmn 1");
        values.put(Water.item(column), SampleValue.belowDetection(detectionLimit));
        DrinkingSourceAssessment source = DrinkingSourceAssessment.of(RESERVOIR, values, List.of());
        assertThat(source.compliance()).isEqualTo(compliance);
        assertThat(source.exceeding()).isEmpty();
        assertThat(source.undetermined().contains(column)).isEqualTo(compliance == Compliance.UNDETERMINED || column.equals("tn"));
    }

    @Test
    void what_exceeds_settles_it_whatever_cannot_be_judged() {
        ListedItem blind = new ListedItem("benzene", LocalizedText.of("苯", "Benzene"), new BigDecimal("0.01"),
                SampleValue.belowDetection(new BigDecimal("0.02")));
        ListedItem seen = new ListedItem("benzene", LocalizedText.of("苯", "Benzene"), new BigDecimal("0.01"),
                SampleValue.belowDetection(new BigDecimal("0.01")));
        assertThat(DrinkingSourceAssessment.of(RIVER, basic("codmn 1"), List.of(blind)).compliance()).isEqualTo(Compliance.UNDETERMINED);
        assertThat(DrinkingSourceAssessment.of(RIVER, basic("codmn 1"), List.of(blind)).undetermined()).containsExactly("benzene");
        assertThat(DrinkingSourceAssessment.of(RIVER, basic("codmn 9"), List.of(blind)).compliance()).isEqualTo(Compliance.EXCEEDED);
        assertThat(DrinkingSourceAssessment.of(RIVER, basic("codmn 1"), List.of(seen)).compliance()).isEqualTo(Compliance.MET);
    }

    @Test
    void nothing_measured_is_nothing_judged() {
        assertThat(DrinkingSourceAssessment.of(RIVER, Map.of(), List.of()).compliance()).isEqualTo(Compliance.UNDETERMINED);
        assertThat(DrinkingSourceAssessment.of(RIVER, basic("tn 1, water_temperature 12"), List.of()).compliance()).isEqualTo(Compliance.UNDETERMINED);
    }

    @Test
    void rounding_by_the_method_is_a_setting() {
        DrinkingSourceRule rounded = new DrinkingSourceRule(ClassRule.usual(Waterbody.RIVER), Set.of(), false, EvaluationRounding.OF_82_2020, IndicatorSettings.USUAL);
        assertThat(DrinkingSourceAssessment.of(rounded, basic("ph 9.4"), List.of()).compliance()).isEqualTo(Compliance.MET);
        assertThat(DrinkingSourceAssessment.of(RIVER, basic("ph 9.4"), List.of()).compliance()).isEqualTo(Compliance.EXCEEDED);
    }

    @ParameterizedTest(name = "{0} of {1} -> {2}, lacking {3}")
    @CsvSource(delimiter = '|', value = {
        "MET              | ph dissolved_oxygen codmn nh3n tp | MET          | ''",
        "MET              | ph dissolved_oxygen codmn nh3n    | UNDETERMINED | tp",
        "MET              | lead                              | UNDETERMINED | codmn dissolved_oxygen nh3n ph tp",
        "EXCEEDED         | lead                              | EXCEEDED     | codmn dissolved_oxygen nh3n ph tp",
        "MET UNDETERMINED | ph dissolved_oxygen codmn nh3n tp | UNDETERMINED | ''",
        "MET EXCEEDED     | ph dissolved_oxygen codmn nh3n tp | EXCEEDED     | ''"})
    void a_month_needs_the_five(String samples, String measured, Compliance compliance, String lacking) {
        DrinkingSourcePeriod month = DrinkingSourcePeriod.of(RIVER, Arrays.stream(samples.split(" ")).map(Compliance::valueOf).toList(),
                Arrays.stream(measured.split(" ")).map(Water::item).collect(Collectors.toSet()));
        assertThat(month.compliance()).isEqualTo(compliance);
        assertThat(month.lacking().stream().map(WaterItem::column).sorted().collect(Collectors.joining(" "))).isEqualTo(lacking);
    }

    /** A quarter: what was taken while the source complied is a part of what was taken. */
    @Test
    void the_water_of_a_longer_period_is_that_of_its_months() {
        SourceCompliance.Source quarter = new SourceCompliance.Source(Compliance.EXCEEDED, new BigDecimal("300"), new BigDecimal("200"));
        assertThat(SourceCompliance.of(List.of(quarter, source(Compliance.MET, "1800"))).shareByVolume()).isEqualTo(new BigDecimal("95.2"));
        assertThat(SourceCompliance.of(List.of(quarter, source(Compliance.MET, "1800"))).shareByNumber()).isEqualTo(new BigDecimal("50.0"));
    }

    @Test
    void all_of_1057_3_complies() {
        SourceCompliance all = SourceCompliance.of(List.of(source(Compliance.MET, "1000"), source(Compliance.MET, "57.3")));
        assertThat(all).isEqualTo(new SourceCompliance(2, 2, 2, new BigDecimal("100.0"), new BigDecimal("1057.3"), new BigDecimal("1057.3"),
                new BigDecimal("100.0")));
    }

    @Test
    void by_number_and_by_volume_differ() {
        SourceCompliance some = SourceCompliance.of(List.of(source(Compliance.MET, "900"), source(Compliance.EXCEEDED, "50"),
                source(Compliance.EXCEEDED, "50"), source(Compliance.UNDETERMINED, "700")));
        assertThat(some).isEqualTo(new SourceCompliance(4, 3, 1, new BigDecimal("33.3"), new BigDecimal("1000"), new BigDecimal("900"),
                new BigDecimal("90.0")));
    }

    @Test
    void a_volume_that_is_not_told_leaves_the_share_by_volume_open() {
        SourceCompliance open = SourceCompliance.of(List.of(source(Compliance.MET, "900"), source(Compliance.EXCEEDED, null)));
        assertThat(open).isEqualTo(new SourceCompliance(2, 2, 1, new BigDecimal("50.0"), null, null, null));
        assertThat(SourceCompliance.of(List.of())).isEqualTo(
                new SourceCompliance(0, 0, 0, null, BigDecimal.ZERO, BigDecimal.ZERO, null));
    }

    private static SourceCompliance.Source source(Compliance compliance, @Nullable String volume) {
        return SourceCompliance.Source.ofMonth(compliance, volume == null ? null : new BigDecimal(volume));
    }

    private static Map<WaterItem, SampleValue> basic(String line) {
        Map<WaterItem, SampleValue> values = new EnumMap<>(WaterItem.class);
        Water.of(line).byItem().forEach((item, value) -> values.put(item, SampleValue.measured(value)));
        return values;
    }

    private static List<ListedItem> listed(String line) {
        List<ListedItem> items = new ArrayList<>();
        for (String part : line.isEmpty() ? new String[0] : line.split(",")) {
            String[] words = part.strip().split(" ");
            SupplementaryItem item = Arrays.stream(SupplementaryItem.values()).filter(each -> each.column().equals(words[0])).findFirst().orElseThrow();
            items.add(ListedItem.of(item, SampleValue.measured(new BigDecimal(words[1]))));
        }
        return items;
    }
}
