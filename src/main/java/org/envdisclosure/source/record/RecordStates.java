package org.envdisclosure.source.record;

import org.envdisclosure.platform.sql.Sql;

/** The state of one record, which its validator tells. */
final class RecordStates {

    private RecordStates() {
    }

    static Sql of(String id) {
        return Sql.of("""
                SELECT s.revision AS state_revision, r.published_at AS state_moment, 'r' || s.revision AS state_validator, r.published_at AS state_changed
                  FROM (SELECT coalesce(max(revision), 0) AS revision FROM supervision_records_published WHERE record_id = ?) AS s
                  LEFT JOIN dataset_revision r ON r.dataset = 'supervision-records' AND r.revision = s.revision
                """, id);
    }
}
