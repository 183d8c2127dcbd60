package org.envdisclosure.platform.database;

import java.nio.file.Path;

/**
 * How the embedded server is to run.
 *
 * @param dataFolder     holds the lock, the cluster and the logs; made when absent
 * @param binariesFolder holds the unpacked programs; the data folder, so that nobody else can change or clear them away
 * @param durable        false only for tests: a cluster that a power cut may spoil, for quicker commits
 */
record EmbeddedOptions(Path dataFolder, Path binariesFolder, boolean durable) {

    static EmbeddedOptions in(Path dataFolder) {
        return new EmbeddedOptions(dataFolder, dataFolder, true);
    }
}
