package org.envdisclosure.air.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Six concentrations in one readable line: {@code six("35 50 - 40 160 2.0")} is PM2.5 PM10 SO2 NO2 O3 CO, {@code -} is null. */
public final class Concentrations {

    private Concentrations() {
    }

    public static SixPollutants<BigDecimal> six(String line) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (String word : line.strip().split(" +")) {
            values.add(decimal(word));
        }
        if (values.size() != Pollutant.values().length) {
            throw new IllegalArgumentException("six values wanted: " + line);
        }
        return SixPollutants.from(pollutant -> values.get(pollutant.ordinal()));
    }

    public static @Nullable BigDecimal decimal(String word) {
        return word.equals("-") ? null : new BigDecimal(word);
    }
}
