package org.envdisclosure.air.rules.period;

import static org.envdisclosure.air.rules.Concentrations.six;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.SixPollutants;
import org.jspecify.annotations.Nullable;

/** Days for the statistics of a period: each {@code run} goes on the day after the one before. */
final class Days {

    private Days() {
    }

    /** {@code count} equal days from {@code first} on, concentrations as PM2.5 PM10 SO2 NO2 O3 CO, with an AQI of 60 for PM10. */
    static Stream<AssessedDay> run(String first, int count, String concentrations) {
        return run(first, count, concentrations, 60, Pollutant.PM10);
    }

    static Stream<AssessedDay> run(String first, int count, String concentrations, @Nullable Integer aqi, Pollutant... primary) {
        SixPollutants<BigDecimal> values = six(concentrations);
        LocalDate from = LocalDate.parse(first);
        return from.datesUntil(from.plusDays(count))
                .map(day -> new AssessedDay(day, values, aqi, List.of(primary), false, ReferenceState.inForceOn(day)));
    }

    static AssessedDay exceptional(AssessedDay day) {
        return new AssessedDay(day.day(), day.concentrations(), day.aqi(), day.primaryPollutants(), true, day.gasState());
    }
}
