package org.envdisclosure.source;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.ingest.IngestPlan;
import org.jspecify.annotations.Nullable;

/** What stands of the sources of one batch, read when its first entry repeats any: few batches are files that were downloaded. */
final class StandingParts implements EnteredApart.Standing {

    private final IngestPlan.BatchContext batch;
    private final int decimals;
    private final Map<String, Map<String, List<String>>> byColumn = new HashMap<>();

    /** What stands could not be read. */
    static final class Unread extends RuntimeException {
        Unread(Exception cause) {
            super(cause);
        }
    }

    StandingParts(IngestPlan.BatchContext batch, int decimals) {
        this.batch = batch;
        this.decimals = decimals;
    }

    @Override
    public List<String> parts(String column, String sourceId) {
        @Nullable Map<String, List<String>> known = byColumn.get(column);
        if (known == null) {
            known = read(column);
            byColumn.put(column, known);
        }
        return known.getOrDefault(sourceId, List.of());
    }

    private Map<String, List<String>> read(String column) {
        try {
            batch.settle();
            return bySource(PublicSources.parts(column, decimals).literal());
        } catch (SQLException | IOException failure) {
            throw new Unread(failure);
        }
    }

    private Map<String, List<String>> bySource(String sql) throws SQLException {
        Map<String, List<String>> parts = new HashMap<>();
        try (PreparedStatement statement = batch.connection().prepareStatement(sql); ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                parts.computeIfAbsent(rows.getString(1), source -> new ArrayList<>()).add(rows.getString(2));
            }
        }
        return parts;
    }
}
