package org.envdisclosure.water;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.envdisclosure.platform.measure.ValueRange;
import org.envdisclosure.water.rules.ClassRule;
import org.envdisclosure.water.rules.Gb3838;
import org.envdisclosure.water.rules.QualityColors;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterQuality;
import org.envdisclosure.water.rules.Waterbody;

/** Settings of the water datasets. */
@ConfigMapping(prefix = "envd.water")
public interface WaterConfig {

    // not from a standard: wide enough for any water, narrow enough for 99999
    Map<WaterItem, ValueRange> USUAL_RANGES = Map.of(
            WaterItem.PH, ValueRange.of("0", "14"),
            WaterItem.DISSOLVED_OXYGEN, ValueRange.of("0", "50"),
            WaterItem.WATER_TEMPERATURE, ValueRange.of("-5", "50"),
            WaterItem.CONDUCTIVITY, ValueRange.of("0", "200000"),
            WaterItem.TURBIDITY, ValueRange.of("0", "100000"),
            WaterItem.ALGAL_DENSITY, ValueRange.of("0", "1000000000000"),
            // class V alone allows 40 000 a litre
            WaterItem.FECAL_COLIFORMS, ValueRange.of("0", "1000000000"));
    ValueRange ANY_OTHER = ValueRange.of("0", "10000");

    /** Plausible range by column, where it is to be another than the usual one. */
    Map<String, Range> range();

    /** How far a reading may lie ahead of this service's clock before it is refused as of the future. */
    @WithDefault("5m")
    Duration clockTolerance();

    /** See {@link ClassRule#saturationSuffices()}; no text at hand says which of the two limits of class I prevails. */
    @WithDefault("false")
    boolean saturationSuffices();

    /** From which age on the newest reading is called stale; stations report every four hours. */
    @WithDefault("12h")
    Duration staleAfter();

    Colors color();

    /** Colours of the grades: only red for the worst was confirmed. */
    interface Colors {

        @WithDefault("#0000FF")
        String excellent();

        @WithDefault("#00FF00")
        String good();

        @WithDefault("#FFFF00")
        String lightPollution();

        @WithDefault("#FF9B00")
        String moderatePollution();

        @WithDefault("#FF0000")
        String heavyPollution();
    }

    /** Both ends plausible. */
    interface Range {
        BigDecimal min();

        BigDecimal max();
    }

    default ValueRange rangeOf(WaterItem item) {
        Range set = range().get(item.column());
        return set == null ? Objects.requireNonNullElse(USUAL_RANGES.get(item), ANY_OTHER) : new ValueRange(set.min(), set.max());
    }

    default QualityColors colors() {
        return QualityColors.of(Map.of(WaterQuality.EXCELLENT, color().excellent(), WaterQuality.GOOD, color().good(), WaterQuality.LIGHT_POLLUTION,
                color().lightPollution(), WaterQuality.MODERATE_POLLUTION, color().moderatePollution(), WaterQuality.HEAVY_POLLUTION, color().heavyPollution()));
    }

    default ClassRule rule(Gb3838 standard, Waterbody waterbody) {
        return new ClassRule(standard, waterbody, saturationSuffices());
    }
}
