package org.envdisclosure.air;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
        List<Flag> flags = new ArrayList<>(said);
        @Nullable ObjectNode[] kept = new ObjectNode[1];
        EnumMap<Pollutant, BigDecimal> values = new EnumMap<>(Pollutant.class);
        for (Pollutant pollutant : Pollutant.values()) {
            BigDecimal value = value(pollutant.column(), cell.apply(pollutant.column()), flags, kept);
            if (value != null) {
                values.put(pollutant, value);
            }
        }
        @Nullable BigDecimal[] sliding = new BigDecimal[SLIDING.size()];
        for (int i = 0; i < sliding.length; i++) {
            sliding[i] = value(SLIDING.get(i), cell.apply(SLIDING.get(i)), flags, kept);
        }
        Integer aqi = reportedAqi(cell.apply("reported_aqi"), flags, kept);
        List<String> primary = reportedPrimary(cell.apply("reported_primary_pollutants"), kept);
        return new HourlyReading(station, hourEnd, SixPollutants.of(values),
                new HourlyReading.Sliding(sliding[0], sliding[1], sliding[2]), aqi, primary, flags,
                kept[0] == null ? null : kept[0].toString(), status);
    }

    private @Nullable BigDecimal value(String column, @Nullable String text, List<Flag> flags, @Nullable ObjectNode[] kept) {
        Received received = ReceivedValues.read(text, ranges.get(column));
        // a sliding mean the source does not give is computed here, so its absence is no doubt
        boolean silent = received.flag() == FlagReason.MISSING && SLIDING.contains(column);
        if (received.flag() != null && !silent) {
            flags.add(new Flag(column, received.flag()));
        }
        keep(column, received.keptText(), kept);
        return received.value();
    }

    private static @Nullable Integer reportedAqi(@Nullable String text, List<Flag> flags, @Nullable ObjectNode[] kept) {
        Received received = ReceivedValues.read(text);
        BigDecimal value = received.value();
        if (value != null && value.stripTrailingZeros().scale() <= 0 && value.intValue() <= HIGHEST_REPORTED_AQI
                && value.compareTo(BigDecimal.valueOf(HIGHEST_REPORTED_AQI)) <= 0) {
            return value.intValue();
        }
        if (value != null || received.keptText() != null) {
            flags.add(new Flag("reported_aqi", value != null ? FlagReason.OUT_OF_RANGE : Objects.requireNonNull(received.flag())));
            keep("reported_aqi", text, kept);
        }
        return null;
    }

    private static @Nullable List<String> reportedPrimary(@Nullable String text, @Nullable ObjectNode[] kept) {
        if (text == null) {
            return null;
        }
        PrimaryPollutantWords words = PrimaryPollutantWords.parse(text);
        if (!words.unknown().isEmpty()) {
            keep("reported_primary_pollutants", text, kept);
        }
        return words.wireNames().isEmpty() ? null : words.wireNames();
    }

    private static void keep(String column, @Nullable String text, @Nullable ObjectNode[] kept) {
        if (text != null) {
            kept[0] = kept[0] == null ? JsonNodeFactory.instance.objectNode() : kept[0];
            kept[0].put(column, text);
        }
    }
}
