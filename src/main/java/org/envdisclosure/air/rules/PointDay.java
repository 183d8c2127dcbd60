package org.envdisclosure.air.rules;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One day at one evaluation point of a city.
 *
 * @param exact        the point's own valid daily values, not rounded
 * @param notMonitored pollutants outside the point's monitoring plan
 */
public record PointDay(DayIndicators<ExactMean> exact, Set<Pollutant> notMonitored) {

    private static final DayIndicators<ExactMean> NOTHING =
            new DayIndicators<>(new SixPollutants<>(null, null, null, null, null, null), null);

    public PointDay {
        notMonitored = Set.copyOf(notMonitored);
    }

    /** A point that sent nothing on the day. */
    public static PointDay silent(Set<Pollutant> notMonitored) {
        return new PointDay(NOTHING, notMonitored);
    }

    @Nullable ExactMean ofSix(Pollutant pollutant) {
        return exact.six().get(pollutant);
    }

    boolean monitors(Pollutant pollutant) {
        return !notMonitored.contains(pollutant) || ofSix(pollutant) != null;
    }

    boolean hasValue() {
        return !exact.equals(NOTHING);
    }
}
