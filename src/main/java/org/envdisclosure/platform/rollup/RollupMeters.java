package org.envdisclosure.platform.rollup;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** How much this replica computed, per dataset. */
@ApplicationScoped
class RollupMeters {

    private final MeterRegistry registry;

    RollupMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Buckets whose results are committed, changed or not. */
    void computed(String dataset, int buckets) {
        registry.counter("envd_rollup_buckets", "dataset", dataset).increment(buckets);
    }

    /** A bucket that could not be computed and waits a minute. */
    void postponed(String dataset) {
        registry.counter("envd_rollup_postponed", "dataset", dataset).increment();
    }
}
