package org.envdisclosure.platform.ingest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.sql.TextArray;
import org.jspecify.annotations.Nullable;

/**
 * What became of the rows of a stage, counted in one pass; received rows, where nothing else is said.
 *
 * @param recomputed of rows received or not
 * @param replaced   rows that replace one that stands, received or not
 * @param replacing  from when to when these lie
 * @param added      rows with a new key, received or not
 * @param adding     from when to when these lie
 * @param from       the earliest time of a row that was taken, or null
 * @param to         the latest
 * @param months     first days of the months in which something changes
 */
record MergeTally(long inserted, long unchanged, long corrected, long rejected, long recomputed, long replaced, StagedSpan replacing,
                  long added, StagedSpan adding,
                  @Nullable Instant from, @Nullable Instant to, List<String> months) {

    // by moment first: there are few, and telling the month of a moment costs more than counting a row
    private static final String COUNT = """
            SELECT coalesce(sum(n) FILTER (WHERE kind = 'n' AND verdict = 'i'), 0),
                   coalesce(sum(n) FILTER (WHERE kind = 'n' AND verdict IN ('u', 'd', 'r')), 0),
                   coalesce(sum(n) FILTER (WHERE kind = 'n' AND verdict = 'c'), 0),
                   coalesce(sum(n) FILTER (WHERE kind = 'n' AND verdict IN ('x', 'l', 'g')), 0),
                   coalesce(sum(n) FILTER (WHERE verdict = 'r'), 0),
                   coalesce(sum(n) FILTER (WHERE verdict IN ('c', 'r')), 0),
                   coalesce(sum(n) FILTER (WHERE verdict = 'i'), 0),
                   min(at) FILTER (WHERE kind = 'n' AND verdict IN ('i', 'c', 'r', 'u', 'd')),
                   max(at) FILTER (WHERE kind = 'n' AND verdict IN ('i', 'c', 'r', 'u', 'd')),
                   min(at) FILTER (WHERE verdict IN ('c', 'r'))::text, max(at) FILTER (WHERE verdict IN ('c', 'r'))::text,
                   min(at) FILTER (WHERE verdict = 'i')::text, max(at) FILTER (WHERE verdict = 'i')::text,
                   array_agg(DISTINCT date_trunc('month', %1$s)::date::text) FILTER (WHERE verdict IN ('i', 'c', 'r') AND at IS NOT NULL)
              FROM (SELECT kind, verdict, %2$s AS at, count(*) AS n FROM %3$s GROUP BY 1, 2, 3) AS counted
            """;

    static MergeTally of(Connection connection, StoredTable table) throws SQLException {
        TimeAxis time = table.time();
        String column = time == null ? "NULL::timestamp" : time.column();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COUNT.formatted(covered(time), column, table.stage()))) {
            row.next();
            String timed = time == null ? null : column;
            return new MergeTally(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5),
                    row.getLong(6), new StagedSpan(timed, row.getString(10), row.getString(11)),
                    row.getLong(7), new StagedSpan(timed, row.getString(12), row.getString(13)), instant(row, 8), instant(row, 9), TextArray.of(row.getArray(14)));
        }
    }

    private static String covered(@Nullable TimeAxis time) {
        if (time == null) {
            return "at";
        }
        return switch (time.kind()) {
            // an hour that ends at midnight belongs to the day before
            case PERIOD_END -> "(at - interval '1 microsecond') AT TIME ZONE INTERVAL '+08:00'";
            case INSTANT -> "at AT TIME ZONE INTERVAL '+08:00'";
            case DAY -> "at";
        };
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
