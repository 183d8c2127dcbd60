package org.envdisclosure.platform.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.envdisclosure.platform.sql.CopyText;
import org.postgresql.PGConnection;

/** The rejects of one batch, written as they come so that a batch of nothing but rejects needs no memory. */
final class RejectLog {

    private static final int CHUNK = 1 << 18;
    private static final String COPY = "COPY ingest_reject (batch_id, number, line, reason, raw) FROM STDIN";
    private static final String FROM_MERGE = """
            INSERT INTO ingest_reject (batch_id, number, line, reason, raw)
            SELECT ?::uuid, ? + row_number() OVER (ORDER BY sequence), line,
                   CASE verdict WHEN 'x' THEN 'superseded_in_batch' WHEN 'g' THEN 'no_longer_kept' ELSE 'refused_lower_status' END, left(raw, ?)
              FROM %s WHERE kind = 'n' AND verdict IN ('x', 'l', 'g')
            """;
    private static final String REST = """
            INSERT INTO ingest_reject (batch_id, number, line, reason, raw)
            SELECT ?::uuid, ? + row_number() OVER (ORDER BY sequence), line, '%s', left(raw, ?)
              FROM %s WHERE kind = 'n' AND verdict NOT IN ('x', 'l', 'g')
            """;
    /** Of a good row whose batch was refused as a whole. */
    private static final String BATCH_REFUSED = "batch_refused";
    // what caused the refusal of a batch comes before what fell with it
    private static final String FIRST = """
            SELECT line, reason, raw FROM ingest_reject WHERE batch_id = ?::uuid
             ORDER BY reason = '%s', line, number LIMIT ?
            """.formatted(BATCH_REFUSED);

    private final Connection connection;
    private final UUID batch;
    private final CopyLane lane;
    private final CopyText rows = new CopyText();
    private long count;

    /** @param lane what else is sent while rows are read */
    RejectLog(Connection connection, UUID batch, CopyLane lane) {
        this.connection = connection;
        this.batch = batch;
        this.lane = lane;
    }

    void add(long line, String reason, String raw) throws SQLException, IOException {
        rows.text(batch.toString()).integer(++count).integer(line).text(reason).text(RawText.cut(raw)).endRow();
        if (rows.length() >= CHUNK) {
            flush();
        }
    }

    void flush() throws SQLException, IOException {
        if (rows.length() > 0) {
            lane.settle();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new ByteArrayInputStream(rows.take()));
        }
    }

    long count() {
        return count;
    }

    /** Adds the rows the merge refused. */
    void addRefused(StoredTable table) throws SQLException {
        addStaged(FROM_MERGE.formatted(table.stage()));
    }

    /** Adds the rows that nothing is wrong with but the batch they came in. */
    void addRest(StoredTable table) throws SQLException {
        addStaged(REST.formatted(BATCH_REFUSED, table.stage()));
    }

    private void addStaged(String sql) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, batch.toString());
            insert.setLong(2, count);
            insert.setInt(3, RawText.LONGEST);
            count += insert.executeUpdate();
        }
    }

    List<Receipt.Reject> first() throws SQLException {
        List<Receipt.Reject> rejects = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(FIRST)) {
            select.setString(1, batch.toString());
            select.setInt(2, Receipt.REJECTS_SHOWN);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rejects.add(new Receipt.Reject(found.getLong(1), found.getString(2), found.getString(3)));
                }
            }
        }
        return rejects;
    }
}
