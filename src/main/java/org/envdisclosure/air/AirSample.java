package org.envdisclosure.air;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.envdisclosure.platform.ingest.SampleData;

/** Made-up stations and a month of made-up hours. */
@ApplicationScoped
@Unremovable
class AirSample implements SampleData {

    private final StationPlan stations;
    private final HourlyPlan hours;

    AirSample(StationPlan stations, HourlyPlan hours) {
        this.stations = stations;
        this.hours = hours;
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part("air-stations.csv", stations, "native"), new Part("air-hourly-native.csv", hours, "native"));
    }

    @Override
    public int order() {
        return 1;
    }
}
