package org.envdisclosure.water.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TrophicIndexPropertiesTest {

    private static final TrophicSettings THREE_DIGITS = new TrophicSettings(3, false);

    @Property
    void more_of_a_nutrient_is_never_a_lower_index_and_clearer_water_never_a_higher_one(@ForAll("small") BigDecimal chlorophyll,
            @ForAll("small") BigDecimal phosphorus, @ForAll("small") BigDecimal depth, @ForAll("small") BigDecimal more) {
        BigDecimal index = index(chlorophyll, phosphorus, depth);
        assertThat(index(chlorophyll.add(more), phosphorus, depth)).isGreaterThanOrEqualTo(index);
        assertThat(index(chlorophyll, phosphorus.add(more), depth)).isGreaterThanOrEqualTo(index);
        assertThat(index(chlorophyll, phosphorus, depth.add(more))).isLessThanOrEqualTo(index);
    }

    @Property
    void the_index_lies_between_its_terms(@ForAll("small") BigDecimal chlorophyll, @ForAll("small") BigDecimal phosphorus,
            @ForAll("small") BigDecimal depth) {
        TrophicIndex index = TrophicIndex.of(values(chlorophyll, phosphorus, depth), THREE_DIGITS);
        assertThat(index.index()).isBetween(index.terms().values().stream().min(BigDecimal::compareTo).orElseThrow(),
                index.terms().values().stream().max(BigDecimal::compareTo).orElseThrow());
    }

    @Provide
    Arbitrary<BigDecimal> small() {
        return Arbitraries.bigDecimals().between(new BigDecimal("0.001"), new BigDecimal("50")).ofScale(3);
    }

    private static BigDecimal index(BigDecimal chlorophyll, BigDecimal phosphorus, BigDecimal depth) {
        return TrophicIndex.of(values(chlorophyll, phosphorus, depth), THREE_DIGITS).index();
    }

    private static WaterValues values(BigDecimal chlorophyll, BigDecimal phosphorus, BigDecimal depth) {
        return new WaterValues(Map.of(WaterItem.CHLOROPHYLL_A, chlorophyll, WaterItem.TP, phosphorus, WaterItem.TRANSPARENCY, depth));
    }
}
