package org.envdisclosure.water;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import org.envdisclosure.platform.ingest.SampleData;
import org.envdisclosure.platform.register.RegisterPlan;

/** Made-up sections, a month of made-up samplings, sixteen months of made-up samples, and the states of stations that gave none. */
@ApplicationScoped
@Unremovable
class WaterSample implements SampleData {

    private final RegisterPlan sections;
    private final ReadingPlan readings;
    private final SamplePlan samples;

    WaterSample(@Named("water-sections-ingest") RegisterPlan sections, ReadingPlan readings, SamplePlan samples) {
        this.sections = sections;
        this.readings = readings;
        this.samples = samples;
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part("water-sections.csv", sections, "native"), new Part("water-readings-native.csv", readings, "native"),
                new Part("water-readings-cnemc.csv", readings, "cnemc-water"),
                new Part("water-samples.csv", samples, "native"));
    }

    @Override
    public int order() {
        return 20;
    }
}
