package org.envdisclosure.source;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import org.envdisclosure.platform.database.GeneratedSql;

/** Sources and outlets as everybody sees them, for whoever reads the database itself; places of sensitive ones as rounded as usual. */
@ApplicationScoped
@Unremovable
class SourceViews implements GeneratedSql {

    @Override
    public String room() {
        return "source";
    }

    @Override
    public String name() {
        return "public_views";
    }

    @Override
    public String sql() {
        return GeneratedSql.view("sources", PublicSources.sources(SourceConfig.USUAL_DECIMALS, null, PublicSources.DATABASE_DAY))
                + GeneratedSql.view("sources_outlets", PublicSources.outlets(SourceConfig.USUAL_DECIMALS, null));
    }
}
