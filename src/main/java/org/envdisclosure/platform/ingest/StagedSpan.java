package org.envdisclosure.platform.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.jspecify.annotations.Nullable;

/**
 * From when to when staged rows lie. A statement that says so looks only into the years concerned, however many a table has.
 *
 * @param column the table's time, null where it has none
 * @param first  as PostgreSQL writes it; null where no row is staged
 * @param last   the last, inclusive
 */
record StagedSpan(@Nullable String column, @Nullable String first, @Nullable String last) {

    private static final StagedSpan TIMELESS = new StagedSpan(null, null, null);

    /** @param verdicts letters of the verdicts whose rows are meant */
    static StagedSpan of(Connection connection, StoredTable table, String verdicts) throws SQLException {
        TimeAxis time = table.time();
        if (time == null) {
            return TIMELESS;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT min(%1$s)::text, max(%1$s)::text FROM %2$s WHERE verdict = ANY ('{%3$s}'::\"char\"[])"
                        .formatted(time.column(), table.stage(), String.join(",", verdicts.split(""))))) {
            row.next();
            return new StagedSpan(time.column(), row.getString(1), row.getString(2));
        }
    }

    /** A further condition on the table's alias. */
    String within(String alias) {
        return first == null ? "" : " AND %s.%s BETWEEN '%s' AND '%s'".formatted(alias, column, first, last);
    }

    /** Sees to it that {@code table} can take the rows; under the dataset's lock. */
    void cover(Connection connection, String table) throws SQLException {
        if (first == null) {
            return;
        }
        try (PreparedStatement cover = connection.prepareStatement("SELECT storage_cover(?, ?::timestamptz, ?::timestamptz)")) {
            cover.setString(1, table);
            cover.setString(2, first);
            cover.setString(3, last);
            cover.execute();
        }
    }
}
