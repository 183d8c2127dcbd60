package org.envdisclosure.source;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import org.envdisclosure.platform.ingest.SampleData;
import org.envdisclosure.platform.register.RegisterPlan;

/** Made-up sources with their outlets and limits. */
@ApplicationScoped
@Unremovable
class SourceSample implements SampleData {

    private final RegisterPlan sources;
    private final RegisterPlan outlets;
    private final RegisterPlan limits;

    SourceSample(@Named("sources-ingest") RegisterPlan sources, @Named("sources-outlets-ingest") RegisterPlan outlets,
                 @Named("sources-limits-ingest") RegisterPlan limits) {
        this.sources = sources;
        this.outlets = outlets;
        this.limits = limits;
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part("sources.csv", sources, "native"), new Part("sources-outlets.csv", outlets, "native"),
                new Part("sources-limits.csv", limits, "native"));
    }

    @Override
    public int order() {
        return 30;
    }
}
