package org.envdisclosure.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.envdisclosure.platform.database.TestCluster.execute;
import static org.envdisclosure.platform.database.TestCluster.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class EmbeddedPostgresTest {

    @TempDir
    Path folder;

    private TestCluster cluster;

    @BeforeEach
    void a_new_data_folder() {
        cluster = TestCluster.in(folder);
    }

    @Test
    void what_was_stored_is_there_at_the_next_start() throws Exception {
        try (EmbeddedPostgres postgres = cluster.started()) {
            execute(postgres.url(), "CREATE TABLE kept AS SELECT '北京' AS city");
        }
        assertThat(Postmaster.recordedIn(cluster.files())).isEmpty();

        try (EmbeddedPostgres postgres = cluster.started()) {
            assertThat(text(postgres.url(), "SELECT city FROM kept")).isEqualTo("北京");
        }
    }

    @Test
    void the_server_is_durable_local_and_the_same_on_every_machine() throws Exception {
        try (EmbeddedPostgres postgres = cluster.started()) {
            DatabaseUrl url = postgres.url();
            assertThat(List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums", "listen_addresses",
                    "unix_socket_directories", "TimeZone", "server_encoding", "jit", "shared_buffers", "max_connections"))
                    .map(setting -> text(postgres.administratorUrl(), "SHOW " + setting))
                    .containsExactly("on", "on", "on", "on", "127.0.0.1", "", "UTC", "UTF8", "off", "256MB", "60");
            assertThat(text(url, "SELECT string_agg(x, ' ' ORDER BY x) FROM unnest(array['b', 'B', '_', '1001A', '环', 'é']) x"))
                    .isEqualTo("1001A B _ b é 环");
            assertThat(text(url, "SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("f");
            assertThat(postgres.clusterFolder()).isEqualTo(folder.toRealPath().resolve("postgresql-17"));
        }
    }

    @Test
    void nobody_gets_in_without_the_password_that_only_the_owner_can_read() throws Exception {
        try (EmbeddedPostgres postgres = cluster.started()) {
            DatabaseUrl ours = postgres.administratorUrl();
            DatabaseUrl guess = new DatabaseUrl(ours.host(), ours.port(), ours.database(), ours.user(), "postgres", Map.of());
            assertThatThrownBy(() -> text(guess, "SELECT 1")).hasMessageStartingWith(
                    "FATAL: password authentication failed for user \"postgres\"");
            Path password = cluster.files().resolve("env-disclosure.password");
            assertThat(Files.readString(password)).hasSize(32).isEqualTo(ours.password());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password))).isEqualTo("rw-------");
        }
    }

    @Test
    void a_second_service_on_the_folder_is_refused_by_name() throws Exception {
        ForkedService first = ForkedService.on(folder);
        try {
            assertThatThrownBy(cluster::started).isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessage("The data folder %s is in use by another service (process %d). Stop that one, or give this one"
                            + " another folder with ENVD_DATA_DIR.", folder.toRealPath(), first.pid());
        } finally {
            first.kill();
        }
        cluster.started().close();
    }

    @Test
    void a_second_start_in_the_same_process_is_refused_too() {
        try (EmbeddedPostgres first = cluster.started()) {
            assertThatThrownBy(cluster::started).isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("in use by another service (process " + ProcessHandle.current().pid() + ")");
            assertThat(text(first.url(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_server_that_cannot_start_is_reported_in_its_own_words_and_the_folder_is_free_again() throws Exception {
        cluster.started().close();
        Path control = cluster.files().resolve("global/pg_control");
        Files.move(control, folder.resolve("pg_control"));

        assertThatThrownBy(cluster::started).isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageStartingWith("The embedded PostgreSQL in " + cluster.files() + " did not start; its last words:")
                .hasMessageContaining("could not find the database system");

        Files.move(folder.resolve("pg_control"), control);
        cluster.started().close();
    }

    @Test
    void what_the_operator_set_in_the_server_outlasts_a_restart() throws Exception {
        try (EmbeddedPostgres postgres = cluster.started()) {
            execute(postgres.administratorUrl(), "ALTER SYSTEM SET work_mem = '32MB'");
        }
        try (EmbeddedPostgres postgres = cluster.started()) {
            assertThat(text(postgres.url(), "SHOW work_mem")).isEqualTo("32MB");
        }
    }

    @Test
    void closing_twice_does_nothing() {
        EmbeddedPostgres postgres = cluster.started();
        postgres.close();
        postgres.close();
        assertThatThrownBy(() -> text(postgres.url(), "SELECT 1")).hasMessageContaining("refused");
    }
}
