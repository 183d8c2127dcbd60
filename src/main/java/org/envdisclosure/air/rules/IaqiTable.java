package org.envdisclosure.air.rules;

import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The breakpoint table of one edition: a {@link Ladder} for each pollutant and averaging time that has one. */
final class IaqiTable {

    private final Map<Pollutant, Map<Averaging, Ladder>> columns;

    IaqiTable(Map<Pollutant, Map<Averaging, Ladder>> columns) {
        this.columns = new EnumMap<>(Pollutant.class);
        columns.forEach((pollutant, ladders) -> this.columns.put(pollutant, new EnumMap<>(ladders)));
    }

    /** @param concentration not negative, in {@link Hundredths} */
    Iaqi iaqi(Pollutant pollutant, Averaging averaging, long concentration) {
        Map<Averaging, Ladder> ladders = columns.get(pollutant);
        @Nullable Ladder ladder = ladders == null ? null : ladders.get(averaging);
        return ladder == null ? Iaqi.NotDefined.NO_COLUMN : ladder.iaqi(concentration);
    }
}
