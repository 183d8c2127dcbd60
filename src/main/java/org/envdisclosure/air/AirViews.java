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
        return """
                DROP VIEW IF EXISTS air_latest;
                CREATE VIEW air_latest AS SELECT * FROM %s;
                DROP VIEW IF EXISTS air_cities_latest;
                CREATE VIEW air_cities_latest AS SELECT * FROM %s;
                DROP VIEW IF EXISTS air_cities_rankings;
                CREATE VIEW air_cities_rankings AS SELECT * FROM %s;
                """.formatted(LatestRelation.ofStations(null, LatestRelation.DATABASE_CLOCK).literal(),
                LatestRelation.ofCities(null, LatestRelation.DATABASE_CLOCK).literal(), RankingRelation.at(null).literal());
    }
}
