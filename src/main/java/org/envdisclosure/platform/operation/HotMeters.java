package org.envdisclosure.platform.operation;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.envdisclosure.platform.web.HotAnswers;

/** How many small answers were kept ready, and what that takes. */
@ApplicationScoped
class HotMeters {

    private final MeterRegistry registry;
    private final HotAnswers hot;

    HotMeters(MeterRegistry registry, HotAnswers hot) {
        this.registry = registry;
        this.hot = hot;
    }

    void register(@Observes StartupEvent start) {
        FunctionCounter.builder("envd.hot.answers.hits", hot, answers -> answers.figures().hits()).description("Answers that were kept ready").register(registry);
        FunctionCounter.builder("envd.hot.answers.misses", hot, answers -> answers.figures().misses()).description("Answers that were looked for and had to be read").register(registry);
        Gauge.builder("envd.hot.answers.size", hot, answers -> answers.figures().bytes()).baseUnit("bytes").description("Memory of the answers kept ready").register(registry);
    }
}
