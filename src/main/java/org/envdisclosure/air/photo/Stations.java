package org.envdisclosure.air.photo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.problem.ProblemType;

/** What views ask of the register. */
final class Stations {

    private static final String KNOWN = "SELECT EXISTS (SELECT 1 FROM air_stations WHERE station_code = ?)";

    private Stations() {
    }

    static boolean isKnown(Connection connection, String station) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setString(1, station);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** 404 for a path that names no station of the register. */
    static void require(Connection connection, String station) throws SQLException {
        if (!Filters.CODE.matcher(station).matches() || !isKnown(connection, station)) {
            throw ProblemType.NOT_FOUND.because("登记表中没有此点位；请先以 PUT /api/v1/air/stations/{station_code} 登记",
                    "the register has no such station; enter it first with PUT /api/v1/air/stations/{station_code}");
        }
    }
}
