package org.envdisclosure.platform.access;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The first administrator's key: given by {@code ENVD_ADMIN_KEY}, else made once and written where only its owner can read it.
 *
 * <p>Another value of {@code ENVD_ADMIN_KEY} revokes the one before it. A revoked key is never taken up again, whatever says its text.
 */
@ApplicationScoped
class FirstKey {

    private static final int SHORTEST = 16;
    private static final String SETTING = "ENVD_ADMIN_KEY";
    private static final String FILE = "admin.key";
    private static final String ENTER = """
            INSERT INTO api_key (id, name, role, prefix, hash, created_at, origin)
            VALUES (gen_random_uuid(), ?, 'admin', ?, ?, now(), ?)
            ON CONFLICT (hash) DO NOTHING
            """;
    private static final String REVOKE_OTHERS = """
            UPDATE api_key SET revoked_at = now(), version = version + 1
             WHERE origin = ? AND hash <> ? AND revoked_at IS NULL
            """;
    // a key that admin.key held before is the setting's from now on, so that the next value takes it out of use
    private static final String IS_THE_SETTINGS = "UPDATE api_key SET origin = ? WHERE hash = ?";
    private static final String IS_ADMIN = "SELECT EXISTS (SELECT 1 FROM api_key WHERE hash = ? AND role = 'admin')";
    private static final String IS_REVOKED = "SELECT EXISTS (SELECT 1 FROM api_key WHERE hash = ? AND revoked_at IS NOT NULL)";
    private static final String ANY_ADMIN = "SELECT EXISTS (SELECT 1 FROM api_key WHERE role = 'admin' AND revoked_at IS NULL)";

    private final DataSource database;
    private final Optional<String> given;
    private final Path file;

    FirstKey(DataSource database, @ConfigProperty(name = "envd.admin-key") Optional<String> given,
             @ConfigProperty(name = "envd.data-dir", defaultValue = "data") String folder) {
        this.database = database;
        this.given = given;
        this.file = Path.of(folder, FILE);
    }

    void provide(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start) {
        provide();
    }

    void provide() {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                if (given.isPresent()) {
                    take(connection, given.get().strip());
                } else {
                    readOrMake(connection);
                }
                connection.commit();
                done = true;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the first administrator's key could not be stored", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException("the first administrator's key could not be kept in " + file.toAbsolutePath(), failure);
        }
    }

    private static void take(Connection connection, String secret) throws SQLException {
        if (secret.length() < SHORTEST) {
            throw new IllegalStateException(SETTING + " is shorter than " + SHORTEST + " characters: choose one that cannot be guessed");
        }
        enter(connection, SETTING, secret);
        if (!holds(connection, IS_ADMIN, SecretText.hash(secret))) {
            throw new IllegalStateException(SETTING + " is the text of a key that is no administrator's: choose another value");
        }
        change(connection, IS_THE_SETTINGS, SETTING, SecretText.hash(secret));
        if (holds(connection, IS_REVOKED, SecretText.hash(secret))) {
            Log.warnf("the key in %s was revoked and stays so: choose another value", SETTING);
        } else if (change(connection, REVOKE_OTHERS, SETTING, SecretText.hash(secret)) > 0) {
            Log.infof("%s has another value than before: the earlier key is revoked", SETTING);
        }
    }

    private void readOrMake(Connection connection) throws SQLException, IOException {
        if (Files.exists(file)) {
            enter(connection, FILE, Files.readString(file).strip());
        }
        if (!holds(connection, ANY_ADMIN)) {
            make(connection);
        }
    }

    private void make(Connection connection) throws SQLException, IOException {
        String secret = SecretText.create();
        Files.createDirectories(file.toAbsolutePath().getParent());
        // the key in it, if any, was revoked
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, secret + System.lineSeparator());
        enter(connection, FILE, secret);
        Log.infof("administrator's API key made: file=%s", file.toAbsolutePath());
    }

    private static void enter(Connection connection, String origin, String secret) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ENTER)) {
            insert.setString(1, origin);
            insert.setString(2, SecretText.prefix(secret));
            insert.setString(3, SecretText.hash(secret));
            insert.setString(4, origin);
            insert.executeUpdate();
        }
    }

    private static int change(Connection connection, String update, String origin, String hash) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setString(1, origin);
            statement.setString(2, hash);
            return statement.executeUpdate();
        }
    }

    private static boolean holds(Connection connection, String question, String... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(question)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
