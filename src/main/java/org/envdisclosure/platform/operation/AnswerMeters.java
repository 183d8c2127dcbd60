package org.envdisclosure.platform.operation;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;

/** How answers are measured. */
@Singleton
class AnswerMeters {

    /** From an answer out of the cache (1 ms) to a page that reads a year, and bulk downloads above. */
    private static final double[] BUCKETS = Stream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 60_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos()).toArray();

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

    /** Both groups of event loops give the same name to the number of their threads: one would be missing, with a warning at each start. */
    @Produces
    @Singleton
    MeterFilter oneOfTwo() {
        return MeterFilter.denyNameStartsWith("netty.eventexecutor.workers");
    }
}
