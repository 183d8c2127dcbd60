package org.envdisclosure.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.database.MigrationRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts of one service after another, on a database of its own. */
class FirstKeyTest {

    private static final String FIRST = "first-secret-0123456789";
    private static final String SECOND = "second-secret-0123456789";

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord record) {
            told.add(record.getMessage() + List.of(record.getParameters() == null ? new Object[0] : record.getParameters()));
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };
    private DataSource database;

    @BeforeEach
    void an_empty_database() {
        database = TestDatabase.dataSource(TestDatabase.fresh());
        MigrationRunner.migrate(database, List.of());
        Logger.getLogger(FirstKey.class.getName()).addHandler(listener);
    }

    @AfterEach
    void nobody_listens() {
        Logger.getLogger(FirstKey.class.getName()).removeHandler(listener);
        assertThat(told.toString()).doesNotContain(FIRST, SECOND, FIRST.substring(0, 6), SECOND.substring(0, 6), "envd_");
    }

    private void start(String adminKey) {
        new FirstKey(database, Optional.ofNullable(adminKey), folder.resolve("data").toString()).provide();
    }

    private String admin() throws IOException {
        return Files.readString(file()).strip();
    }

    private Path file() {
        return folder.resolve("data").resolve("admin.key");
    }

    private boolean opens(String secret) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT count(*) FROM api_key WHERE hash = ? AND role = 'admin' AND revoked_at IS NULL")) {
            select.setString(1, SecretText.hash(secret));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1) == 1;
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    @Test
    void another_value_revokes_the_one_before_and_nothing_else() throws SQLException {
        execute("INSERT INTO api_key (id, name, role, prefix, hash, created_at) VALUES (gen_random_uuid(), 'ENVD_ADMIN_KEY', 'admin', 'p', '"
                + SecretText.hash("made by hand") + "', now())");
        start(FIRST);
        start(FIRST);
        assertThat(opens(FIRST)).isTrue();
        assertThat(told).isEmpty();

        start(SECOND);

        assertThat(opens(SECOND)).isTrue();
        assertThat(opens(FIRST)).isFalse();
        assertThat(opens("made by hand")).isTrue();
        assertThat(told).hasSize(1).first().asString().contains("the earlier key is revoked");
    }

    @Test
    void a_value_that_admin_key_held_is_revoked_by_the_next_one() throws SQLException, IOException {
        start(null);
        String made = admin();

        start(made);
        start(FIRST);

        assertThat(opens(FIRST)).isTrue();
        assertThat(opens(made)).isFalse();
    }

    @Test
    void the_text_of_an_ingest_key_is_refused_and_locks_nobody_out() throws SQLException {
        start(FIRST);
        execute("INSERT INTO api_key (id, name, role, prefix, hash, created_at) VALUES (gen_random_uuid(), 'feed', 'ingest', 'p', '"
                + SecretText.hash(SECOND) + "', now())");

        assertThatThrownBy(() -> start(SECOND)).isInstanceOf(IllegalStateException.class).hasMessageContaining("no administrator's");

        assertThat(opens(FIRST)).isTrue();
    }

    @Test
    void a_revoked_value_is_not_taken_again() throws SQLException {
        start(FIRST);
        start(SECOND);

        start(FIRST);

        assertThat(opens(FIRST)).isFalse();
        assertThat(opens(SECOND)).isTrue();
        assertThat(told).hasSize(2).last().asString().contains("was revoked and stays so");
    }

    @Test
    void a_key_is_made_once_and_kept_where_only_its_owner_reads_it() throws Exception {
        start(null);
        String made = admin();
        start(null);

        assertThat(admin()).isEqualTo(made).startsWith("envd_");
        assertThat(opens(made)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        assertThat(told).hasSize(1).first().asString().contains("API key made").contains(file().toAbsolutePath().toString());
    }

    @Test
    void without_any_administrator_left_the_next_start_makes_a_new_key() throws Exception {
        start(null);
        String lost = admin();
        execute("UPDATE api_key SET revoked_at = now()");

        start(null);

        assertThat(admin()).isNotEqualTo(lost);
        assertThat(opens(admin())).isTrue();
        assertThat(opens(lost)).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        assertThat(told).hasSize(2).last().asString().contains("API key made");
    }

    @Test
    void with_another_administrator_left_a_revoked_file_stays_revoked() throws Exception {
        start(FIRST);
        start(null);
        assertThat(Files.exists(file())).isFalse();
        Files.createDirectories(file().getParent());
        Files.writeString(file(), SECOND);
        start(null);
        execute("UPDATE api_key SET revoked_at = now() WHERE name = 'admin.key'");

        start(null);

        assertThat(admin()).isEqualTo(SECOND);
        assertThat(opens(SECOND)).isFalse();
        assertThat(opens(FIRST)).isTrue();
    }

    @Test
    void a_key_that_can_be_guessed_stops_the_start() {
        assertThatThrownBy(() -> start("short")).isInstanceOf(IllegalStateException.class).hasMessageContaining("ENVD_ADMIN_KEY is shorter than 16");
    }
}
