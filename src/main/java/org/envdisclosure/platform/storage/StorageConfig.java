package org.envdisclosure.platform.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** Settings of storage, {@code ENVD_STORAGE_*}. */
@ConfigMapping(prefix = "envd.storage")
interface StorageConfig {

    /**
     * How many years that have ended keep their rows in the database, beside the one that runs. Unset: all of them. Archives and
     * everything computed from the rows stay.
     */
    OptionalInt keepYears();

    /** With TimescaleDB: how long after its end a chunk is compressed. */
    @WithDefault("90d")
    Duration compressAfter();
}
