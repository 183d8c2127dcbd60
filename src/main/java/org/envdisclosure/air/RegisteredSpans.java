package org.envdisclosure.air;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.envdisclosure.air.rules.Pollutant;
import org.jspecify.annotations.Nullable;

/** When the stations in {@code rollup_due} were in service, and what they were to monitor, by the register. */
final class RegisteredSpans {

    private static final String VERSIONS = """
            SELECT v.station_code, v.valid_from, v.valid_to, v.measured_pollutants
              FROM air_stations v
             WHERE v.station_code IN (SELECT d.bucket_key FROM rollup_due d)
            """;

    private final Map<String, List<Span>> spans = new HashMap<>();

    /**
     * A version of a station.
     *
     * @param to          exclusive; null while it lasts
     * @param outsidePlan pollutants it is not to monitor
     */
    record Span(LocalDate from, @Nullable LocalDate to, Set<Pollutant> outsidePlan) {
    }

    RegisteredSpans(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(VERSIONS)) {
            while (row.next()) {
                spans.computeIfAbsent(row.getString("station_code"), station -> new ArrayList<>())
                        .add(new Span(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class), RegisteredPlan.leftOut(row.getArray("measured_pollutants"))));
            }
        }
    }

    List<Span> of(String station) {
        return spans.getOrDefault(station, List.of());
    }
}
