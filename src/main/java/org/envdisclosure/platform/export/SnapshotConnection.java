package org.envdisclosure.platform.export;

import io.quarkus.logging.Log;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * A database connection in one read-only snapshot. It is used again only when it did all it was asked for; a COPY that is cut leaves
 * rows pending on it, so in every other case it is closed for good.
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
    private final Consumer<Connection> keeper;
    private boolean gone;

    /**
     * @param keeper  takes the connection back when it may be used again
     * @param longest longest a statement may take
     * @throws SQLException when the database does not answer; then the connection is closed
     */
    SnapshotConnection(Connection connection, Consumer<Connection> keeper, Duration longest) throws SQLException {
        this.connection = connection;
        this.keeper = keeper;
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
        try {
            if (clean) {
                giveBack();
            } else {
                sever();
            }
        } catch (SQLException failure) {
            Log.debugf("an export's connection was already lost: %s", failure.getMessage());
        }
    }

    private void giveBack() throws SQLException {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException lost) {
            connection.abort(Runnable::run);
            throw lost;
        }
        keeper.accept(connection);
    }

    /** Cancels first: a backend that sorts does not notice that nobody listens. */
    private void sever() throws SQLException {
        try {
            connection.unwrap(PGConnection.class).cancelQuery();
        } finally {
            connection.abort(Runnable::run);
        }
    }
}
