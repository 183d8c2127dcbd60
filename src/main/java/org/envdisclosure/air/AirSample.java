package org.envdisclosure.air;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import org.envdisclosure.platform.ingest.SampleData;
import org.envdisclosure.platform.register.RegisterPlan;

/** Made-up stations, a month of made-up hours, and what was foretold and warned of in it. */
@ApplicationScoped
@Unremovable
class AirSample implements SampleData {

    private final RegisterPlan stations;
    private final HourlyPlan hours;
    private final ForecastPlan forecasts;
    private final AlertPlan alerts;

    AirSample(@Named("air-stations-ingest") RegisterPlan stations, HourlyPlan hours, ForecastPlan forecasts, AlertPlan alerts) {
        this.stations = stations;
        this.hours = hours;
        this.forecasts = forecasts;
        this.alerts = alerts;
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part("air-stations.csv", stations, "native"), new Part("air-hourly-native.csv", hours, "native"),
                new Part("air-forecasts.csv", forecasts, "native"), new Part("air-alerts.csv", alerts, "native"));
    }

    @Override
    public int order() {
        return 1;
    }
}
