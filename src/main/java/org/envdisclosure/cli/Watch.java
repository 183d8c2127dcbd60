package org.envdisclosure.cli;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Looks after a running exchange: shows how far it is, and tells when nothing has moved for too long. */
final class Watch {

    private final Duration patience;
    private final LongSupplier moved;
    private final Runnable show;
    private long lastSeen;
    private long lastMove = System.nanoTime();

    /**
     * @param moved a count that rises while things move, here the bytes sent
     * @param show  called at each look
     */
    Watch(Duration patience, LongSupplier moved, Runnable show) {
        this.patience = patience;
        this.moved = moved;
        this.show = show;
    }

    boolean stalled() {
        show.run();
        long now = System.nanoTime();
        long seen = moved.getAsLong();
        if (seen != lastSeen) {
            lastSeen = seen;
            lastMove = now;
        }
        return now - lastMove > patience.toNanos();
    }
}
