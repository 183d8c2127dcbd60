package org.envdisclosure.air;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import org.envdisclosure.platform.database.GeneratedSql;

/** The published state of the newest hours and the rankings as views, for whoever reads the database itself. */
@ApplicationScoped
@Unremovable
class AirViews implements GeneratedSql {

    @Override
    public String room() {
        return "air";
    }

    @Override
    public String name() {
        return "latest_views";
    }

    @Override
    public String sql() {
        return GeneratedSql.view("air_latest", LatestRelation.ofStations(null, LatestRelation.DATABASE_CLOCK))
                + GeneratedSql.view("air_cities_latest", LatestRelation.ofCities(null, LatestRelation.DATABASE_CLOCK))
                + GeneratedSql.view("air_cities_rankings", RankingRelation.at(null));
    }
}
