package org.envdisclosure.platform.export;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** One PostgreSQL for all tests of exports in this JVM; its address is a system property, which every class loader sees. */
public final class ExportDatabase implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "test.export.database";

    /** Small bounds, so that a test meets them soon; two million numbers to send. */
    @Override
    public Map<String, String> start() {
        try {
            execute("CREATE TABLE IF NOT EXISTS numbers (g integer PRIMARY KEY)");
            execute("INSERT INTO numbers SELECT generate_series(1, 2000000) ON CONFLICT DO NOTHING");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return Map.of("quarkus.datasource.jdbc.url", address(), "quarkus.datasource.reactive.url", address().substring("jdbc:".length()),
                "quarkus.datasource.username", "postgres",
                "envd.export.parallel", "2", "envd.export.stall", "2s", "envd.export.silence", "3s", "envd.export.longest", "20s", "quarkus.otel.sdk.disabled", "true");
    }

    @Override
    public void stop() {
        // lives as long as the JVM: other tests use it too
    }

    static Connection connect() throws SQLException {
        return DriverManager.getConnection(address() + "?user=postgres");
    }

    /** The first column of the first row. */
    static String value(String sql) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static void execute(String sql) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static synchronized String address() {
        String known = System.getProperty(URL);
        if (known != null) {
            return known;
        }
        try {
            // stopped by its own shutdown hook
            int port = EmbeddedPostgres.builder().start().getPort();
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
            System.setProperty(URL, url);
            return url;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
