package org.envdisclosure.source;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.envdisclosure.platform.ingest.SampleData;

/** A month of made-up results at the outlets of made-up sources. */
@ApplicationScoped
@Unremovable
class MonitoringSample implements SampleData {

    private final MonitoringPlan plan;

    MonitoringSample(MonitoringPlan plan) {
        this.plan = plan;
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part("sources-monitoring.csv", plan, "native"));
    }

    /** After the register. */
    @Override
    public int order() {
        return 35;
    }
}
