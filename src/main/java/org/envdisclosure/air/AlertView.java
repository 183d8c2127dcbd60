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
        return """
                DROP VIEW IF EXISTS air_alerts;
                CREATE VIEW air_alerts AS SELECT * FROM %s;
                """.formatted(AlertTable.at(null, AlertTable.DATABASE_CLOCK).literal());
    }
}
