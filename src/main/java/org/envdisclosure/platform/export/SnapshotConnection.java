package org.envdisclosure.platform.export;

import io.quarkus.logging.Log;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * A database connection in one read-only snapshot. It goes back to its pool only when it did all it was asked for; a COPY that is cut
 * leaves rows pending on it, so in every other case it is closed for good.
 */
final class SnapshotConnection {

    /**
     * TimeZone: instants are printed at the offset of the wire. Compiling a query takes longer than the first rows may take. The last
     * setting frees the snapshot should this service hang between two statements.
     */
    private static final String BEGIN = """
            SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
            SET LOCAL TIME ZONE INTERVAL '+08:00' HOUR TO MINUTE;
            SET LOCAL jit = off;
            SET LOCAL statement_timeout = %1$d;
            SET LOCAL idle_in_transaction_session_timeout = %1$d
            """;

    private final Connection connection;
    private boolean gone;

    /** @throws SQLException when the database cannot be reached; then nothing is held */
    SnapshotConnection(Connection connection, Duration longest) throws SQLException {
        this.connection = connection;
        try {
            connection.setAutoCommit(false);
            try (Statement begin = connection.createStatement()) {
                begin.execute(BEGIN.formatted(Math.min(longest.toMillis(), Integer.MAX_VALUE)));
            }
        } catch (SQLException failure) {
            end(false);
            throw failure;
        }
    }

    Connection connection() {
        return connection;
    }

    CopyOut copy(String select) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (" + select + "\n) TO STDOUT");
    }

    /**
     * Lets the connection go, once; from any thread.
     *
     * @param clean whether all that ran on it has come to its end. Else it is closed for good, and what runs on it fails.
     */
    synchronized void end(boolean clean) {
        if (gone) {
            return;
        }
        gone = true;
        try (connection) {
            if (clean) {
                connection.rollback();
            } else {
                sever();
            }
        } catch (SQLException failure) {
            Log.debugf("an export's connection was already lost: %s", failure.getMessage());
        }
    }

    /** Cancels first: a backend that sorts does not notice that nobody listens. The pool's own abort() would leave the socket open. */
    private void sever() throws SQLException {
        Connection physical = connection.unwrap(Connection.class);
        try {
            physical.unwrap(PGConnection.class).cancelQuery();
        } finally {
            physical.abort(Runnable::run);
        }
    }
}
