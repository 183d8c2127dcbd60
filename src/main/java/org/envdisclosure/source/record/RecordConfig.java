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

    /** Bytes of the largest file of a record: a scanned decision of some hundred pages. It is held in memory while it is read. */
    @WithDefault("20971520")
    int largestFile();

    /** Files read at the same time; a PDF takes several times its size while it is cleaned. */
    @WithDefault("2")
    int filesAtOnce();
}
