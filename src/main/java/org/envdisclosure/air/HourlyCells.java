package org.envdisclosure.air;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
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

    /** The contract's columns that are read from a record: a cell is known by its place in here. */
    static final List<String> COLUMNS = List.of("pm25", "pm10", "so2", "no2", "o3", "co", "o3_8h", "pm25_24h", "pm10_24h", "reported_aqi",
            "reported_primary_pollutants");

    private static final int POLLUTANTS = 6;
    private static final int SLIDING = 3;
    private static final int REPORTED_AQI = POLLUTANTS + SLIDING;
    private static final int REPORTED_PRIMARY = REPORTED_AQI + 1;
    private static final int HIGHEST_REPORTED_AQI = 9_999;

    /** Of the measured columns, in their order. */
    private final List<ValueRange> ranges;
    private final Instant latest;
    private final String status;

    /** @param now when the batch arrived */
    HourlyCells(AirConfig config, Instant now, String status) {
        this.ranges = COLUMNS.subList(0, REPORTED_AQI).stream().map(column -> config.rangeOf(column.replaceFirst("_.*", ""))).toList();
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

    /** @param cell the received text by its place in {@link #COLUMNS}; null where the source has none */
    HourlyReading reading(String station, Instant hourEnd, IntFunction<@Nullable String> cell) {
        return reading(station, hourEnd, cell, List.of());
    }

    /** @param said flags that the source itself has given the row */
    HourlyReading reading(String station, Instant hourEnd, IntFunction<@Nullable String> cell, List<Flag> said) {
        MeasuredCells cells = new MeasuredCells(said);
        @Nullable BigDecimal[] values = new BigDecimal[REPORTED_AQI];
        for (int i = 0; i < values.length; i++) {
            // a sliding mean the source does not give is computed here, so its absence is no doubt
            values[i] = cells.take(COLUMNS.get(i), cell.apply(i), ranges.get(i), i < POLLUTANTS ? FlagReason.MISSING : null);
        }
        Integer aqi = reportedAqi(cell.apply(REPORTED_AQI), cells);
        List<String> primary = reportedPrimary(cell.apply(REPORTED_PRIMARY), cells);
        return new HourlyReading(station, hourEnd, new SixPollutants<>(values[0], values[1], values[2], values[3], values[4], values[5]),
                new HourlyReading.Sliding(values[6], values[7], values[8]), aqi, primary, cells.flags(), cells.keptText(), status);
    }

    private static @Nullable Integer reportedAqi(@Nullable String text, MeasuredCells cells) {
        if (text == null) {
            return null;
        }
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
