package org.envdisclosure.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedPostgresTest {

    @TempDir
    Path folder;

    @Test
    void what_was_stored_is_there_at_the_next_start() throws Exception {
        try (EmbeddedPostgres postgres = started()) {
            execute(postgres.url(), "CREATE TABLE kept AS SELECT '北京' AS city");
        }
        assertThat(Postmaster.recordedIn(cluster())).isEmpty();

        try (EmbeddedPostgres postgres = started()) {
            assertThat(text(postgres.url(), "SELECT city FROM kept")).isEqualTo("北京");
        }
    }

    @Test
    void the_server_is_durable_local_and_the_same_on_every_machine() throws Exception {
        try (EmbeddedPostgres postgres = started()) {
            DatabaseUrl url = postgres.url();
            assertThat(List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums", "listen_addresses",
                    "unix_socket_directories", "TimeZone", "server_encoding", "jit", "shared_buffers", "max_connections"))
                    .map(setting -> text(postgres.administratorUrl(), "SHOW " + setting))
                    .containsExactly("on", "on", "on", "on", "127.0.0.1", "", "UTC", "UTF8", "off", "256MB", "60");
            assertThat(text(url, "SELECT string_agg(code, ' ' ORDER BY code) FROM unnest(array['b', 'B', '_', '1001A', '环', 'é']) code"))
                    .isEqualTo("1001A B _ b é 环");
            assertThat(text(url, "SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("f");
            assertThat(postgres.clusterFolder()).isEqualTo(folder.toRealPath().resolve("postgresql-17"));
        }
    }

    @Test
    void nobody_gets_in_without_the_password_that_only_the_owner_can_read() throws Exception {
        try (EmbeddedPostgres postgres = started()) {
            DatabaseUrl ours = postgres.administratorUrl();
            DatabaseUrl guess = new DatabaseUrl(ours.host(), ours.port(), ours.database(), ours.user(), "postgres", Map.of());
            assertThatThrownBy(() -> text(guess, "SELECT 1")).hasRootCauseMessage(
                    "FATAL: password authentication failed for user \"postgres\"");
            Path password = cluster().resolve("env-disclosure.password");
            assertThat(Files.readString(password)).hasSize(32).isEqualTo(ours.password());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password))).isEqualTo("rw-------");
        }
    }

    @Test
    void a_second_service_on_the_folder_is_refused_by_name() throws Exception {
        ForkedService first = ForkedService.on(folder);
        try {
            assertThatThrownBy(this::started).isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessage("The data folder %s is in use by another service (process %d). Stop that one, or give this one"
                            + " another folder with ENVD_DATA_DIR.", folder.toRealPath(), first.pid());
        } finally {
            first.kill();
        }
        started().close();
    }

    @Test
    void a_second_start_in_the_same_process_is_refused_too() {
        try (EmbeddedPostgres first = started()) {
            assertThatThrownBy(this::started).isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("in use by another service (process " + ProcessHandle.current().pid() + ")");
            assertThat(text(first.url(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_terminated_service_takes_its_server_with_it_within_ten_seconds() throws Exception {
        ForkedService service = ForkedService.on(folder);
        long server = Postmaster.recordedIn(cluster()).orElseThrow().pid();

        assertThat(service.terminate()).isLessThan(10_000);

        assertThat(new Postmaster(cluster(), server).isServing()).isFalse();
        assertThat(Postmaster.recordedIn(cluster())).isEmpty();
    }

    @Test
    void a_server_that_outlived_its_killed_service_is_replaced_and_has_lost_nothing() throws Exception {
        ForkedService service = ForkedService.on(folder);
        long outlived = Postmaster.recordedIn(cluster()).orElseThrow().pid();
        execute(recorded(), "CREATE TABLE kept AS SELECT generate_series(1, 50000) AS n");
        service.kill();
        assertThat(new Postmaster(cluster(), outlived).isServing()).isTrue();

        try (EmbeddedPostgres postgres = started()) {
            assertThat(text(postgres.url(), "SELECT count(*) || ' ' || sum(n) FROM kept")).isEqualTo("50000 1250025000");
            assertThat(Postmaster.recordedIn(cluster()).orElseThrow().pid()).isNotEqualTo(outlived);
            assertThat(new Postmaster(cluster(), outlived).isServing()).isFalse();
        }
    }

    @Test
    void a_statement_of_the_killed_service_does_not_commit_behind_the_back_of_the_new_one() throws Exception {
        ForkedService service = ForkedService.on(folder);
        DatabaseUrl before = recorded();
        execute(before, "CREATE TABLE late (n integer)");
        Thread session = new Thread(() -> assertThatThrownBy(
                () -> execute(before, "INSERT INTO late SELECT 1 FROM pg_sleep(5)")).isInstanceOf(SQLException.class));
        session.start();
        while (text(before, "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'INSERT INTO late%'").equals("0")) {
            Thread.sleep(20);
        }
        service.kill();

        try (EmbeddedPostgres postgres = started()) {
            session.join();
            assertThat(text(postgres.url(), "SELECT count(*) FROM late")).isEqualTo("0");
        }
    }

    @Test
    void after_service_and_server_were_both_killed_what_was_committed_is_recovered() throws Exception {
        ForkedService service = ForkedService.on(folder);
        execute(recorded(), "CREATE TABLE kept AS SELECT generate_series(1, 50000) AS n");
        service.kill();
        killServer();

        try (EmbeddedPostgres postgres = started()) {
            assertThat(text(postgres.url(), "SELECT count(*) FROM kept")).isEqualTo("50000");
        }
    }

    @Test
    void another_postgresql_on_the_recorded_port_is_left_alone(@TempDir Path foreign) throws Exception {
        int port;
        try (EmbeddedPostgres other = started(foreign)) {
            port = other.url().port();
            execute(other.url(), "CREATE TABLE theirs (n integer)");
            ForkedService.on(folder).kill();
            killServer();
            recordPort(port);

            try (EmbeddedPostgres postgres = started()) {
                assertThat(postgres.url().port()).isNotEqualTo(port);
                assertThat(text(postgres.url(), "SELECT count(*) FROM pg_tables WHERE tablename = 'theirs'")).isEqualTo("0");
                assertThat(text(postgres.administratorUrl(), "SHOW data_directory")).isEqualTo(cluster().toString());
            }
            assertThat(text(other.url(), "SELECT count(*) FROM theirs")).isEqualTo("0");
        }
    }

    @Test
    void the_server_of_another_folder_is_not_taken_for_ours(@TempDir Path foreign) throws Exception {
        try (EmbeddedPostgres other = started(foreign); EmbeddedPostgres ours = started()) {
            Cluster mixedUp = new Cluster(ours.clusterFolder(), String.valueOf(other.url().password()));

            assertThatThrownBy(() -> OwnDatabase.ensure(other.url().port(), mixedUp))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessage("The server on port %d works on %s, not on %s", other.url().port(), other.clusterFolder(),
                            ours.clusterFolder());
        }
    }

    @Test
    void a_listener_on_the_recorded_port_is_no_obstacle() throws Exception {
        ForkedService.on(folder).kill();
        killServer();
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            recordPort(listener.getLocalPort());

            try (EmbeddedPostgres postgres = started()) {
                assertThat(text(postgres.url(), "SELECT 1")).isEqualTo("1");
                assertThat(postgres.url().port()).isNotEqualTo(listener.getLocalPort());
            }
        }
    }

    @Test
    void a_stranger_that_got_the_dead_servers_process_number_is_neither_stopped_nor_in_the_way(@TempDir Path foreign)
            throws Exception {
        ForkedService.on(folder).kill();
        killServer();
        try (EmbeddedPostgres stranger = started(foreign)) {
            long number = Postmaster.recordedIn(stranger.clusterFolder()).orElseThrow().pid();
            recordLine(0, Long.toString(number));

            try (EmbeddedPostgres postgres = started()) {
                assertThat(text(postgres.url(), "SELECT 1")).isEqualTo("1");
            }
            assertThat(text(stranger.url(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_server_that_cannot_start_is_reported_in_its_own_words_and_the_folder_is_free_again() throws Exception {
        started().close();
        Path control = cluster().resolve("global/pg_control");
        Files.move(control, folder.resolve("pg_control"));

        assertThatThrownBy(this::started).isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageStartingWith("The embedded PostgreSQL in " + cluster() + " did not start; its last words:")
                .hasMessageContaining("could not find the database system");

        Files.move(folder.resolve("pg_control"), control);
        started().close();
    }

    @Test
    void what_the_operator_set_in_the_server_outlasts_a_restart() throws Exception {
        try (EmbeddedPostgres postgres = started()) {
            execute(postgres.administratorUrl(), "ALTER SYSTEM SET work_mem = '32MB'");
        }
        try (EmbeddedPostgres postgres = started()) {
            assertThat(text(postgres.url(), "SHOW work_mem")).isEqualTo("32MB");
        }
    }

    @Test
    void closing_twice_does_nothing() {
        EmbeddedPostgres postgres = started();
        postgres.close();
        postgres.close();
        assertThatThrownBy(() -> text(postgres.url(), "SELECT 1")).hasMessageContaining("refused");
    }

    private EmbeddedPostgres started() {
        return started(folder);
    }

    private static EmbeddedPostgres started(Path dataFolder) {
        return EmbeddedPostgres.start(new EmbeddedOptions(dataFolder, TestServer.binaries(), true));
    }

    private Path cluster() throws IOException {
        return folder.toRealPath().resolve("postgresql-17");
    }

    /** The database of the service in the other JVM. */
    private DatabaseUrl recorded() throws IOException {
        int port = Integer.parseInt(Files.readAllLines(cluster().resolve("postmaster.pid")).get(3));
        String password = Files.readString(cluster().resolve("env-disclosure.password")).strip();
        return OwnDatabase.url(port, new Cluster(cluster(), password));
    }

    /** With its last moments: its sessions end by themselves when they see it gone. */
    private void killServer() throws Exception {
        ProcessHandle server = ProcessHandle.of(Postmaster.recordedIn(cluster()).orElseThrow().pid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().get();
        Thread.sleep(500);
    }

    private void recordPort(int port) throws IOException {
        recordLine(3, Integer.toString(port));
    }

    private void recordLine(int number, String line) throws IOException {
        Path record = cluster().resolve("postmaster.pid");
        List<String> lines = Files.readAllLines(record);
        lines.set(number, line);
        Files.write(record, lines);
    }

    private static void execute(DatabaseUrl url, String sql) throws SQLException {
        try (Connection connection = OwnDatabase.connect(url); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(DatabaseUrl url, String query) {
        try (Connection connection = OwnDatabase.connect(url); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
