package org.envdisclosure.air;

import java.time.Instant;
import java.util.List;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Relation;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The cities of each month by composite index, cities and counties each for themselves; who has no index is not ranked. Every row
 * carries the newest revision of its ranking, since one city's change may move all the others.
 */
final class RankingRelation {

    private static final List<String> READ = List.of("period", "city_code", "city_name", "level", "composite_index", "main_pollutants",
            "good_days_share", "composite_index_excluding_exceptional", "assessment_standard", "period_start", "data_status");
    // every window is within a month and level, so that a question about one month reads that month alone
    private static final String RANKED = """
            (SELECT period AS month, (rank() OVER (PARTITION BY period_start, level ORDER BY composite_index))::integer AS rank,
                    count(*) OVER (PARTITION BY period_start, level, composite_index) > 1 AS tied, city_code, city_name, level,
                    composite_index, main_pollutants, good_days_share, composite_index_excluding_exceptional,
                    CASE WHEN composite_index_excluding_exceptional IS NOT NULL THEN
                        (rank() OVER (PARTITION BY period_start, level ORDER BY composite_index_excluding_exceptional))::integer END AS rank_excluding_exceptional,
                    assessment_standard, period_start, data_status, revision
               FROM (SELECT %s, max(revision) OVER (PARTITION BY period_start, level) AS revision FROM\s""".formatted(String.join(", ", READ));
    private static final String WITH_INDEX = ") AS months WHERE composite_index IS NOT NULL) AS air_cities_rankings";

    private RankingRelation() {
    }

    /** The {@code now} of a relation is of no account here. */
    static Sql at(@Nullable AsOf asOf, Instant now) {
        return at(asOf);
    }

    static Sql at(@Nullable AsOf asOf) {
        return Sql.of(RANKED).then(Relation.revised("air_cities_monthly", READ, asOf)).then(WITH_INDEX);
    }
}
