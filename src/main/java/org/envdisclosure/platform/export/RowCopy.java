package org.envdisclosure.platform.export;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Rows of a select one by one, in a transaction of the caller's, for work of the service's own: outside the lane, on a connection that
 * goes back to its pool whatever happens.
 */
public final class RowCopy {

    /** As downloads have it: instants at the offset of the wire, one snapshot for every select, no compiling, no workers beside this connection. */
    private static final String BEGIN = """
            SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
            SET LOCAL TIME ZONE INTERVAL '+08:00' HOUR TO MINUTE;
            SET LOCAL jit = off;
            SET LOCAL max_parallel_workers_per_gather = 0
            """;

    private RowCopy() {
    }

    /** Takes a row; its fields are read once, in order. */
    @FunctionalInterface
    public interface Taker {
        void row(CopyTuple tuple) throws IOException;
    }

    /** Makes the transaction one snapshot; the first thing in it. */
    public static void begin(Connection connection) throws SQLException {
        try (Statement begin = connection.createStatement()) {
            begin.execute(BEGIN);
        }
    }

    /**
     * Hands every row on; blocks.
     *
     * @return how many they were
     * @throws IOException           as {@code taker} throws it; the connection can be used on, its transaction cannot
     * @throws IllegalStateException when the server sent what the form has no room for
     */
    public static long read(Connection connection, Sql select, Taker taker) throws SQLException, IOException {
        PGConnection server = connection.unwrap(PGConnection.class);
        CopyOut copy = server.getCopyAPI().copyOut("COPY (" + select.literal() + "\n) TO STDOUT");
        CopyTuple tuple = new CopyTuple();
        long rows = 0;
        boolean whole = false;
        try {
            for (byte @Nullable [] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
                tuple.take(message);
                taker.row(tuple);
                tuple.requireEnd();
                rows++;
            }
            whole = true;
        } finally {
            if (!whole && copy.isActive()) {
                drain(server, copy);
            }
        }
        return rows;
    }

    /** What is left unread would be taken for the answer to the next statement. */
    private static void drain(PGConnection server, CopyOut copy) throws SQLException {
        server.cancelQuery();
        try {
            while (copy.readFromCopy() != null) {
                // thrown away
            }
        } catch (SQLException cancelled) {
            if (!DatabaseFailure.isCancelled(cancelled)) {
                throw cancelled;
            }
        }
    }
}
