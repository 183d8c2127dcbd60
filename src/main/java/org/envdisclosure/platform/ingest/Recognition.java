package org.envdisclosure.platform.ingest;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.envdisclosure.platform.dataset.TimeAxis;

/**
 * Tells which rows of a batch stand in their table already, by key and digest, as of the revision at which the batch began. Without a
 * lock: whoever holds it later asks {@link #isOf} whether another revision has been published since.
 */
final class Recognition {

    /** A chunk of which none of so many stands, spread over it, is taken for new. */
    private static final int SAMPLE = 5;

    private final Connection connection;
    private final StoredTable table;
    private final String standing;
    private final long seen;
    private final int time;
    private final KeyOrder order = new KeyOrder();

    Recognition(Connection connection, StoredTable table) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.seen = head(connection, table.dataset());
        this.standing = standing(table);
        this.time = timeInKey(table);
    }

    private static long head(Connection connection, String dataset) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT coalesce((SELECT revision FROM dataset_head WHERE dataset = ?), 0)")) {
            select.setString(1, dataset);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** One look at the index for every row: left to a join, the planner may read the table. */
    private static String standing(StoredTable table) {
        List<StoredTable.Field> key = table.key();
        return """
                SELECT a.place
                  FROM unnest(%1$s, ?::bigint[]) WITH ORDINALITY AS a(%2$s, digest, place)
                 CROSS JOIN LATERAL (SELECT t.%3$s AS digest FROM %4$s t WHERE %5$s AND t.revision <= ?%6$s OFFSET 0) AS there
                 WHERE there.digest = a.digest
                """.formatted(key.stream().map(field -> "?::text[]").collect(Collectors.joining(", ")), table.names(key, ""), StoredTable.DIGEST, table.name(),
                key.stream().map(field -> "t.%1$s = a.%1$s::%2$s".formatted(field.name(), field.sqlType())).collect(Collectors.joining(" AND ")),
                timeInKey(table) < 0 ? "" : " AND t.%1$s BETWEEN ?::%2$s AND ?::%2$s".formatted(key.get(timeInKey(table)).name(), key.get(timeInKey(table)).sqlType()));
    }

    /** Which key column is the time; a statement that says from when to when it asks looks only into the years concerned. */
    private static int timeInKey(StoredTable table) {
        TimeAxis time = table.time();
        return time == null ? -1 : IntStream.range(0, table.key().size()).filter(i -> table.key().get(i).name().equals(time.column())).findFirst().orElse(-1);
    }

    /** The rows of the chunk that stand. */
    BitSet standing(StagedRows rows) throws SQLException {
        String[][] keys = keys(rows);
        order.see(keys);
        if (seen == 0) {
            return new BitSet();
        }
        int[] all = IntStream.range(0, rows.count()).toArray();
        int[] sample = IntStream.range(0, SAMPLE).map(i -> (int) ((long) i * (all.length - 1) / (SAMPLE - 1))).toArray();
        return all.length > SAMPLE && ask(rows, keys, sample).isEmpty() ? new BitSet() : ask(rows, keys, all);
    }

    /** By column, then by row. */
    private String[][] keys(StagedRows rows) {
        String[][] keys = new String[table.key().size()][rows.count()];
        for (int column = 0; column < keys.length; column++) {
            for (int row = 0; row < rows.count(); row++) {
                keys[column][row] = rows.key(row, column);
            }
        }
        return keys;
    }

    private BitSet ask(StagedRows rows, String[][] keys, int[] asked) throws SQLException {
        BitSet standing = new BitSet(rows.count());
        List<Array> arrays = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(this.standing)) {
            for (String[] column : keys) {
                arrays.add(connection.createArrayOf("text", Arrays.stream(asked).mapToObj(row -> column[row]).toArray(String[]::new)));
            }
            arrays.add(connection.createArrayOf("bigint", Arrays.stream(asked).mapToObj(rows::digest).toArray()));
            for (int i = 0; i < arrays.size(); i++) {
                select.setArray(i + 1, arrays.get(i));
            }
            select.setLong(arrays.size() + 1, seen);
            if (time >= 0) {
                List<String> moments = Arrays.stream(asked).mapToObj(row -> keys[time][row]).toList();
                select.setString(arrays.size() + 2, Collections.min(moments));
                select.setString(arrays.size() + 3, Collections.max(moments));
            }
            try (ResultSet places = select.executeQuery()) {
                while (places.next()) {
                    standing.set(asked[places.getInt(1) - 1]);
                }
            }
        }
        return standing;
    }

    /** Whether the keys came in an order in which none can stand twice. */
    boolean inOrder() {
        return order.holds();
    }

    /** Whether the dataset stands where it stood when the batch began. */
    boolean isOf(Map<String, Long> heads) {
        return heads.getOrDefault(table.dataset(), 0L) == seen;
    }

    /** Gives every recognised row its values back. */
    void restore() throws SQLException {
        restore("SELECT %1$s FROM %2$s t WHERE %3$s AND t.revision <= %4$d UNION ALL ");
    }

    /** Gives those their values back that have been replaced since. */
    void restoreReplaced() throws SQLException {
        restore("");
    }

    private void restore(String current) throws SQLException {
        List<StoredTable.Field> values = new ArrayList<>(table.received());
        values.addAll(table.computed());
        values.addAll(table.derived());
        values.add(StoredTable.field(StoredTable.DIGEST, "bigint"));
        String history = """
                SELECT %1$s FROM %5$s t WHERE %3$s AND t.revision <= %4$d AND t.superseded_revision > %4$d""";
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    UPDATE %1$s AS s
                       SET verdict = 'i', %2$s
                      FROM (SELECT u.sequence, there.*
                              FROM %1$s u
                             CROSS JOIN LATERAL (%3$s OFFSET 0) AS there
                             WHERE u.verdict = 'u' AND u.kind = 'n') AS r
                     WHERE s.sequence = r.sequence
                    """.formatted(table.stage(), values.stream().map(field -> "%1$s = r.%1$s".formatted(field.name())).collect(Collectors.joining(", ")),
                    (current + history).formatted(names(values), table.name(), table.sameKey("t", "u"), seen, table.history())));
        }
    }

    /** What is published from a restored row carries no digest: it is not the line that was staged. */
    private static String names(List<StoredTable.Field> values) {
        return values.stream().map(field -> field.name().equals(StoredTable.DIGEST) ? "NULL::bigint AS " + field.name() : "t." + field.name())
                .collect(Collectors.joining(", "));
    }
}
