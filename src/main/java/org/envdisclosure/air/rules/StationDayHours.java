package org.envdisclosure.air.rules;

import java.math.BigDecimal;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Gathers the hours of one station and one day, in any order, and gives the {@link StationDay}. To be used again for the
 * next day after {@link #clear()}; for one thread.
 */
public final class StationDayHours {

    /** A natural day (自然日) is the hours that end at 01:00 to 24:00, Chinese time. */
    static final int HOURS = 24;
    private static final Pollutant[] POLLUTANTS = Pollutant.values();

    private final DayValidity validity;
    private final @Nullable BigDecimal[][] hours = new BigDecimal[POLLUTANTS.length][HOURS];

    public StationDayHours(DayValidity validity) {
        this.validity = validity;
    }

    /**
     * Sets one hourly mean; a second one for the same hour replaces the first.
     *
     * @param label the end of the hour, 1 (01:00) to 24 (00:00 of the next day)
     * @param value µg/m³, CO mg/m³; null or negative when the hour has no valid value
     * @throws IllegalArgumentException for another label
     */
    public void put(int label, Pollutant pollutant, @Nullable BigDecimal value) {
        if (label < 1 || label > HOURS) {
            throw new IllegalArgumentException("an hour of a day is 1 to 24, not " + label);
        }
        hours[pollutant.ordinal()][label - 1] = value == null || value.signum() < 0 ? null : value;
    }

    /** Forgets all hours. */
    public void clear() {
        for (@Nullable BigDecimal[] ofOnePollutant : hours) {
            Arrays.fill(ofOnePollutant, null);
        }
    }

    /** The daily values of the hours gathered so far. */
    public StationDay day() {
        OzoneWindows windows = OzoneWindows.of(hours[Pollutant.O3.ordinal()], validity.leastHoursOfWindow());
        SixPollutants<ExactMean> six = SixPollutants.from(pollutant ->
                pollutant == Pollutant.O3 ? windows.dailyMaximum(validity) : mean(pollutant));
        return new StationDay(new DayIndicators<>(six, ozoneOneHour()), SixPollutants.from(this::validHours), windows.valid());
    }

    private @Nullable ExactMean mean(Pollutant pollutant) {
        int valid = validHours(pollutant);
        if (valid < validity.leastHours()) {
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal value : hours[pollutant.ordinal()]) {
            sum = value == null ? sum : sum.add(value);
        }
        return new ExactMean(sum, valid);
    }

    private @Nullable ExactMean ozoneOneHour() {
        if (validHours(Pollutant.O3) < validity.leastHoursOfMaximum()) {
            return null;
        }
        BigDecimal greatest = BigDecimal.ZERO;
        for (BigDecimal value : hours[Pollutant.O3.ordinal()]) {
            greatest = value == null ? greatest : greatest.max(value);
        }
        return ExactMean.ofOne(greatest);
    }

    private int validHours(Pollutant pollutant) {
        int valid = 0;
        for (BigDecimal value : hours[pollutant.ordinal()]) {
            valid += value == null ? 0 : 1;
        }
        return valid;
    }
}
