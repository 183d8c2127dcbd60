package org.envdisclosure.platform.limit;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** Time that passes when the test says so. */
final class HandTurnedClock implements TimeMeter {

    private long nanos = Duration.ofDays(3).toNanos();

    void pass(Duration time) {
        nanos += time.toNanos();
    }

    @Override
    public long currentTimeNanos() {
        return nanos;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
