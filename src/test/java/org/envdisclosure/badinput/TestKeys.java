package org.envdisclosure.badinput;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;

/** API keys of these tests, as header lines. */
final class TestKeys {

    static final String ADMIN = "X-API-Key: badinput-admin-key";
    static final String INGEST = "X-API-Key: badinput-ingest-key";
    static final String REVOKED = "X-API-Key: badinput-revoked-key";

    private static final String ENTER = """
            INSERT INTO api_key (id, name, role, prefix, hash, created_at, revoked_at)
            VALUES (gen_random_uuid(), 'badinput', ?, 'badin', ?, now(), CASE WHEN ? THEN now() END)
            ON CONFLICT (hash) DO NOTHING
            """;

    private TestKeys() {
    }

    static void enter() {
        try (Connection connection = Arc.container().instance(AgroalDataSource.class).get().getConnection()) {
            enter(connection, "admin", ADMIN, false);
            enter(connection, "ingest", INGEST, false);
            enter(connection, "ingest", REVOKED, true);
        } catch (SQLException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void enter(Connection connection, String role, String header, boolean revoked) throws SQLException, NoSuchAlgorithmException {
        byte[] secret = header.substring("X-API-Key: ".length()).getBytes(StandardCharsets.UTF_8);
        try (PreparedStatement insert = connection.prepareStatement(ENTER)) {
            insert.setString(1, role);
            insert.setString(2, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret)));
            insert.setBoolean(3, revoked);
            insert.executeUpdate();
        }
    }
}
