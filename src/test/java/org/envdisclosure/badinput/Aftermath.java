package org.envdisclosure.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import jakarta.enterprise.inject.Any;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What bad input must not leave behind: an unhealthy service, a connection held, an error in the log. */
final class Aftermath {

    private static final Duration SETTLING = Duration.ofSeconds(20);
    private static final int LOOKS = 5;
    private static final String OPEN_TRANSACTIONS = """
            SELECT count(*) FROM pg_stat_activity
             WHERE datname = current_database() AND state LIKE 'idle in transaction%' AND pid <> pg_backend_pid()
            """;

    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                errors.add(entry.getLoggerName() + ": " + entry.getMessage() + " " + entry.getThrown());
            }
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    private final long heldBefore;

    private Aftermath(long heldBefore) {
        this.heldBefore = heldBefore;
    }

    static Aftermath watched() {
        pools().forEach(pool -> pool.getConfiguration().setMetricsEnabled(true));
        Aftermath aftermath = new Aftermath(heldAtRest());
        Logger.getLogger("").addHandler(aftermath.listener);
        return aftermath;
    }

    /** A pool counts only while it is told to: a connection that was out at that moment counts as -1 for ever once it is back. */
    private static long heldAtRest() {
        long least = held();
        for (int i = 0; i < LOOKS; i++) {
            pause();
            least = Math.min(least, held());
        }
        return least;
    }

    void isClean() {
        Logger.getLogger("").removeHandler(listener);
        assertThat(errors).as("errors in the log").isEmpty();
        assertThat(Wire.exchange(Wire.head("GET", "/q/health/ready")).json().path("status").asText()).isEqualTo("UP");
        assertThat(settled()).as("connections held or transactions open").isEqualTo("0 held, 0 open");
    }

    /** What is cut is noticed a moment later, so zero is waited for. */
    private String settled() {
        long end = System.nanoTime() + SETTLING.toNanos();
        String state = state();
        while (!state.equals("0 held, 0 open") && System.nanoTime() < end) {
            pause();
            state = state();
        }
        return state;
    }

    /** Fewer than before is none: one that was out when counting began came back later than we looked. */
    private String state() {
        return Math.max(0, held() - heldBefore) + " held, " + openTransactions() + " open";
    }

    private static long held() {
        return pools().stream().mapToLong(pool -> pool.getMetrics().activeCount()).sum();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<AgroalDataSource> pools() {
        return Arc.container().listAll(AgroalDataSource.class, Any.Literal.INSTANCE).stream().map(InstanceHandle::get).toList();
    }

    private static long openTransactions() {
        try (Connection connection = pools().get(0).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OPEN_TRANSACTIONS)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
