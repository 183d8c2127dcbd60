package org.envdisclosure.platform.web;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached from a fault of ours. */
final class Outages {

    private static final String QUERY_CANCELLED = "57014";

    private Outages() {
    }

    static boolean isOutage(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean lost = cause instanceof ConnectException
                    || cause instanceof NoStackTraceThrowable && String.valueOf(cause.getMessage()).contains("Timeout")
                    || cause instanceof ClosedConnectionException
                    || cause instanceof SQLException sql && isConnectionState(sql.getSQLState())
                    || cause instanceof PgException pg && isConnectionState(pg.getSqlState());
            if (lost) {
                return true;
            }
        }
        return false;
    }

    /** Class 08 is a lost connection, 57P a server shutting down or starting, 53 one out of resources. */
    private static boolean isConnectionState(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"));
    }

    /** Whether the database gave up on a statement that took longer than statement_timeout. */
    static boolean isTooLong(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException pg && QUERY_CANCELLED.equals(pg.getSqlState())) {
                return true;
            }
        }
        return false;
    }
}
