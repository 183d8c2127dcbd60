package org.envdisclosure.platform.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of what is taken in. */
@ConfigMapping(prefix = "envd.ingest")
public interface IngestConfig {

    /** Batches at the same time; each holds a connection and merges wait for one another per dataset, so more would only wait. */
    @WithDefault("4")
    int parallel();

    /** How long a batch waits for a place before it is told to come again. */
    @WithDefault("10s")
    Duration patience();

    /** How long a batch that has been read waits for the merge before it; a national day takes seconds, a national year minutes. */
    @WithDefault("2m")
    Duration lockPatience();

    /** Largest body in bytes after decompression. */
    @WithDefault("68719476736")
    long maxBytes();

    /** Largest record in bytes: one CSV record, NDJSON line or array element. */
    @WithDefault("1048576")
    int maxRecordBytes();

    /** Most times a gzip body may grow, judged after the first 10 MiB. */
    @WithDefault("200")
    int maxExpansion();

    default ReadLimits limits() {
        return new ReadLimits(maxRecordBytes(), maxBytes(), maxExpansion(), 10L << 20);
    }
}
