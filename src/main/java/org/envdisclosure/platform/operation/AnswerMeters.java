package org.envdisclosure.platform.operation;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/** How answers are measured. */
@Singleton
class AnswerMeters {

    /** From an answer out of the cache (1 ms) to a page that reads a year, and bulk downloads above. */
    private static final double[] BUCKETS = Stream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 60_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos()).toArray();

    private static final Set<String> PARTS = Set.of("netty.eventexecutor.workers", "postgresql.queue.size", "postgresql.current");

    @Produces
    @Singleton
    MeterFilter latencyBuckets() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals("http.server.requests")
                        ? DistributionStatisticConfig.builder().serviceLevelObjectives(BUCKETS).build().merge(config)
                        : config;
            }
        };
    }

    /**
     * Gauges that many register under one name, each for a part: an event loop group, a connection. Only the first part would be
     * shown, with a warning at each start; the pool's own gauges ({@code sql_pool_*}) show the whole.
     */
    @Produces
    @Singleton
    MeterFilter partsNamedAsTheWhole() {
        return MeterFilter.deny(id -> PARTS.contains(id.getName()));
    }
}
