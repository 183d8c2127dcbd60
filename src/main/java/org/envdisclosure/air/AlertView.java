package org.envdisclosure.air;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import org.envdisclosure.platform.database.GeneratedSql;

/** The warnings with their status as a view, for whoever reads the database itself. */
@ApplicationScoped
@Unremovable
class AlertView implements GeneratedSql {

    @Override
    public String room() {
        return "air";
    }

    @Override
    public String name() {
        return "alert_view";
    }

    @Override
    public String sql() {
        return GeneratedSql.view("air_alerts", AlertTable.at(null, AlertTable.DATABASE_CLOCK));
    }
}
