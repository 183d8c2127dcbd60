package org.envdisclosure.air;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the valid-data rate. */
@ConfigMapping(prefix = "envd.air.completeness")
public interface CompletenessConfig {

    /** How long after midnight a day counts: its last hour may be published up to an hour later (HJ 633-2026, 5.2.2), and until then lacks nowhere. */
    @WithDefault("1h")
    Duration settling();
}
