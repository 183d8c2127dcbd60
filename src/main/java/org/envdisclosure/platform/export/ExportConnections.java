package org.envdisclosure.platform.export;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

/**
 * Connections to the default datasource's database, for exports only; as many as are asked for. One that is given back is used again:
 * opening one and warming its caches takes 5 ms, a small export 1 ms.
 *
 * <p>Not a pool of the framework: a cut export closes its connection for good, which happens whenever a client leaves. The framework's
 * pool keeps the socket of an aborted connection open, and warns of every connection that comes back closed.
 */
@ApplicationScoped
class ExportConnections {

    private static final int SECONDS_TO_ANSWER = 5;

    private final Optional<String> url;
    private final boolean besideUs;
    private final Niceness niceness;
    private final Properties properties = new Properties();
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    ExportConnections(@ConfigProperty(name = "quarkus.datasource.jdbc.url") Optional<String> url,
                      @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
                      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
                      @ConfigProperty(name = "envd.database.embedded", defaultValue = "false") boolean embedded, ExportConfig config) {
        this.url = url;
        this.besideUs = embedded;
        this.niceness = new Niceness(config.niceness());
        user.ifPresent(name -> PGProperty.USER.set(properties, name));
        password.ifPresent(word -> PGProperty.PASSWORD.set(properties, word));
        PGProperty.APPLICATION_NAME.set(properties, "env-disclosure export");
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.CONNECT_TIMEOUT.set(properties, SECONDS_TO_ANSWER);
        PGProperty.CANCEL_SIGNAL_TIMEOUT.set(properties, SECONDS_TO_ANSWER);
    }

    /** An idle connection that still answers, or a new one. */
    Connection take() throws SQLException {
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (kept.isValid(SECONDS_TO_ANSWER)) {
                return kept;
            }
            close(kept);
        }
        return open();
    }

    /** Keeps {@code connection}, which has no transaction open. */
    void giveBack(Connection connection) {
        idle.addFirst(connection);
    }

    /** Closes those that are idle now. */
    void closeIdle() {
        for (Connection kept = idle.pollLast(); kept != null; kept = idle.pollLast()) {
            close(kept);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException lost) {
            Log.debugf("an idle connection of the exports was lost: %s", lost.getMessage());
        }
    }

    private Connection open() throws SQLException {
        @Nullable Connection opened = new Driver().connect(url.orElseThrow(), properties);
        if (opened == null) {
            throw new IllegalStateException("quarkus.datasource.jdbc.url is no PostgreSQL address");
        }
        if (besideUs) {
            niceness.of(opened.unwrap(PGConnection.class).getBackendPID());
        }
        return opened;
    }
}
