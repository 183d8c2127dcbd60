package org.envdisclosure.platform.archive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Files of months that are over. */
@ConfigMapping(prefix = "envd.archives")
public interface ArchiveConfig {

    /** How long after its end a month is left open: late hours and first corrections come within days, and each would cost a rebuild. */
    @WithDefault("3d")
    Duration settling();

    /** How long a month must have been left alone before it is built: an import of years touches a month many times. */
    @WithDefault("10m")
    Duration resting();

    /** How long a file stays that nothing needs any more, and never less than the longest download: one that began before may still read it. */
    @WithDefault("1d")
    Duration grace();
}
