package org.envdisclosure.water.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.envdisclosure.water.rules.WaterItem;

class ItemMeansPropertiesTest {

    @Property
    void a_mean_lies_between_its_values(@ForAll WaterItem item, @ForAll("lists") List<BigDecimal> values) {
        BigDecimal mean = ItemMean.of(item, values);
        BigDecimal noise = new BigDecimal("0.0000000001");
        assertThat(mean).isBetween(values.stream().min(BigDecimal::compareTo).orElseThrow().subtract(noise),
                values.stream().max(BigDecimal::compareTo).orElseThrow().add(noise));
    }

    @Property
    void the_mean_ph_is_never_above_the_arithmetic_one(@ForAll("lists") List<BigDecimal> values) {
        assertThat(ItemMean.of(WaterItem.PH, values)).isLessThanOrEqualTo(ItemMean.of(WaterItem.CODMN, values).add(new BigDecimal("0.0000000001")));
    }

    @Provide
    Arbitrary<List<BigDecimal>> lists() {
        return Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(14)).ofScale(2).list().ofMinSize(1).ofMaxSize(12);
    }
}
