package org.envdisclosure.air;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.envdisclosure.place.Divisions;
import org.envdisclosure.platform.entry.Cells;
import org.jspecify.annotations.Nullable;

/** The cities and counties a forecast or a warning may speak of: those of the division table and those of the register of stations. */
final class KnownCities {

    private static final int LONGEST_NAME = 200;
    private static final String SEVERAL = "";
    // the division table has the last word on a name
    private static final String NAMES = """
            SELECT code, name
              FROM (SELECT DISTINCT division_code AS code, NULL AS name, 1 AS weight FROM air_stations WHERE division_code IS NOT NULL
                    UNION ALL
                    (SELECT DISTINCT ON (city_code) city_code, city_name, 2
                       FROM air_stations WHERE city_code IS NOT NULL ORDER BY city_code, valid_from DESC, station_code)
                    UNION ALL
                    SELECT division_code, name, 3 FROM division WHERE level IN ('city', 'county')) AS known
             ORDER BY weight
            """;

    private final Divisions divisions;
    private final Map<String, @Nullable String> names = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();

    /**
     * A city as rows are published with it.
     *
     * @param name null where the register does not tell it
     */
    record City(String code, @Nullable String name) {
    }

    private KnownCities(Divisions divisions) {
        this.divisions = divisions;
    }

    static KnownCities read(Connection connection) throws SQLException {
        KnownCities cities = new KnownCities(Divisions.read(connection));
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(NAMES)) {
            while (row.next()) {
                cities.names.put(row.getString(1), row.getString(2));
            }
        }
        cities.names.forEach((code, name) -> {
            if (name != null) {
                cities.codes.merge(name, code, (one, other) -> SEVERAL);
            }
        });
        return cities;
    }

    /**
     * The city of a row that gives {@code city_code}, or else {@code city_name}.
     *
     * @throws Cells.Refused when nobody knows it, or several bear the name
     */
    City of(Cells cells) throws Cells.Refused {
        String code = cells.code("city_code");
        String said = cells.text("city_name", LONGEST_NAME);
        if (code == null && said != null) {
            code = codeOf(said);
        }
        if (code == null || !names.containsKey(code)) {
            throw new Cells.Refused("unknown_city");
        }
        return new City(code, names.get(code));
    }

    private @Nullable String codeOf(String name) {
        String code = divisions.codeOf(name);
        return code != null ? code : codes.get(name);
    }
}
