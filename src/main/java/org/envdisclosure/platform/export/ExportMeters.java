package org.envdisclosure.platform.export;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** {@code envd_exports_running} and {@code envd_exports_total} by how they ended; {@code refused} found the lane full. */
final class ExportMeters {

    private static final String ENDED = "envd.exports";

    private final Map<Ending, Counter> endings = new EnumMap<>(Ending.class);
    private final Counter refused;

    ExportMeters(MeterRegistry registry, Supplier<Number> running) {
        Gauge.builder("envd.exports.running", running).description("Bulk downloads that hold a place in the lane").register(registry);
        for (Ending ending : Ending.values()) {
            endings.put(ending, counter(registry, ending.wire()));
        }
        refused = counter(registry, "refused");
    }

    void ended(Ending ending) {
        endings.get(ending).increment();
    }

    void refused() {
        refused.increment();
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder(ENDED).tag("outcome", outcome).description("Bulk downloads by how they ended").register(registry);
    }
}
