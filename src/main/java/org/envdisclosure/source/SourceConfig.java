package org.envdisclosure.source;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the register of sources. */
@ConfigMapping(prefix = "envd.sources")
public interface SourceConfig {

    /** As the views in the database have it, which follow no setting. */
    int USUAL_DECIMALS = 1;
    int MOST_DECIMALS = 3;

    /** Decimals of a degree that are shown of the place of a sensitive source; one is about 11 km. No text at hand sets it. */
    @WithDefault("" + USUAL_DECIMALS)
    int sensitiveDecimals();

    /** @throws IllegalStateException when so many decimals would hide nothing */
    default int shownDecimals() {
        if (sensitiveDecimals() < 0 || sensitiveDecimals() > MOST_DECIMALS) {
            throw new IllegalStateException("ENVD_SOURCES_SENSITIVE_DECIMALS is a whole number from 0 to %d, not %d".formatted(MOST_DECIMALS, sensitiveDecimals()));
        }
        return sensitiveDecimals();
    }
}
