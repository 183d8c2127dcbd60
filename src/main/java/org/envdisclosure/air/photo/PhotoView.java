package org.envdisclosure.air.photo;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import org.envdisclosure.platform.database.GeneratedSql;

/** The views as everybody sees them, for whoever reads the database itself. */
@ApplicationScoped
@Unremovable
class PhotoView implements GeneratedSql {

    @Override
    public String room() {
        return "air";
    }

    @Override
    public String name() {
        return "photo_view";
    }

    @Override
    public String sql() {
        return GeneratedSql.view("air_photos", PhotoTable.at(null));
    }
}
