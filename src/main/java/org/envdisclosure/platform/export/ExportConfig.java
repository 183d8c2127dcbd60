package org.envdisclosure.platform.export;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of the lane for bulk downloads. */
@StaticInitSafe
@ConfigMapping(prefix = "envd.export")
public interface ExportConfig {

    /** Downloads at the same time. Each keeps one database core busy: more would only slow each other and the small answers down. */
    @WithDefault("4")
    int parallel();

    /** Longest one download may hold its database connection and its snapshot, which keeps dead rows from being cleaned up. */
    @WithDefault("10m")
    Duration longest();

    /** A client that takes nothing for so long is cut, and its connection freed. */
    @WithDefault("60s")
    Duration stall();
}
