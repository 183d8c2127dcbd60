package org.envdisclosure.air.rules.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class PercentilePropertiesTest {

    @Property
    void it_lies_between_the_least_and_the_greatest_and_rises_with_p(
            @ForAll @Size(min = 1, max = 60) List<@BigRange(min = "0", max = "500") @Scale(1) BigDecimal> values,
            @ForAll @IntRange(max = 100) int one, @ForAll @IntRange(max = 100) int other) {
        BigDecimal lower = Percentile.of(values, Math.min(one, other));
        BigDecimal higher = Percentile.of(values, Math.max(one, other));
        assertThat(lower).isLessThanOrEqualTo(higher);
        assertThat(lower).isGreaterThanOrEqualTo(values.stream().min(BigDecimal::compareTo).orElseThrow());
        assertThat(higher).isLessThanOrEqualTo(values.stream().max(BigDecimal::compareTo).orElseThrow());
    }
}
