package org.envdisclosure.air;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.envdisclosure.air.rules.period.Gb3095;

/** Settings of months, quarters and years, where no text of a standard settles the matter. */
@ConfigMapping(prefix = "envd.air.period")
public interface PeriodConfig {

    /** By the standard of which of its days a period is assessed. */
    enum Moment {
        START, END
    }

    /** A period that crosses two standards: the one that decides; the other is shown beside it. */
    @WithDefault("END")
    Moment assessment();

    /** The label of the standard by which a period is compared with last year's; by default the one in force at its end. */
    Optional<String> comparisonStandard();

    /** How long a period rests after one of its days changed before it is computed: an hourly feed must not cost a year each hour. */
    @WithDefault("15s")
    Duration resting();

    /** @throws IllegalStateException when the label is none */
    default Optional<Gb3095> comparison() {
        return comparisonStandard().map(label -> Arrays.stream(Gb3095.values()).filter(standard -> standard.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalStateException("envd.air.period.comparison-standard is no standard: " + label)));
    }
}
