package org.envdisclosure.water.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.rules.assessment.EvaluationMethod.METHOD_22_2011;
import static org.envdisclosure.water.rules.assessment.EvaluationMethod.METHOD_714_2020;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.envdisclosure.water.rules.WaterItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationMethodTest {

    @Test
    void method_22_evaluates_21_items() {
        List<WaterItem> items = METHOD_22_2011.items(Set.of());
        assertThat(items).hasSize(21).allMatch(WaterItem::isBasic)
                .doesNotContain(WaterItem.WATER_TEMPERATURE, WaterItem.TN, WaterItem.FECAL_COLIFORMS);
        assertThat(METHOD_22_2011.items(Set.of(WaterItem.TN))).isEqualTo(items);
    }

    @Test
    void method_714_evaluates_five_and_the_characteristic_ones() {
        assertThat(METHOD_714_2020.items(Set.of()))
                .containsExactly(WaterItem.PH, WaterItem.DISSOLVED_OXYGEN, WaterItem.CODMN, WaterItem.NH3N, WaterItem.TP);
        assertThat(METHOD_714_2020.items(Set.of(WaterItem.FLUORIDE, WaterItem.COD)))
                .containsExactly(WaterItem.PH, WaterItem.DISSOLVED_OXYGEN, WaterItem.CODMN, WaterItem.NH3N, WaterItem.TP, WaterItem.COD,
                        WaterItem.FLUORIDE);
    }

    @Test
    void what_is_evaluated_apart_stays_apart_also_as_a_characteristic_item() {
        assertThat(METHOD_714_2020.items(Set.of(WaterItem.TN, WaterItem.FECAL_COLIFORMS, WaterItem.WATER_TEMPERATURE, WaterItem.CONDUCTIVITY)))
                .hasSize(5);
    }

    @ParameterizedTest(name = "{0} -> {1}, ended on 2026-01-01: {2}")
    @CsvSource({"2011-03-09, 22-2011, 22-2011", "2020-12-31, 22-2011, 22-2011", "2021-01-01, 714-2020, 714-2020",
        "2025-12-31, 714-2020, 714-2020", "2026-01-01, 714-2020, 22-2011"})
    void which_is_in_force(LocalDate day, String usual, String ended) {
        EvaluationMethod.PlanPeriod fiveYears = new EvaluationMethod.PlanPeriod(LocalDate.of(2021, 1, 1), LocalDate.of(2026, 1, 1));
        assertThat(EvaluationMethod.inForceOn(day, EvaluationMethod.PlanPeriod.USUAL).label()).isEqualTo(usual);
        assertThat(EvaluationMethod.inForceOn(day, fiveYears).label()).isEqualTo(ended);
    }

    @Test
    void labels_are_those_of_the_contract() {
        assertThat(EvaluationMethod.ofLabel("22-2011")).contains(METHOD_22_2011);
        assertThat(EvaluationMethod.ofLabel("714-2020")).contains(METHOD_714_2020);
        assertThat(EvaluationMethod.ofLabel("82-2020")).isEmpty();
    }
}
