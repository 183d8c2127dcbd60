package org.envdisclosure.source;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.platform.ingest.IngestPlan;
import org.envdisclosure.source.rules.EmissionLimit;
import org.jspecify.annotations.Nullable;

/**
 * The register as one batch sees it: outlets and their limits. Most batches are of one source, so the first few are looked up as they
 * come; whoever names more of them reads all.
 */
final class KnownOutlets {

    private static final int ONE_BY_ONE = 20;
    private static final String ONE = " WHERE source_id = ?";
    private static final String OUTLETS = """
            SELECT s.source_id, o.outlet_code
              FROM (SELECT DISTINCT source_id FROM sources_entered%s) AS s
              LEFT JOIN sources_outlets_entered o ON o.source_id = s.source_id
            """;

    private final IngestPlan.BatchContext context;
    private final Map<String, Set<String>> outlets = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private RegisteredLimits limits = new RegisteredLimits();
    private boolean all;

    /** The register could not be read. */
    static final class Unread extends RuntimeException {
        Unread(Exception cause) {
            super(cause);
        }
    }

    KnownOutlets(IngestPlan.BatchContext context) {
        this.context = context;
    }

    /** @throws Cells.Refused for a source, or an outlet of it, that nobody has entered */
    void require(String source, String outlet) throws Cells.Refused {
        if (!all && asked.add(source)) {
            read(source);
        }
        Set<String> known = outlets.get(source);
        if (known == null) {
            throw new Cells.Refused("unknown_source");
        } else if (!known.contains(outlet)) {
            throw new Cells.Refused("unknown_outlet");
        }
    }

    /** Of an outlet that is known. */
    @Nullable EmissionLimit limit(ResultKey key) {
        return limits.of(key);
    }

    private void read(String source) {
        try {
            // rows read before this one are still on their way over the same connection
            context.settle();
            all = asked.size() > ONE_BY_ONE;
            limits = all ? new RegisteredLimits() : limits;
            String only = all ? "" : ONE;
            query(OUTLETS.formatted(only), source, this::takeOutlets);
            query(RegisteredLimits.QUERY + only, source, limits::take);
        } catch (SQLException | IOException failure) {
            throw new Unread(failure);
        }
    }

    /** Takes rows. */
    @FunctionalInterface
    private interface Taking {
        void take(ResultSet rows) throws SQLException;
    }

    private void query(String sql, String source, Taking taking) throws SQLException {
        try (PreparedStatement select = context.connection().prepareStatement(sql)) {
            if (!all) {
                select.setString(1, source);
            }
            try (ResultSet rows = select.executeQuery()) {
                taking.take(rows);
            }
        }
    }

    private void takeOutlets(ResultSet rows) throws SQLException {
        while (rows.next()) {
            Set<String> known = outlets.computeIfAbsent(rows.getString("source_id"), absent -> new HashSet<>());
            String outlet = rows.getString("outlet_code");
            if (outlet != null) {
                known.add(outlet);
            }
        }
    }
}
