package org.envdisclosure.place;

import io.smallrye.mutiny.Uni;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Administrative divisions by name (GB/T 2260), cities before counties of the same name. */
public final class Divisions {

    // a city hides counties of its name; a name that several bear names none of them
    private static final String BY_NAME = """
            SELECT name, min(division_code) AS division_code
              FROM (SELECT name, division_code, level, min(level) OVER (PARTITION BY name) AS highest
                      FROM division WHERE level IN ('city', 'county')) AS named
             WHERE level = highest
             GROUP BY name
            HAVING count(*) = 1
            """;

    private static final String NAMED = "SELECT division_code FROM (" + BY_NAME + ") AS known WHERE name = ?";

    private final Map<String, String> codes = new HashMap<>();

    private Divisions() {
    }

    public static Divisions read(Connection connection) throws SQLException {
        Divisions divisions = new Divisions();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(BY_NAME)) {
            while (rows.next()) {
                divisions.codes.put(rows.getString(1), rows.getString(2));
            }
        }
        return divisions;
    }

    /** Only what {@link #codeOf} says of this one name. */
    public static Uni<Divisions> read(Mutiny.Session session, String name) {
        return session.createNativeQuery(NAMED, String.class).setParameter(1, name).getResultList().map(codes -> {
            Divisions divisions = new Divisions();
            codes.forEach(code -> divisions.codes.put(name, code));
            return divisions;
        });
    }

    /** The code of the city, or else of the only county, with exactly this name; null when there is none, or more than one. */
    public @Nullable String codeOf(String name) {
        return codes.get(name);
    }
}
