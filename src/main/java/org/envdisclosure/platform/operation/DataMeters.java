package org.envdisclosure.platform.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.envdisclosure.platform.dataset.Dataset;

/** The state of the data as gauges; NaN while there is nothing to tell. */
@Singleton
class DataMeters implements MeterBinder {

    private static final double MILLIS = 1_000;

    private final DataFacts facts;
    private final Pulse pulse;
    private final Clock clock;
    private final List<Dataset> datasets;
    private final List<WorkQueue> queues;

    DataMeters(DataFacts facts, Pulse pulse, Clock clock, @All List<Dataset> datasets, @All List<WorkQueue> queues) {
        this.facts = facts;
        this.pulse = pulse;
        this.clock = clock;
        this.datasets = datasets;
        this.queues = queues;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("envd.database.up", pulse, up -> up.isDatabaseAnswering() ? 1 : 0)
                .description("Whether the database answers").register(registry);
        datasets.stream().filter(dataset -> dataset.time().isPresent()).forEach(dataset -> {
            Gauge.builder("envd.newest.row.age", () -> of(dataset, fact -> fact.isEmpty() ? Double.NaN : seconds(fact.age(clock.instant()))))
                    .tag("dataset", dataset.id()).baseUnit("seconds").description("Since the end of the time the newest row covers").register(registry);
            Gauge.builder("envd.dataset.revision", () -> of(dataset, DatasetFact::revision))
                    .tag("dataset", dataset.id()).description("The newest revision this replica knows of").register(registry);
        });
        queues.forEach(queue -> {
            Gauge.builder("envd.queue.lag", () -> of(queue, fact -> seconds(fact.lag(clock.instant()))))
                    .tag("queue", queue.queueName()).baseUnit("seconds").description("How long the oldest piece of work has waited").register(registry);
            Gauge.builder("envd.queue.waiting", () -> of(queue, QueueFact::waiting))
                    .tag("queue", queue.queueName()).description("Pieces of work that wait").register(registry);
        });
    }

    private double of(Dataset dataset, Function<DatasetFact, Number> value) {
        return facts.datasets().stream().filter(fact -> fact.dataset().equals(dataset.id())).findFirst()
                .map(value).map(Number::doubleValue).orElse(Double.NaN);
    }

    private double of(WorkQueue queue, Function<QueueFact, Number> value) {
        return facts.queues().stream().filter(fact -> fact.queue().equals(queue.queueName())).findFirst()
                .map(value).map(Number::doubleValue).orElse(Double.NaN);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }
}
