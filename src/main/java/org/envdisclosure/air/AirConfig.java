package org.envdisclosure.air;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.envdisclosure.air.rules.StationShare;
import org.envdisclosure.platform.measure.ValueRange;

/** Settings of the air datasets. */
@ConfigMapping(prefix = "envd.air")
public interface AirConfig {

    /** Plausible range by column; a value outside is kept as text and flagged, the row still counts. */
    Map<String, Range> range();

    /** How far a reading may lie ahead of this service's clock before it is refused as of the future. */
    @WithDefault("5m")
    Duration clockTolerance();

    /**
     * While a day runs, its row is computed at most once in so long: each of its 24 hours would leave a superseded row in the history,
     * 37 000 a day of 1 600 stations, and before its twentieth it has no mean. When it has ended it is computed at once.
     */
    @WithDefault("3h")
    Duration runningDay();

    /** @throws IllegalStateException when the day is not made of such slots */
    default Duration runningDaySlot() {
        Duration slot = runningDay();
        if (slot.isNegative() || !slot.isZero() && Duration.ofDays(1).toMillis() % Math.max(1, slot.toMillis()) != 0) {
            throw new IllegalStateException("envd.air.running-day is 0s or a part of a day such as 1h, 3h, 6h, not " + slot);
        }
        return slot;
    }

    /** The share of a city's points that must be valid before the city has a daily value; no text of a standard was found for it. */
    StationsNeeded stationShare();

    /** See {@link StationShare}. */
    interface StationsNeeded {
        /** Percent of the points that monitor the pollutant. */
        @WithDefault("75")
        int percent();

        /** Below this number of points another share is asked for. */
        @WithDefault("4")
        int few();

        /** Percent where the points are few. */
        @WithDefault("50")
        int percentOfFew();

        default StationShare rule() {
            return new StationShare(percent(), few(), percentOfFew());
        }
    }

    /** Both ends plausible. */
    interface Range {
        BigDecimal min();

        BigDecimal max();
    }

    /** @throws IllegalStateException when no range is set for the column */
    default ValueRange rangeOf(String column) {
        Range range = range().get(column);
        if (range == null) {
            throw new IllegalStateException("envd.air.range." + column + " is not set");
        }
        return new ValueRange(range.min(), range.max());
    }
}
