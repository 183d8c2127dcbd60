package org.envdisclosure.air.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class SlidingMeanPropertiesTest {

    private static final Instant START = Instant.parse("2026-03-05T04:00:00Z");

    @Property
    void a_series_gives_what_each_hour_gives_by_itself(@ForAll("series") List<BigDecimal> values,
            @ForAll("means") SlidingMean mean) {
        TreeMap<Instant, BigDecimal> hours = new TreeMap<>();
        for (int at = 0; at < values.size(); at++) {
            if (values.get(at).signum() >= 0) {
                hours.put(hour(at), values.get(at));
            }
        }
        SlidingMeanSeries series = mean.series();
        hours.forEach((hourEnd, value) -> assertThat(series.next(hourEnd, value)).as("%s", hourEnd).isEqualTo(mean.ending(hourEnd, hours)));
    }

    @Property
    void an_hour_without_a_value_gives_the_same_in_a_series(@ForAll("series") List<BigDecimal> values, @ForAll("means") SlidingMean mean) {
        Map<Instant, BigDecimal> hours = new HashMap<>();
        SlidingMeanSeries series = mean.series();
        for (int at = 0; at < values.size(); at++) {
            BigDecimal value = values.get(at).signum() < 0 ? null : values.get(at);
            if (value != null) {
                hours.put(hour(at), value);
            }
            assertThat(series.next(hour(at), value)).isEqualTo(mean.ending(hour(at), hours));
        }
    }

    /** A tenth of the hours has no value, and now and then a long gap; negative marks it here. */
    @Provide
    Arbitrary<List<BigDecimal>> series() {
        Arbitrary<BigDecimal> value = Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("500")).ofScale(1);
        Arbitrary<BigDecimal> none = Arbitraries.just(BigDecimal.ONE.negate());
        Arbitrary<List<BigDecimal>> hours = Arbitraries.frequencyOf(Tuple.of(9, value), Tuple.of(1, none))
                .list().ofMinSize(1).ofMaxSize(60);
        Arbitrary<List<BigDecimal>> gap = none.list().ofMaxSize(40);
        return Combinators.combine(hours, gap, hours).as((before, between, after) -> {
            List<BigDecimal> all = new ArrayList<>(before);
            all.addAll(between);
            all.addAll(after);
            return all;
        });
    }

    @Provide
    Arbitrary<SlidingMean> means() {
        return Arbitraries.of(SlidingMean.EIGHT_HOURS, SlidingMean.TWENTY_FOUR_HOURS, SlidingMean.of(24, 20, 1), SlidingMean.of(1, 1, 0));
    }

    private static Instant hour(int after) {
        return START.plus(Duration.ofHours(after));
    }
}
