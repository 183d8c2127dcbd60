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

    /** A client that takes less than {@link RowPump#PIECE} in so long, about 1 kB/s, is cut, and its connection freed. */
    @WithDefault("60s")
    Duration stall();

    /** A database that hands over nothing for so long is cut: it sorts, or waits for a lock, for more than anybody waits for a first row. */
    @WithDefault("10m")
    Duration silence();

    /**
     * Longest one download may take however steadily it goes: it holds a place and a snapshot, which keeps dead rows from being cleaned up.
     * A hundred million rows take a client with 10 Mbit/s five hours.
     */
    @WithDefault("12h")
    Duration longest();

    /**
     * How much downloads step back for small answers on the processor, 0 (not at all) to 19: the threads of the lane and, of the embedded
     * database, its processes that read for them. At 10 they get a tenth of a core that somebody else wants too.
     */
    @WithDefault("10")
    int niceness();
}
