package org.envdisclosure.platform.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Keys for tests of other rooms. */
public final class KnownKey {

    private static final String ENTER = """
            INSERT INTO api_key (id, name, role, prefix, hash, created_at)
            VALUES (gen_random_uuid(), ?, 'admin', 'test', ?, now())
            """;

    private KnownKey() {
    }

    /** Plays the key check. */
    public static void note(RecentKeys keys, String secret, boolean good) {
        keys.note(secret, good);
    }

    /** Stores a new administrator's key. */
    public static String entered(DataSource database, String name) throws SQLException {
        String secret = SecretText.create();
        try (Connection connection = database.getConnection(); PreparedStatement enter = connection.prepareStatement(ENTER)) {
            enter.setString(1, name);
            enter.setString(2, SecretText.hash(secret));
            enter.executeUpdate();
        }
        return secret;
    }
}
