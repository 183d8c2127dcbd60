package org.envdisclosure.platform.access;

import io.agroal.api.AgroalDataSource;
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
import java.sql.Statement;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The first administrator's key: given by {@code ENVD_ADMIN_KEY}, else made once and written where only its owner can read it. */
@ApplicationScoped
class FirstKey {

    private static final int SHORTEST = 16;
    private static final String ENTER = """
            INSERT INTO api_key (id, name, role, prefix, hash, created_at)
            VALUES (gen_random_uuid(), ?, 'admin', ?, ?, now())
            ON CONFLICT (hash) DO NOTHING
            """;
    private static final String ANY_ADMIN = "SELECT EXISTS (SELECT 1 FROM api_key WHERE role = 'admin' AND revoked_at IS NULL)";

    private final AgroalDataSource database;
    private final Optional<String> given;
    private final Path file;

    FirstKey(AgroalDataSource database, @ConfigProperty(name = "envd.admin-key") Optional<String> given,
             @ConfigProperty(name = "envd.data-dir", defaultValue = "data") String folder) {
        this.database = database;
        this.given = given;
        this.file = Path.of(folder, "admin.key");
    }

    void provide(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start) {
        try (Connection connection = database.getConnection()) {
            if (given.isPresent()) {
                String secret = given.get().strip();
                if (secret.length() < SHORTEST) {
                    throw new IllegalStateException("ENVD_ADMIN_KEY is shorter than " + SHORTEST + " characters: choose one that cannot be guessed");
                }
                enter(connection, "ENVD_ADMIN_KEY", secret);
            } else if (Files.exists(file)) {
                enter(connection, "admin.key", Files.readString(file).strip());
            } else if (!anyAdmin(connection)) {
                make(connection);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the first administrator's key could not be stored", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException("the first administrator's key could not be kept in " + file.toAbsolutePath(), failure);
        }
    }

    private void make(Connection connection) throws SQLException, IOException {
        String secret = SecretText.create();
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, secret + System.lineSeparator());
        enter(connection, "admin.key", secret);
        Log.infof("administrator's API key made: file=%s", file.toAbsolutePath());
    }

    private static void enter(Connection connection, String name, String secret) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ENTER)) {
            insert.setString(1, name);
            insert.setString(2, SecretText.prefix(secret));
            insert.setString(3, SecretText.hash(secret));
            insert.executeUpdate();
        }
    }

    private static boolean anyAdmin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(ANY_ADMIN)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
