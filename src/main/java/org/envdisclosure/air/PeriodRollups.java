package org.envdisclosure.air;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.envdisclosure.platform.rollup.Rollup;

/** The roll-ups of periods; made at the start, which a setting that cannot be used stops. */
@Startup
@ApplicationScoped
class PeriodRollups {

    private final PeriodConfig config;
    private final PeriodReport report;
    private final Clock clock;

    PeriodRollups(PeriodConfig config, Clock clock) {
        this.config = config;
        this.report = new PeriodReport(config);
        this.clock = clock;
    }

    @Produces
    @Singleton
    Rollup stationMonths() {
        return of(PeriodTable.STATION_MONTHS);
    }

    @Produces
    @Singleton
    Rollup stationYears() {
        return of(PeriodTable.STATION_YEARS);
    }

    @Produces
    @Singleton
    Rollup cityMonths() {
        return of(PeriodTable.CITY_MONTHS);
    }

    @Produces
    @Singleton
    Rollup cityQuarters() {
        return of(PeriodTable.CITY_QUARTERS);
    }

    @Produces
    @Singleton
    Rollup cityYears() {
        return of(PeriodTable.CITY_YEARS);
    }

    private Rollup of(PeriodTable period) {
        return new PeriodRollup(period, report, config.resting(), clock);
    }
}
