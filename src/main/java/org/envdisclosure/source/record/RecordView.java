package org.envdisclosure.source.record;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import org.envdisclosure.platform.database.GeneratedSql;

/** The records as everybody sees them, for whoever reads the database itself. */
@ApplicationScoped
@Unremovable
class RecordView implements GeneratedSql {

    @Override
    public String room() {
        return "source";
    }

    @Override
    public String name() {
        return "supervision_view";
    }

    @Override
    public String sql() {
        return GeneratedSql.view(RecordTable.ROWS, RecordTable.at(null));
    }
}
