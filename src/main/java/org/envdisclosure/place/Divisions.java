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

    private static final String BY_NAME = """
            SELECT name, division_code FROM division
             WHERE level IN ('city', 'county')
             ORDER BY level DESC, division_code DESC
            """;

    private static final String NAMED = """
            SELECT division_code FROM division
             WHERE level IN ('city', 'county') AND name = ?
             ORDER BY level, division_code LIMIT 1
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

    /** Only what {@link #codeOf} says of this one name. */
    public static Uni<Divisions> read(Mutiny.Session session, String name) {
        return session.createNativeQuery(NAMED, String.class).setParameter(1, name).getResultList().map(codes -> {
            Divisions divisions = new Divisions();
            codes.forEach(code -> divisions.codes.put(name, code));
            return divisions;
        });
    }

    /** The code of the city, or else of the only county, with exactly this name; null when there is none. */
    public @Nullable String codeOf(String name) {
        return codes.get(name);
    }
}
