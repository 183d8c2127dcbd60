package org.envdisclosure.platform.export;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Set;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** What the caller is told when the database fails before the first byte. */
final class DatabaseFailure {

    /** SQLSTATE of a cancelled statement, by us or by its timeout. */
    private static final String CANCELLED = "57014";
    /** Connection exception, insufficient resources, operator intervention. */
    private static final Set<String> PASSING = Set.of("08", "53", "57");

    private DatabaseFailure() {
    }

    static boolean isCancelled(SQLException failure) {
        return CANCELLED.equals(failure.getSQLState());
    }

    /** How a stream ended that the database failed. */
    static Ending ending(SQLException failure) {
        if (failure.getCause() instanceof SocketTimeoutException) {
            return Ending.DATABASE_SILENT;
        }
        return isCancelled(failure) ? Ending.TOO_LONG : Ending.FAILED;
    }

    /** A problem where trying again or asking for less may help, else an {@link IllegalStateException} for the log. */
    static RuntimeException of(SQLException failure) {
        if (isCancelled(failure)) {
            return tooLong();
        }
        if (isPassing(failure.getSQLState())) {
            return ProblemType.UNAVAILABLE.because("数据库暂时不可用,请稍后重试。", "The database cannot answer just now. Try again shortly.")
                    .withHeader("Retry-After", ExportLane.RETRY_AFTER_SECONDS);
        }
        return new IllegalStateException("an export's query failed: " + failure.getMessage(), failure);
    }

    static ApiProblem tooLong() {
        return ProblemType.UNAVAILABLE.because("查询在规定时间内没有完成。请缩短时间范围或减少站点后重试。",
                "The query did not finish in the time allowed for a download. Ask for a shorter span of time or for fewer places.");
    }

    private static boolean isPassing(@Nullable String state) {
        return state != null && state.length() == 5 && PASSING.contains(state.substring(0, 2));
    }
}
