package org.envdisclosure.platform.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Map;
import org.envdisclosure.platform.sql.CopyText;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The received rows of one batch on their way into the stage, beside the reading. Of a table with digests those that stand already are
 * told apart before they are sent; of them the stage holds no more than where they came from, their key and that they are unchanged.
 */
final class Arrivals {

    private final Connection connection;
    private final StoredTable table;
    private final CopyLane lane;
    private final @Nullable Recognition recognition;
    private final MessageDigest sha256;
    private StagedRows rows = new StagedRows();
    private int begin;
    private int key;
    private long recognised;

    /** @param feed whether the rows are a feed's, which may come again, and not made by hand */
    Arrivals(Connection connection, StoredTable table, CopyLane lane, boolean feed) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.lane = lane;
        this.recognition = feed && table.digested() ? new Recognition(connection, table) : null;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether rows are staged with their digest. */
    boolean digest() {
        return recognition != null;
    }

    /** A row begins at {@code from}; what follows is its key and its values. */
    void begin(int from, CopyText text) {
        begin = from;
        key = text.length() + 1;
    }

    /** The values are written. */
    void end(CopyText text) {
        if (recognition != null) {
            int status = text.columnBegin();
            text.feed(sha256, key);
            text.integer(ByteBuffer.wrap(sha256.digest()).getLong());
            rows.add(begin, key, status, text.columnBegin());
        }
    }

    void send(String copy, byte[] chunk) throws SQLException, IOException {
        StagedRows sent = rows.of(chunk);
        rows = new StagedRows();
        lane.begin(() -> {
            BitSet standing = recognition == null ? new BitSet() : recognition.standing(sent);
            copy(copy, standing.isEmpty() ? chunk : sent.others(standing));
            if (!standing.isEmpty()) {
                recognised += standing.cardinality();
                copy("COPY %s (sequence, line, kind, raw, %s%s, verdict) FROM STDIN".formatted(table.stage(), table.names(table.key(), ""),
                        table.status() ? ", data_status" : ""), sent.standing(standing, table.key().size(), table.status()));
            }
        });
    }

    private void copy(String copy, byte[] text) throws SQLException, IOException {
        if (text.length > 0) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new ByteArrayInputStream(text));
        }
    }

    /** Waits until all that was sent is there. */
    void settle() throws SQLException, IOException {
        lane.settle();
    }

    /** How many rows stand; after {@link #settle}. */
    long recognised() {
        return recognised;
    }

    /** Whether the keys have not come in an order in which none can stand twice. */
    boolean mayRepeat() {
        return recognition == null || !recognition.inOrder();
    }

    /** Gives all that were recognised their values back, to be judged like the others. */
    void restore() throws SQLException {
        if (recognition != null && recognised > 0) {
            recognition.restore();
        }
    }

    /**
     * Under the lock: what another batch has replaced since it was recognised here is judged like the others.
     *
     * @param heads the revision each dataset stands at
     */
    void follow(Map<String, Long> heads) throws SQLException {
        if (recognition != null && recognised > 0 && !recognition.isOf(heads)) {
            recognition.restoreReplaced();
        }
    }
}
