package org.envdisclosure.water;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.envdisclosure.platform.database.GeneratedSql;
import org.envdisclosure.water.rules.QualityColors;

/** The newest readings as a view, for whoever reads the database itself. */
@ApplicationScoped
@Unremovable
class WaterViews implements GeneratedSql {

    // the same on every replica, whatever its settings
    private static final Duration STALE_AFTER = Duration.ofHours(12);

    @Override
    public String room() {
        return "water";
    }

    @Override
    public String name() {
        return "latest_view";
    }

    @Override
    public String sql() {
        return GeneratedSql.view("water_latest", LatestReadings.at(null, LatestReadings.DATABASE_CLOCK, STALE_AFTER, QualityColors.USUAL));
    }
}
