package org.envdisclosure.air.rules.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How complete the hours of one pollutant are: the valid-data rate (有效数据率) and the gaps. GB 3095-2026, table 4, says how many hours
 * and days a mean needs; that a rate is valid hours in a hundred expected ones stands in no text at hand.
 *
 * @param expected     hours there should be; those outside the plan are none of them
 * @param received     of these, how many there is a row of
 * @param valid        of these, how many have a value
 * @param notMonitored hours left out because the pollutant was outside the plan
 * @param gaps         runs of expected hours without a valid value, oldest first
 */
public record Completeness(int expected, int received, int valid, int notMonitored, List<Gap> gaps) {

    /**
     * Neighbouring hours without a valid value, in hours since a common beginning.
     *
     * @param from start of the first of them, which is the end of the hour before
     * @param to   end of the last of them
     */
    public record Gap(long from, long to) {

        public long hours() {
            return to - from;
        }
    }

    public Completeness {
        gaps = List.copyOf(gaps);
    }

    /**
     * @param expected hours by their number, 1 for the one that ends an hour after the beginning
     * @param rows     hours there is a row of
     * @param valid    hours with a value, all of them expected
     */
    static Completeness of(BitSet expected, BitSet rows, BitSet valid, int notMonitored) {
        BitSet received = (BitSet) expected.clone();
        received.and(rows);
        BitSet lacking = (BitSet) expected.clone();
        lacking.andNot(valid);
        List<Gap> gaps = new ArrayList<>();
        for (int first = lacking.nextSetBit(0); first >= 0; first = lacking.nextSetBit(lacking.nextClearBit(first))) {
            gaps.add(new Gap(first - 1L, lacking.nextClearBit(first) - 1L));
        }
        return new Completeness(expected.cardinality(), received.cardinality(), valid.cardinality(), notMonitored, gaps);
    }

    /**
     * Of several spans that follow each other, their gaps counted from one beginning: a gap that goes on over the border of two is one.
     *
     * @param spans oldest first
     */
    public static Completeness joined(List<Completeness> spans) {
        List<Gap> gaps = new ArrayList<>();
        for (Gap gap : spans.stream().flatMap(span -> span.gaps.stream()).toList()) {
            Gap last = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
            if (last != null && last.to == gap.from) {
                gaps.set(gaps.size() - 1, new Gap(last.from, gap.to));
            } else {
                gaps.add(gap);
            }
        }
        return new Completeness(spans.stream().mapToInt(Completeness::expected).sum(), spans.stream().mapToInt(Completeness::received).sum(),
                spans.stream().mapToInt(Completeness::valid).sum(), spans.stream().mapToInt(Completeness::notMonitored).sum(), gaps);
    }

    /** Percent with one decimal, half to even; null where nothing is expected. */
    public @Nullable BigDecimal validRate() {
        return Percent.share(valid, expected);
    }

    /** The first of the longest gaps. */
    public Optional<Gap> longestGap() {
        // of equal ones max takes the last
        return gaps.stream().max(Comparator.comparingLong(Gap::hours).thenComparing(Comparator.comparingLong(Gap::from).reversed()));
    }

    /** 0 where there is no gap. */
    public long longestGapHours() {
        return longestGap().map(Gap::hours).orElse(0L);
    }
}
