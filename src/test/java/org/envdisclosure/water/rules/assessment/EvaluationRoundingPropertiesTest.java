package org.envdisclosure.water.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.envdisclosure.water.rules.WaterItem;

class EvaluationRoundingPropertiesTest {

    @Property
    void rounding_twice_is_rounding_once(@ForAll WaterItem item, @ForAll("values") BigDecimal value) {
        BigDecimal once = EvaluationRounding.OF_82_2020.round(item, value);
        assertThat(EvaluationRounding.OF_82_2020.round(item, once)).isEqualTo(once);
    }

    @Property
    void only_zero_becomes_zero(@ForAll WaterItem item, @ForAll("values") BigDecimal value) {
        assertThat(EvaluationRounding.OF_82_2020.round(item, value).signum()).isEqualTo(value.signum());
    }

    @Property
    void rounding_keeps_the_order(@ForAll WaterItem item, @ForAll("values") BigDecimal value, @ForAll("values") BigDecimal more) {
        assertThat(EvaluationRounding.OF_82_2020.round(item, value.add(more)))
                .isGreaterThanOrEqualTo(EvaluationRounding.OF_82_2020.round(item, value));
    }

    @Property
    void rounding_moves_a_value_by_half_a_unit_at_most(@ForAll WaterItem item, @ForAll("values") BigDecimal value) {
        BigDecimal half = new BigDecimal("0.5").movePointLeft(item.evaluationDigits());
        assertThat(EvaluationRounding.OF_82_2020.round(item, value).subtract(value).abs()).isLessThanOrEqualTo(half);
    }

    @Provide
    Arbitrary<BigDecimal> values() {
        return Arbitraries.integers().between(0, 8).flatMap(digits ->
                Arbitraries.longs().between(0, 15_000).map(number -> BigDecimal.valueOf(number, digits)));
    }
}
