package org.envdisclosure.place;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Administrative divisions by name (GB/T 2260), cities before counties of the same name. */
public final class Divisions {

    private static final String BY_NAME = """
            SELECT name, division_code FROM division
             WHERE level IN ('city', 'county')
             ORDER BY level DESC, division_code DESC
            """;

    private final Map<String, String> codes = new HashMap<>();

    private Divisions() {
    }

    public static Divisions read(Connection connection) throws SQLException {
        Divisions divisions = new Divisions();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(BY_NAME)) {
            while (rows.next()) {
                // counties come first, so that a city of the same name replaces them
                divisions.codes.put(rows.getString(1), rows.getString(2));
            }
        }
        return divisions;
    }

    /** The code of the city, or else of the only county, with exactly this name; null when there is none. */
    public @Nullable String codeOf(String name) {
        return codes.get(name);
    }
}
