package org.envdisclosure.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one PostgreSQL server of a test JVM. Its class lives in the system class loader, where it is one however many class
 * loaders a test run makes, and where it can still be stopped when they are closed.
 */
public final class TestServer {

    private static final String URL = "ENVD_TEST_DATABASE_URL";
    private static final Path FOLDER = Path.of("target", "test-database");
    private static final String RUN = "run-";

    private static @Nullable DatabaseUrl administrator;
    private static @Nullable String shared;
    private static int made;

    private TestServer() {
    }

    /** The database that all tests of this JVM share; called by its name from other class loaders. */
    public static synchronized String sharedDatabase() {
        if (shared == null) {
            shared = newDatabase();
        }
        return shared;
    }

    /** A new, empty database on the same server. */
    public static synchronized String newDatabase() {
        DatabaseUrl server = server();
        DatabaseUrl database = new DatabaseUrl(server.host(), server.port(),
                "env_disclosure_test_" + ProcessHandle.current().pid() + "_" + ++made, ownerOn(server), server.password(),
                server.options());
        execute(server, "CREATE DATABASE " + database.database() + " OWNER \"" + database.user() + "\"");
        if (System.getenv(URL) != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(
                    () -> execute(server, "DROP DATABASE " + database.database() + " WITH (FORCE)")));
        }
        return text(database);
    }

    /** The programs are unpacked once for all clusters of all tests. */
    static Path binaries() {
        return FOLDER.toAbsolutePath();
    }

    private static DatabaseUrl server() {
        if (administrator == null) {
            String url = System.getenv(URL);
            administrator = url == null ? started() : DatabaseUrl.parse(URL, url);
        }
        return administrator;
    }

    /** As in production, but for durability: a power cut may spoil a test's cluster. */
    private static DatabaseUrl started() {
        try {
            Files.createDirectories(FOLDER);
            sweep();
            Path run = FOLDER.resolve(RUN + ProcessHandle.current().pid());
            return EmbeddedPostgres.start(new EmbeddedOptions(run, FOLDER, false)).administratorUrl();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Earlier runs' folders go, and with them a server whose test JVM was killed; those in use by another JVM stay. */
    private static void sweep() throws IOException {
        for (Path run : Folders.entries(FOLDER.toRealPath(), RUN)) {
            try (FolderLock lock = FolderLock.take(run)) {
                for (Path cluster : Folders.entries(run, "postgresql-")) {
                    Optional<Postmaster> left = Postmaster.recordedIn(cluster).filter(Postmaster::isServing);
                    left.flatMap(postmaster -> ProcessHandle.of(postmaster.pid())).ifPresent(ProcessHandle::destroyForcibly);
                }
                Folders.delete(run);
            } catch (DatabaseUnavailableException e) {
                // its test JVM is alive
            }
        }
    }

    private static String ownerOn(DatabaseUrl server) {
        return System.getenv(URL) == null ? OwnDatabase.NAME : server.user();
    }

    private static void execute(DatabaseUrl server, String sql) {
        try (Connection connection = OwnDatabase.connect(server); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(DatabaseUrl url) {
        String password = url.password() == null ? "" : ":" + URLEncoder.encode(url.password(), UTF_8).replace("+", "%20");
        return "postgresql://" + URLEncoder.encode(url.user(), UTF_8).replace("+", "%20") + password + "@" + url.host() + ":"
                + url.port() + "/" + url.database() + query(url.options());
    }

    private static String query(Map<String, String> options) {
        StringBuilder query = new StringBuilder();
        options.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&').append(name).append('=')
                .append(URLEncoder.encode(value, UTF_8)));
        return query.toString();
    }
}
