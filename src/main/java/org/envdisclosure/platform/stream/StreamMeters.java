package org.envdisclosure.platform.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** {@code envd_streams}, those open now, and {@code envd_streams_ended_total} by how they ended; {@code refused} found no place. */
final class StreamMeters {

    private final Map<StreamEnd, Counter> endings = new EnumMap<>(StreamEnd.class);
    private final Counter refused;

    StreamMeters(MeterRegistry registry, Supplier<Number> open) {
        Gauge.builder("envd.streams", open).description("Event streams open now").register(registry);
        for (StreamEnd end : StreamEnd.values()) {
            endings.put(end, counter(registry, end.wire()));
        }
        refused = counter(registry, "refused");
    }

    void ended(StreamEnd end) {
        endings.get(end).increment();
    }

    void refused() {
        refused.increment();
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("envd.streams.ended").tag("outcome", outcome).description("Event streams by how they ended").register(registry);
    }
}
