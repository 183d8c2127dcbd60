package org.envdisclosure.source.record;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the records. */
@ConfigMapping(prefix = "envd.supervision")
public interface RecordConfig {

    /** How far a sender's clock may be ahead. */
    @WithDefault("10m")
    Duration clockTolerance();
}
