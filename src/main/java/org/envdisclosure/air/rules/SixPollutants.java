package org.envdisclosure.air.rules;

import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Something for each of the six pollutants, null where there is none: concentrations (µg/m³, CO mg/m³) or indices.
 *
 * @param <T> a {@link java.math.BigDecimal} concentration or an {@link Integer} index
 */
public record SixPollutants<T>(
        @Nullable T pm25, @Nullable T pm10, @Nullable T so2, @Nullable T no2, @Nullable T o3, @Nullable T co) {

    /** Pollutants that the map does not hold are null. */
    public static <T> SixPollutants<T> of(Map<Pollutant, ? extends T> values) {
        return from(values::get);
    }

    public static <T> SixPollutants<T> from(Function<Pollutant, ? extends @Nullable T> values) {
        return new SixPollutants<>(values.apply(Pollutant.PM25), values.apply(Pollutant.PM10), values.apply(Pollutant.SO2),
                values.apply(Pollutant.NO2), values.apply(Pollutant.O3), values.apply(Pollutant.CO));
    }

    public @Nullable T get(Pollutant pollutant) {
        return switch (pollutant) {
            case PM25 -> pm25;
            case PM10 -> pm10;
            case SO2 -> so2;
            case NO2 -> no2;
            case O3 -> o3;
            case CO -> co;
        };
    }
}
