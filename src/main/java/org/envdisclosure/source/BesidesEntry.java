package org.envdisclosure.source;

import java.time.LocalDate;
import org.envdisclosure.platform.sql.Sql;

/** What the page of a source or an outlet rests on beside its own versions; part of its validator. */
final class BesidesEntry {

    private static final String DAY_PASSED = "greatest(CASE WHEN valid_from <= ? THEN valid_from END, CASE WHEN valid_to <= ? THEN valid_to END)";

    // a page changes with an outlet or a limit that was entered, and with the day on which one begins or ends
    private static final String PARTS = """
            SELECT nullif(concat_ws('-', CASE WHEN ? IN (%1$s) THEN 'rounded' END,
                                    'o' || max(revision) FILTER (WHERE kind = 'outlet'), 'l' || max(revision) FILTER (WHERE kind = 'limit'),
                                    to_char(max(%2$s), 'YYYYMMDD')), '')
              FROM (SELECT 'outlet' AS kind, revision, valid_from, valid_to FROM sources_outlets_entered WHERE source_id = ?
                    UNION ALL
                    SELECT 'limit', revision, valid_from, valid_to FROM sources_limits WHERE source_id = ?) AS parts
            """.formatted(HiddenPlaces.MARKED, DAY_PASSED);
    private static final String OUTLET = """
            SELECT 'rounded' || max(revision) FROM sources_entered
             WHERE source_id IN (SELECT source_id FROM sources_outlets_entered WHERE outlet_id = ?) AND source_id IN (%s)
            """.formatted(HiddenPlaces.MARKED);

    private BesidesEntry() {
    }

    static Sql ofSource(String source, LocalDate today) {
        return Sql.of(PARTS, source, today, today, source, source);
    }

    static Sql ofOutlet(String outlet) {
        return Sql.of(OUTLET, outlet);
    }
}
