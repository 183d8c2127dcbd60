package org.envdisclosure.air.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class StationDayPropertiesTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-03-04T16:00:00Z");

    /** The windows are those of {@link SlidingMean}, here with so many digits that rounding decides nothing. */
    @Property
    void the_maximum_is_the_greatest_of_the_seventeen_sliding_means(@ForAll("days") List<BigDecimal> values) {
        StationDayHours hours = new StationDayHours(DayValidity.STANDARD);
        Map<Instant, BigDecimal> byHour = new HashMap<>();
        for (int label = 1; label <= 24; label++) {
            hours.put(label, Pollutant.O3, values.get(label - 1));
            byHour.put(end(label), values.get(label - 1));
        }
        SlidingMean mean = SlidingMean.of(8, 6, 12);
        List<BigDecimal> means = IntStream.rangeClosed(8, 24).mapToObj(label -> mean.ending(end(label), byHour)).flatMap(Optional::stream).toList();
        StationDay day = hours.day();
        assertThat(day.ozoneWindows()).isEqualTo(means.size());
        Optional<BigDecimal> greatest = means.stream().max(BigDecimal::compareTo)
                .filter(maximum -> means.size() >= 14 || maximum.compareTo(BigDecimal.valueOf(160)) > 0);
        assertThat(Optional.ofNullable(day.exact().six().o3()).map(maximum -> maximum.rounded(12))).isEqualTo(greatest);
    }

    /** Negative stands for an hour without a value. */
    @Provide
    Arbitrary<List<BigDecimal>> days() {
        Arbitrary<BigDecimal> value = Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("220")).ofScale(1);
        Arbitrary<BigDecimal> none = Arbitraries.just(BigDecimal.ONE.negate());
        return Arbitraries.integers().between(1, 20).flatMap(often ->
                Arbitraries.frequencyOf(Tuple.of(often, value), Tuple.of(2, none)).list().ofSize(24));
    }

    private static Instant end(int label) {
        return MIDNIGHT.plusSeconds(3600L * label);
    }
}
