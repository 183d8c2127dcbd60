package org.envdisclosure.source;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.envdisclosure.platform.measure.ValueRange;
import org.envdisclosure.source.rules.Factor;

/** Settings of monitoring results. */
@ConfigMapping(prefix = "envd.sources.monitoring")
public interface MonitoringConfig {

    // not from a standard: wide enough for any source, narrow enough for 99999 degrees; by code of HJ 212-2017
    Map<String, ValueRange> USUAL_RANGES = Map.of(
            Factor.PH, ValueRange.of("0", "14"),
            "w01010", ValueRange.of("-5", "100"),
            "a01001", ValueRange.of("-60", "60"),
            "a01012", ValueRange.of("-60", "2000"),
            "a01013", ValueRange.of("-1000", "1000"),
            "a19001", ValueRange.of("0", "30"));
    /** Whatever its unit. */
    ValueRange ANY_OTHER = ValueRange.of("0", "1000000000000");
    /** Per cent; pure air has 20.9. */
    ValueRange OXYGEN = ValueRange.of("0", "30");

    /** Plausible range by code of what is measured, where it is to be another than the usual one. */
    Map<String, Range> range();

    /** How far a result may lie ahead of this service's clock before it is refused as of the future. */
    @WithDefault("5m")
    Duration clockTolerance();

    /** Both ends plausible. */
    interface Range {
        BigDecimal min();

        BigDecimal max();
    }

    default ValueRange rangeOf(String factor) {
        Range set = range().get(factor);
        return set == null ? Objects.requireNonNullElse(USUAL_RANGES.get(factor), ANY_OTHER) : new ValueRange(set.min(), set.max());
    }
}
