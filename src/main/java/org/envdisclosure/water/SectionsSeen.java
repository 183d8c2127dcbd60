package org.envdisclosure.water;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Which state of the register a transaction sees. */
final class SectionsSeen {

    private static final String HEAD = "SELECT coalesce(max(revision), 0) FROM dataset_head WHERE dataset = 'water-sections'";

    private SectionsSeen() {
    }

    static long now(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(HEAD)) {
            row.next();
            return row.getLong(1);
        }
    }
}
