package org.envdisclosure.air.rules;

import java.util.Arrays;
import java.util.Optional;

/** What an index speaks of, an hour or a day, and so which column of the breakpoint table each pollutant is read on. */
public enum AqiPeriod {
    /** One-hour means throughout. */
    HOUR("1h"),
    /** Daily means; of ozone the day's highest 8-hour mean, since neither edition has a 24-hour column for it. */
    DAY("24h");

    private final String wire;

    AqiPeriod(String wire) {
        this.wire = wire;
    }

    /** {@code 1h} or {@code 24h}. */
    public String wire() {
        return wire;
    }

    public Averaging averaging(Pollutant pollutant) {
        return switch (this) {
            case HOUR -> Averaging.ONE_HOUR;
            case DAY -> pollutant == Pollutant.O3 ? Averaging.EIGHT_HOURS : Averaging.TWENTY_FOUR_HOURS;
        };
    }

    public static Optional<AqiPeriod> ofWire(String word) {
        return Arrays.stream(values()).filter(period -> period.wire.equals(word)).findFirst();
    }
}
