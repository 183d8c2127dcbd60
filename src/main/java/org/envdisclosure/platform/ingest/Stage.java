package org.envdisclosure.platform.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows on their way into a table: copied in chunks into a temporary table that empties itself at the end of the transaction. */
public final class Stage {

    /** Bytes collected before they are sent: large enough for COPY to be cheap, small enough to hold many batches at once. */
    private static final int CHUNK = 1 << 20;
    /** Planner statistics pay only from here on. */
    private static final int WORTH_ANALYSING = 5_000;

    private final Connection connection;
    private final StoredTable table;
    private final CopyText rows = new CopyText();
    private final String copy;
    private final @Nullable Arrivals arrivals;
    private long sequence;
    private long removed;

    private Stage(Connection connection, StoredTable table, @Nullable Arrivals arrivals) {
        this.connection = connection;
        this.table = table;
        this.arrivals = arrivals;
        this.copy = "COPY " + table.stage() + " (sequence, line, kind, raw, " + table.names(table.staged(), "")
                + (arrivals != null && arrivals.digest() ? ", " + StoredTable.DIGEST : "") + ") FROM STDIN";
    }

    /** Opens an empty stage in the caller's transaction. */
    public static Stage open(Connection connection, StoredTable table) throws SQLException {
        create(connection, table);
        return new Stage(connection, table, null);
    }

    /** Opens the stage of a batch, whose rows are sent, and recognised where the table has digests, while the next are read. */
    static Stage open(Connection connection, StoredTable table, Arrivals arrivals) throws SQLException {
        create(connection, table);
        return new Stage(connection, table, arrivals);
    }

    private static void create(Connection connection, StoredTable table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TEMPORARY TABLE IF NOT EXISTS %s (
                        sequence bigint, line bigint, kind "char", raw text, verdict "char" DEFAULT 'i', %s%s)
                    ON COMMIT DELETE ROWS
                    """.formatted(table.stage(), table.staged().stream()
                    .map(field -> field.name() + " " + field.sqlType()).collect(Collectors.joining(", ")),
                    table.digested() ? ", " + StoredTable.DIGEST + " bigint" : ""));
        }
    }

    /** Begins a received row; the caller writes {@link StoredTable#staged()} in order and ends with {@link #endRow}. */
    public CopyText received(long line, String raw) {
        int begin = rows.length();
        rows.integer(++sequence).integer(line).text("n").text(raw);
        if (arrivals != null) {
            arrivals.begin(begin, rows);
        }
        return rows;
    }

    /**
     * Stages rows that stand in the database already, as if they had been received.
     *
     * @param rows a query that yields {@link StoredTable#staged()} in order
     */
    public void received(Sql rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            sequence += statement.executeUpdate("INSERT INTO %s (sequence, line, kind, raw, %s) SELECT %d + row_number() OVER (), 0, 'n', '', r.* FROM (%s) AS r"
                    .formatted(table.stage(), table.names(table.staged(), ""), sequence, rows.literal()));
        }
    }

    /** Begins a row that was not received but recomputed; it is not counted in the receipt. */
    public CopyText recomputed() {
        if (arrivals != null) {
            throw new IllegalStateException("the rows of a batch are received");
        }
        return rows.integer(++sequence).integer(0).text("k").text("");
    }

    public void endRow() throws SQLException, IOException {
        if (arrivals != null) {
            arrivals.end(rows);
        }
        rows.endRow();
        if (rows.length() >= CHUNK) {
            send();
        }
    }

    /** Sends what is left, so that the stage can be read. */
    public void flush() throws SQLException, IOException {
        if (rows.length() > 0) {
            send();
        }
        if (arrivals != null) {
            arrivals.settle();
        }
    }

    /** Sends what is left and gives the planner statistics where they pay. */
    public void complete() throws SQLException, IOException {
        flush();
        long recognised = arrivals == null ? 0 : arrivals.recognised();
        if (sequence - recognised >= WORTH_ANALYSING) {
            try (Statement statement = connection.createStatement()) {
                // only what joins look at, and six thousand rows of it: sampling more would cost more than the merge
                statement.execute("SET LOCAL default_statistics_target = 20");
                statement.execute("ANALYZE " + table.stage() + " (verdict, " + table.names(table.key(), "") + ")");
                statement.execute("RESET default_statistics_target");
            }
        }
    }

    /**
     * Takes rows out that are not to reach the table after all; they count as received no longer.
     *
     * @param condition on the columns of the stage
     */
    public void remove(Sql condition) throws SQLException, IOException {
        flush();
        try (Statement statement = connection.createStatement()) {
            removed += statement.executeUpdate("DELETE FROM %s WHERE %s".formatted(table.stage(), condition.literal()));
        }
    }

    public long size() {
        return sequence - removed;
    }

    private void send() throws SQLException, IOException {
        if (arrivals == null) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new ByteArrayInputStream(rows.take()));
        } else {
            arrivals.send(copy, rows.take());
        }
    }
}
