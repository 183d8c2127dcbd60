package org.envdisclosure.platform.operation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a dataset's rows.
 *
 * @param newest the end of the time its newest row covers; null when it has no row
 */
record DatasetFact(String dataset, long revision, @Nullable Instant newest) {

    boolean isEmpty() {
        return newest == null;
    }

    /** How old the newest row is; zero for one a few minutes ahead of this clock. */
    Duration age(Instant now) {
        Duration age = newest == null ? Duration.ZERO : Duration.between(newest, now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
