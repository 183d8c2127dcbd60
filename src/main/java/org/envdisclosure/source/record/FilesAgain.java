package org.envdisclosure.source.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Published files of records of which more became known that nobody may read: they were not looked through for it, so they wait for a
 * reviewer again, also those that one had let pass.
 */
final class FilesAgain {

    private static final String HOLD = """
            WITH again AS (UPDATE supervision_attachments AS f
                              SET state = 'held', hits = (f.hits::jsonb || '[{"field": "content", "kind": "own_field", "text": "", "from": 0, "to": 0}]')::text
                             FROM arriving_supervision_originals AS a
                            WHERE a.own_grew AND a.record_id = f.record_id AND f.state = 'published' RETURNING f.record_id)
            UPDATE arriving_supervision_originals AS a SET files_again = true WHERE a.record_id IN (SELECT record_id FROM again)
            """;
    private static final String REVISE = """
            UPDATE stage_supervision_records_published AS s SET verdict = 'c'
              FROM arriving_supervision_originals AS a
             WHERE a.files_again AND a.record_id = s.record_id AND s.verdict = 'u' RETURNING s.record_id
            """;
    private static final String TELL = "UPDATE supervision_records_published SET revision_reason = 'attachment' WHERE record_id = ANY (?) AND revision = ?";

    private FilesAgain() {
    }

    static void hold(Connection connection) throws SQLException {
        Arriving.execute(connection, HOLD);
    }

    /** Revises staged rows that change in nothing but their files, and says which. */
    static List<String> revise(Connection connection) throws SQLException {
        List<String> revised = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(REVISE)) {
            while (row.next()) {
                revised.add(row.getString(1));
            }
        }
        return revised;
    }

    /** Why the rows of a revision are what they are: not because they were sent. */
    static void tell(Connection connection, List<String> revised, long revision) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(TELL)) {
            update.setArray(1, connection.createArrayOf("text", revised.toArray()));
            update.setLong(2, revision);
            update.executeUpdate();
        }
    }
}
