package org.envdisclosure.air;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.PrimaryPollutantWords;
import org.envdisclosure.air.rules.SixPollutants;
import org.envdisclosure.platform.ingest.MeasuredCells;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.measure.Received;
import org.envdisclosure.platform.measure.ReceivedValues;
import org.envdisclosure.platform.measure.ValueRange;
import org.jspecify.annotations.Nullable;

/** From the cells of one station-hour to a reading, the same for every layout. For one batch and thread. */
final class HourlyCells {

    private static final List<String> SLIDING = List.of("o3_8h", "pm25_24h", "pm10_24h");
    private static final int HIGHEST_REPORTED_AQI = 9_999;

    private final Map<String, ValueRange> ranges;
    private final Instant latest;
    private final String status;

    /** @param now when the batch arrived */
    HourlyCells(AirConfig config, Instant now, String status) {
        this.ranges = new HashMap<>();
        for (Pollutant pollutant : Pollutant.values()) {
            ranges.put(pollutant.column(), config.rangeOf(pollutant.column()));
        }
        ranges.put("o3_8h", config.rangeOf("o3"));
        ranges.put("pm25_24h", config.rangeOf("pm25"));
        ranges.put("pm10_24h", config.rangeOf("pm10"));
        this.latest = now.plus(config.clockTolerance());
        this.status = status;
    }

    /** Why an hour cannot be the key of a row; empty when it can. */
    Optional<String> refusal(@Nullable Instant hourEnd) {
        if (hourEnd == null) {
            return Optional.of("bad_time");
        } else if (hourEnd.getEpochSecond() % Duration.ofHours(1).toSeconds() != 0 || hourEnd.getNano() != 0) {
            return Optional.of("time_not_on_the_hour");
        }
        return hourEnd.isAfter(latest) ? Optional.of("time_in_the_future") : Optional.empty();
    }

    /**
     * @param cell the received text by contract column: the six pollutants, the sliding means, {@code reported_aqi},
     *             {@code reported_primary_pollutants}; null where the source has none
     */
    HourlyReading reading(String station, Instant hourEnd, Function<String, @Nullable String> cell) {
        return reading(station, hourEnd, cell, List.of());
    }

    /** @param said flags that the source itself has given the row */
    HourlyReading reading(String station, Instant hourEnd, Function<String, @Nullable String> cell, List<Flag> said) {
        MeasuredCells cells = new MeasuredCells(said);
        EnumMap<Pollutant, BigDecimal> values = new EnumMap<>(Pollutant.class);
        for (Pollutant pollutant : Pollutant.values()) {
            BigDecimal value = cells.take(pollutant.column(), cell.apply(pollutant.column()), range(pollutant.column()), FlagReason.MISSING);
            if (value != null) {
                values.put(pollutant, value);
            }
        }
        @Nullable BigDecimal[] sliding = new BigDecimal[SLIDING.size()];
        for (int i = 0; i < sliding.length; i++) {
            // a sliding mean the source does not give is computed here, so its absence is no doubt
            sliding[i] = cells.take(SLIDING.get(i), cell.apply(SLIDING.get(i)), range(SLIDING.get(i)), null);
        }
        Integer aqi = reportedAqi(cell.apply("reported_aqi"), cells);
        List<String> primary = reportedPrimary(cell.apply("reported_primary_pollutants"), cells);
        return new HourlyReading(station, hourEnd, SixPollutants.of(values),
                new HourlyReading.Sliding(sliding[0], sliding[1], sliding[2]), aqi, primary, cells.flags(), cells.keptText(), status);
    }

    private ValueRange range(String column) {
        return Objects.requireNonNull(ranges.get(column));
    }

    private static @Nullable Integer reportedAqi(@Nullable String text, MeasuredCells cells) {
        Received received = ReceivedValues.read(text);
        BigDecimal value = received.value();
        if (value != null && value.stripTrailingZeros().scale() <= 0 && value.intValue() <= HIGHEST_REPORTED_AQI
                && value.compareTo(BigDecimal.valueOf(HIGHEST_REPORTED_AQI)) <= 0) {
            return value.intValue();
        }
        if (value != null || received.keptText() != null) {
            cells.flag("reported_aqi", value != null ? FlagReason.OUT_OF_RANGE : Objects.requireNonNull(received.flag()));
            cells.keep("reported_aqi", text);
        }
        return null;
    }

    private static @Nullable List<String> reportedPrimary(@Nullable String text, MeasuredCells cells) {
        if (text == null) {
            return null;
        }
        PrimaryPollutantWords words = PrimaryPollutantWords.parse(text);
        if (!words.unknown().isEmpty()) {
            cells.keep("reported_primary_pollutants", text);
        }
        return words.wireNames().isEmpty() ? null : words.wireNames();
    }
}
