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
     * TimeZone: instants are printed at the offset of the wire. Compiling a query takes longer than the first rows may take. Workers of
     * PostgreSQL's own would not step back as the connection does. Between two statements lie pieces that a slow client takes; the last
     * setting frees the snapshot should this service hang there.
     */
    private static final String BEGIN = """
            SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
            SET LOCAL TIME ZONE INTERVAL '+08:00' HOUR TO MINUTE;
            SET LOCAL jit = off;
            SET LOCAL max_parallel_workers_per_gather = 0;
            SET LOCAL statement_timeout = %d;
            SET LOCAL idle_in_transaction_session_timeout = %d
            """;
    /** A COPY lasts as long as its client takes to read it. What was settled of the order of the one before does not hold for it. */
    private static final String LONG = "SET LOCAL statement_timeout = %d; SET LOCAL enable_sort = on";

    private final Connection connection;
    private final Consumer<Connection> keeper;
    private final int silence;
    private final int longest;
    private boolean gone;

    /**
     * @param keeper  takes the connection back when it may be used again
     * @param silence longest the server may be silent, and so longest for a small query
     * @param longest longest for a COPY
     * @throws SQLException when the database does not answer; then the connection is closed
     */
    SnapshotConnection(Connection connection, Consumer<Connection> keeper, Duration silence, Duration longest) throws SQLException {
        this.connection = connection;
        this.keeper = keeper;
        this.silence = milliseconds(silence);
        this.longest = milliseconds(longest);
        try {
            connection.setAutoCommit(false);
            try (Statement begin = connection.createStatement()) {
                begin.execute(BEGIN.formatted(this.silence, this.longest));
            }
        } catch (SQLException failure) {
            end(false);
            throw failure;
        }
    }

    Connection connection() {
        return connection;
    }

    private static int milliseconds(Duration bound) {
        return (int) Math.min(bound.toMillis(), Integer.MAX_VALUE);
    }

    /** Rows whose reader may be as slow as it likes; the server may be silent only as long as a small query may take. */
    CopyOut copy(String select) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LONG.formatted(longest));
        }
        connection.setNetworkTimeout(Runnable::run, silence);
        RowOrder.settle(connection, select);
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
            connection.setNetworkTimeout(Runnable::run, 0);
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
