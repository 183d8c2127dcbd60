package org.envdisclosure.platform.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A number of requests per minute for each client. A client's minute begins with its first request; what is left of the
 * number at its end is lost.
 */
final class Quotas {

    static final Duration WINDOW = Duration.ofMinutes(1);

    /** Clients remembered at once, about 300 bytes each; beyond, those that asked least are forgotten and begin anew. */
    private static final int CLIENTS = 100_000;

    private final String policy;
    private final long perWindow;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    /** @param policy name of the quota in the headers */
    Quotas(String policy, long perWindow, TimeMeter time) {
        this.policy = policy;
        this.perWindow = perWindow;
        this.time = time;
        this.buckets = Caffeine.newBuilder().maximumSize(CLIENTS).expireAfterAccess(WINDOW).ticker(time::currentTimeNanos).build();
    }

    /**
     * What one request may do.
     *
     * @param allowed      whether it is within the quota
     * @param remaining    requests left in this window
     * @param resetSeconds seconds until the whole quota is there again, rounded up
     */
    record Verdict(boolean allowed, long remaining, long resetSeconds) {
    }

    /** Counts one request of {@code client}. */
    Verdict ask(String client) {
        ConsumptionProbe probe = buckets.get(client, unknown -> bucket()).tryConsumeAndReturnRemaining(1);
        return new Verdict(probe.isConsumed(), probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset()));
    }

    /** {@code RateLimit-Policy}, a structured field: the quota and its window in seconds. */
    String policyField() {
        return "\"%s\";q=%d;w=%d".formatted(policy, perWindow, WINDOW.toSeconds());
    }

    /** {@code RateLimit}, a structured field: what is left, and the seconds until it is whole again. */
    String field(Verdict verdict) {
        return "\"" + policy + "\";r=" + verdict.remaining() + ";t=" + verdict.resetSeconds();
    }

    long perWindow() {
        return perWindow;
    }

    private Bucket bucket() {
        return Bucket.builder().withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(perWindow).refillIntervally(perWindow, WINDOW))
                .build();
    }

    private static long seconds(long nanos) {
        return Math.max(1, Duration.ofNanos(nanos).plusMillis(999).toSeconds());
    }
}
