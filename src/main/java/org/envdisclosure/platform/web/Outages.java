package org.envdisclosure.platform.web;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached from a fault of ours. */
final class Outages {

    private static final String QUERY_CANCELLED = "57014";

    private Outages() {
    }

    static boolean isOutage(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean lost = cause instanceof ConnectException
                    || (cause instanceof NoStackTraceThrowable || cause instanceof VertxException)
                            && String.valueOf(cause.getMessage()).startsWith("Timeout")
                    || cause instanceof TimeoutException
                    // a write to a connection whose other end is gone
                    || cause.getClass() == IOException.class && String.valueOf(cause.getMessage()).matches("Connection reset.*|Broken pipe")
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

    /** What is told about it. */
    static ApiProblem told() {
        return ProblemType.UNAVAILABLE.because("数据库暂时不可用，请稍后重试", "the database cannot be reached just now; try again shortly")
                .withHeader("Retry-After", "5");
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
