package org.envdisclosure.air.rules.period;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.envdisclosure.air.rules.Pollutant;

/**
 * Gathers what is known of the hours of one station in one period, in any order. An hour is expected of a pollutant when the station
 * was in service or sent a row, and the pollutant was in its plan; one with a valid value always is. A row without any value or mark is
 * that of a station off the line and says nothing of the plan: a pollutant without any value that all others mark is expected nowhere.
 * For one thread.
 */
public final class StationHours {

    private final BitSet inService = new BitSet();
    private final BitSet rows = new BitSet();
    private final BitSet spoken = new BitSet();
    private final Map<Pollutant, BitSet> valid = empty();
    private final Map<Pollutant, BitSet> marked = empty();
    private final Map<Pollutant, BitSet> outsidePlan = empty();

    private static Map<Pollutant, BitSet> empty() {
        Map<Pollutant, BitSet> sets = new EnumMap<>(Pollutant.class);
        for (Pollutant pollutant : Pollutant.values()) {
            sets.put(pollutant, new BitSet());
        }
        return sets;
    }

    /**
     * Some hours of which the station owes rows.
     *
     * @param first       number of the first: 1 ends an hour after the period's beginning
     * @param last        number of the last; nothing when it is below {@code first}
     * @param outsidePlan pollutants the register leaves out of the plan
     */
    public void inService(int first, int last, Set<Pollutant> outsidePlan) {
        if (first <= last) {
            inService.set(first, last + 1);
            outsidePlan.forEach(pollutant -> this.outsidePlan.get(pollutant).set(first, last + 1));
        }
    }

    /**
     * There is a row of the hour.
     *
     * @param says whether it has a value or a mark of any pollutant
     */
    public void row(int hour, boolean says) {
        rows.set(hour);
        spoken.set(hour, says);
    }

    /** The row has a valid value of the pollutant. */
    public void valid(int hour, Pollutant pollutant) {
        valid.get(pollutant).set(hour);
    }

    /** The row says that the pollutant is not monitored there. */
    public void notMonitored(int hour, Pollutant pollutant) {
        marked.get(pollutant).set(hour);
    }

    /** Whether there is any hour to speak of. */
    public boolean isEmpty() {
        return inService.isEmpty() && rows.isEmpty();
    }

    public Completeness of(Pollutant pollutant) {
        BitSet expected = (BitSet) inService.clone();
        expected.or(rows);
        BitSet left = (BitSet) expected.clone();
        if (!isNeverMonitored(pollutant)) {
            BitSet outside = (BitSet) outsidePlan.get(pollutant).clone();
            outside.or(marked.get(pollutant));
            left.and(outside);
            left.andNot(valid.get(pollutant));
        }
        expected.andNot(left);
        return Completeness.of(expected, rows, valid.get(pollutant), left.cardinality());
    }

    private boolean isNeverMonitored(Pollutant pollutant) {
        BitSet unmarked = (BitSet) spoken.clone();
        unmarked.andNot(marked.get(pollutant));
        return !spoken.isEmpty() && unmarked.isEmpty() && valid.get(pollutant).isEmpty();
    }
}
