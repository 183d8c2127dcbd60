package org.envdisclosure.air.rules.period;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.envdisclosure.air.rules.AqiLevel;
import org.envdisclosure.air.rules.SixPollutants;
import org.jspecify.annotations.Nullable;

/**
 * The days of a period by what their AQI says.
 *
 * @param valid     days that have an AQI
 * @param byLevel   six numbers, level 1 first; together {@code valid}
 * @param byPrimary days on which the pollutant was primary; a day with two counts for both
 */
public record DayCounts(int valid, List<Integer> byLevel, SixPollutants<Integer> byPrimary) {

    public DayCounts {
        byLevel = List.copyOf(byLevel);
    }

    static DayCounts of(Collection<AssessedDay> days) {
        List<AssessedDay> valid = days.stream().filter(day -> day.aqi() != null).toList();
        List<Integer> byLevel = Arrays.stream(AqiLevel.values())
                .map(level -> count(valid, day -> AqiLevel.of(Objects.requireNonNull(day.aqi())) == level)).toList();
        return new DayCounts(valid.size(), byLevel,
                SixPollutants.from(pollutant -> count(valid, day -> day.primaryPollutants().contains(pollutant))));
    }

    private static int count(Collection<AssessedDay> days, Predicate<AssessedDay> condition) {
        return (int) days.stream().filter(condition).count();
    }

    public int of(AqiLevel level) {
        return byLevel.get(level.ordinal());
    }

    /** Days of level 1 and 2 (优良天数). */
    public int good() {
        return of(AqiLevel.EXCELLENT) + of(AqiLevel.GOOD);
    }

    /** Percent of the valid days with one decimal (优良天数比例); null when none is valid. */
    public @Nullable BigDecimal goodShare() {
        return Percent.share(good(), valid);
    }
}
