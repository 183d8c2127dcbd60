package org.envdisclosure.air;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.envdisclosure.air.rules.AqiEdition;
import org.envdisclosure.air.rules.DailyAqi;
import org.envdisclosure.air.rules.DayIndicators;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.SixPollutants;
import org.envdisclosure.air.rules.period.AssessedDay;
import org.envdisclosure.air.rules.period.ReferenceState;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.sql.TextArray;
import org.jspecify.annotations.Nullable;

/**
 * A day as it was published, and what it takes to judge it by another edition.
 *
 * @param assessed     with the AQI of its own time
 * @param values       what was published
 * @param notMonitored pollutants outside the plan
 */
record PublishedDay(AssessedDay assessed, DayIndicators<BigDecimal> values, Set<Pollutant> notMonitored) {

    /** Reads a row of a daily table; ozone's greatest 8-hour mean comes as {@code o3}. */
    static PublishedDay of(ResultSet row) throws SQLException {
        LocalDate date = row.getObject("date", LocalDate.class);
        EnumMap<Pollutant, BigDecimal> six = new EnumMap<>(Pollutant.class);
        for (Pollutant pollutant : Pollutant.values()) {
            BigDecimal value = row.getBigDecimal(pollutant.column());
            if (value != null) {
                six.put(pollutant, value);
            }
        }
        List<String> flags = TextArray.of(row.getArray("flags"));
        boolean exceptional = flags.stream().anyMatch(flag -> flag.endsWith(":" + FlagReason.EXCEPTIONAL_EVENT.wire()));
        SixPollutants<BigDecimal> values = SixPollutants.of(six);
        AssessedDay assessed = new AssessedDay(date, values, row.getObject("aqi", Integer.class),
                TextArray.of(row.getArray("primary_pollutants")).stream().flatMap(name -> Pollutant.ofWire(name).stream()).toList(),
                exceptional, ReferenceState.inForceOn(date));
        return new PublishedDay(assessed, new DayIndicators<>(values, row.getBigDecimal("o3_1h_max")), notMonitored(flags));
    }

    private static Set<Pollutant> notMonitored(List<String> flags) {
        return Arrays.stream(Pollutant.values())
                .filter(pollutant -> flags.contains(new Flag(DayOfHours.column(pollutant), FlagReason.NOT_MONITORED).wire()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** With none of its values a day is no input of a period. */
    boolean hasValue() {
        return assessed.aqi() != null || Arrays.stream(Pollutant.values()).anyMatch(pollutant -> values.six().get(pollutant) != null);
    }

    /** The same day with the index of {@code edition}, its gases at {@code state}, for comparison with another year. */
    AssessedDay by(AqiEdition edition, ReferenceState state) {
        return AqiEdition.inForceOn(assessed.day()) == edition && assessed.gasState() == state ? assessed
                : AssessedDay.of(assessed.day(), values, DailyAqi.of(edition, at(state), notMonitored), assessed.exceptional());
    }

    /** With the digits of published daily values, which an index is made of. */
    private DayIndicators<BigDecimal> at(ReferenceState state) {
        return new DayIndicators<>(SixPollutants.from(pollutant -> converted(pollutant, values.six().get(pollutant), state)),
                converted(Pollutant.O3, values.ozoneOneHour(), state));
    }

    private @Nullable BigDecimal converted(Pollutant pollutant, @Nullable BigDecimal value, ReferenceState state) {
        return value == null ? null : assessed.gasState().convert(pollutant, value, state).rounded(pollutant.concentrationDigits());
    }
}
