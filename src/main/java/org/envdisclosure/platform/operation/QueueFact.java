package org.envdisclosure.platform.operation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How much work waits, and since when the oldest piece does; null when none does. */
record QueueFact(String queue, long waiting, @Nullable Instant oldest) {

    Duration lag(Instant now) {
        Duration lag = oldest == null ? Duration.ZERO : Duration.between(oldest, now);
        return lag.isNegative() ? Duration.ZERO : lag;
    }
}
