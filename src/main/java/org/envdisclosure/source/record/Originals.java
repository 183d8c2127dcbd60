package org.envdisclosure.source.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.stream.Collectors;

/** The bureau's own table: every content of a record that ever arrived, once. */
final class Originals {

    /** Covers in the stage what somebody had decided to cover in the same content. */
    static final String COVER = """
            UPDATE stage_supervision_records_published AS s SET %s
              FROM arriving_supervision_originals AS a
             WHERE a.record_id = s.record_id AND a.decision = 'mask' AND s.verdict = 'i'
            """.formatted(RecordTable.texts().stream().map(Originals::covered).collect(Collectors.joining(", ")));
    private static final String KEEP = """
            INSERT INTO supervision_originals AS o (record_id, content_sha256, received, hits, masked, state, annulled_on, public_until, received_at, batch_id)
            SELECT a.record_id, a.content_sha256, a.received, a.hits, a.masked, a.state, a.annulled_on, a.public_until, ?, ?::uuid
              FROM arriving_supervision_originals AS a
                ON CONFLICT (record_id, content_sha256) DO UPDATE
               SET hits = EXCLUDED.hits, masked = EXCLUDED.masked, received_again_at = EXCLUDED.received_at,
                   state = CASE WHEN o.decision IS NULL THEN EXCLUDED.state ELSE o.state END
            """;
    /** What came later is what the sender says now. */
    private static final String SUPERSEDE = """
            UPDATE supervision_originals AS o SET state = 'superseded'
              FROM arriving_supervision_originals AS a
             WHERE o.record_id = a.record_id AND o.content_sha256 <> a.content_sha256 AND o.state = 'held'
            """;

    private Originals() {
    }

    private static String covered(RecordField field) {
        String text = "a.masked ->> '" + field.name() + "'";
        return field.isList() ? "%1$s = coalesce(string_to_array(%2$s, E'\\n'), s.%1$s)".formatted(field.name(), text)
                : "%1$s = coalesce(%2$s, s.%1$s)".formatted(field.name(), text);
    }

    static void keep(Connection connection, Instant now, String batch) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setTimestamp(1, Timestamp.from(now));
            insert.setString(2, batch);
            insert.executeUpdate();
        }
        Arriving.execute(connection, SUPERSEDE);
    }
}
