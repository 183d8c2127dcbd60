package org.envdisclosure.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.envdisclosure.source.rules.EmissionLimit;
import org.envdisclosure.source.rules.JudgedOn;
import org.envdisclosure.source.rules.LimitHistory;
import org.jspecify.annotations.Nullable;

/** Limits of the register, as far as somebody has read them, with all their versions. */
final class RegisteredLimits {

    /** A query of limits, to which a condition may be added. */
    static final String QUERY = """
            SELECT source_id, outlet_code, factor_code, averaging, valid_from, valid_to, limit_low, limit_high, unit, judged_on, limit_standard
              FROM sources_limits
            """;

    private final Map<Place, LimitHistory> known = new HashMap<>();

    /** What limits are of. */
    private record Place(String source, String outlet, String factor) {
    }

    /** Takes the rows of {@link #QUERY}. */
    void take(ResultSet rows) throws SQLException {
        while (rows.next()) {
            Place place = new Place(rows.getString("source_id"), rows.getString("outlet_code"), rows.getString("factor_code"));
            known.computeIfAbsent(place, absent -> new LimitHistory())
                    .add(rows.getObject("valid_from", LocalDate.class), rows.getObject("valid_to", LocalDate.class), limit(rows));
        }
    }

    private static EmissionLimit limit(ResultSet row) throws SQLException {
        return new EmissionLimit(row.getString("averaging"), row.getBigDecimal("limit_low"), row.getBigDecimal("limit_high"), row.getString("unit"),
                JudgedOn.ofWire(String.valueOf(row.getString("judged_on"))), row.getString("limit_standard"));
    }

    /** The one in force at the result's own time; null where there is none. */
    @Nullable EmissionLimit of(ResultKey key) {
        LimitHistory limits = known.get(new Place(key.source(), key.outlet(), key.factor()));
        return limits == null ? null : limits.inForce(key.averaging(), key.observedAt()).orElse(null);
    }
}
