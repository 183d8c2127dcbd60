package org.envdisclosure.source.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What nobody may read of a record, in any content of it that ever came: what the sender left out later is personal still. */
final class OwnValues {

    private static final String ORIGINALS = "SELECT original_id, record_id, received FROM supervision_originals WHERE record_id = ANY (?) ORDER BY original_id";

    private OwnValues() {
    }

    /** By record; one that never came is not there. */
    static Map<String, Set<String>> of(Connection connection, Collection<String> records) throws SQLException {
        Map<String, Set<String>> own = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(ORIGINALS)) {
            select.setArray(1, connection.createArrayOf("text", records.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    HeldRecord original = new HeldRecord(row.getLong(1), row.getString(2), row.getString(3));
                    own.computeIfAbsent(original.record(), record -> new LinkedHashSet<>()).addAll(original.row().own());
                }
            }
        }
        return own;
    }

    /** @throws org.envdisclosure.platform.problem.ApiProblem 404 for a record that never came */
    static Set<String> of(Connection connection, String record) throws SQLException {
        Set<String> own = of(connection, List.of(record)).get(record);
        if (own == null) {
            throw KnownRecords.unknown(record);
        }
        return own;
    }
}
