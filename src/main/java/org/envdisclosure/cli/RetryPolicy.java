package org.envdisclosure.cli;

import java.time.Duration;
import java.util.Optional;

/**
 * When to send a file again, and after what pause: as long as the service asks, else 1, 2, 4 … 60 seconds.
 *
 * @param retries at most so many after the first attempt
 */
record RetryPolicy(int retries) {

    /** Nobody watches a command that sleeps for longer; asking earlier than told would be rude. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final long LONGEST_UNASKED_SECONDS = 60;

    /**
     * @param retry 1 for the first repetition
     * @return empty when the outcome stands
     */
    Optional<Duration> pauseBefore(int retry, Outcome outcome) {
        if (retry > retries || !outcome.mayPass()) {
            return Optional.empty();
        }
        Duration pause = outcome.askedToWait().orElse(Duration.ofSeconds(Math.min(LONGEST_UNASKED_SECONDS, 1L << Math.min(retry - 1, 6))));
        return Optional.of(pause).filter(wait -> wait.compareTo(LONGEST) <= 0);
    }

    /** False when the process was told to stop meanwhile. */
    static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
