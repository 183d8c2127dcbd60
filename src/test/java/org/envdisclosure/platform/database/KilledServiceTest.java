package org.envdisclosure.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.envdisclosure.platform.database.TestCluster.PORT;
import static org.envdisclosure.platform.database.TestCluster.PROCESS;
import static org.envdisclosure.platform.database.TestCluster.execute;
import static org.envdisclosure.platform.database.TestCluster.text;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a service finds that was terminated or killed before, and what else may have come into its place since. */
@Timeout(300)
class KilledServiceTest {

    @TempDir
    Path folder;

    private TestCluster cluster;

    @BeforeEach
    void a_new_data_folder() {
        cluster = TestCluster.in(folder);
    }

    @Test
    void a_terminated_service_takes_its_server_with_it_within_ten_seconds() throws Exception {
        ForkedService service = ForkedService.on(folder);
        long server = Postmaster.recordedIn(cluster.files()).orElseThrow().pid();

        assertThat(service.terminate()).isLessThan(10_000);

        assertThat(new Postmaster(cluster.files(), server).isServing()).isFalse();
        assertThat(Postmaster.recordedIn(cluster.files())).isEmpty();
    }

    @Test
    void a_server_that_outlived_its_killed_service_is_replaced_and_has_lost_nothing() throws Exception {
        ForkedService service = ForkedService.on(folder);
        long outlived = Postmaster.recordedIn(cluster.files()).orElseThrow().pid();
        execute(cluster.recordedUrl(), "CREATE TABLE kept AS SELECT generate_series(1, 50000) AS n");
        service.kill();
        assertThat(new Postmaster(cluster.files(), outlived).isServing()).isTrue();

        try (EmbeddedPostgres postgres = cluster.started()) {
            assertThat(text(postgres.url(), "SELECT count(*) || ' ' || sum(n) FROM kept")).isEqualTo("50000 1250025000");
            assertThat(Postmaster.recordedIn(cluster.files()).orElseThrow().pid()).isNotEqualTo(outlived);
            assertThat(new Postmaster(cluster.files(), outlived).isServing()).isFalse();
        }
    }

    @Test
    void a_statement_of_the_killed_service_does_not_commit_behind_the_back_of_the_new_one() throws Exception {
        ForkedService service = ForkedService.on(folder);
        DatabaseUrl before = cluster.recordedUrl();
        execute(before, "CREATE TABLE late (n integer)");
        CompletableFuture<String> session = CompletableFuture.supplyAsync(
                () -> text(before, "INSERT INTO late SELECT 1 FROM pg_sleep(5) RETURNING n"));
        while (text(before, "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'INSERT INTO late%'").equals("0")) {
            Thread.sleep(20);
        }
        service.kill();

        try (EmbeddedPostgres postgres = cluster.started()) {
            assertThatThrownBy(session::join).hasMessageContaining("terminating connection due to administrator command");
            assertThat(text(postgres.url(), "SELECT count(*) FROM late")).isEqualTo("0");
        }
    }

    @Test
    void after_service_and_server_were_both_killed_what_was_committed_is_recovered() throws Exception {
        ForkedService service = ForkedService.on(folder);
        execute(cluster.recordedUrl(), "CREATE TABLE kept AS SELECT generate_series(1, 50000) AS n");
        service.kill();
        cluster.killServer();

        try (EmbeddedPostgres postgres = cluster.started()) {
            assertThat(text(postgres.url(), "SELECT count(*) FROM kept")).isEqualTo("50000");
        }
    }

    @Test
    void another_postgresql_on_the_recorded_port_is_left_alone(@TempDir Path foreign) throws Exception {
        int port;
        try (EmbeddedPostgres other = TestCluster.in(foreign).started()) {
            port = other.url().port();
            execute(other.url(), "CREATE TABLE theirs (n integer)");
            ForkedService.on(folder).kill();
            cluster.killServer();
            cluster.recordLine(PORT, Integer.toString(port));

            try (EmbeddedPostgres postgres = cluster.started()) {
                assertThat(postgres.url().port()).isNotEqualTo(port);
                assertThat(text(postgres.url(), "SELECT count(*) FROM pg_tables WHERE tablename = 'theirs'")).isEqualTo("0");
                assertThat(text(postgres.administratorUrl(), "SHOW data_directory")).isEqualTo(cluster.files().toString());
            }
            assertThat(text(other.url(), "SELECT count(*) FROM theirs")).isEqualTo("0");
        }
    }

    @Test
    void the_server_of_another_folder_is_not_taken_for_ours(@TempDir Path foreign) throws Exception {
        try (EmbeddedPostgres other = TestCluster.in(foreign).started(); EmbeddedPostgres ours = cluster.started()) {
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
        cluster.killServer();
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            cluster.recordLine(PORT, Integer.toString(listener.getLocalPort()));

            try (EmbeddedPostgres postgres = cluster.started()) {
                assertThat(text(postgres.url(), "SELECT 1")).isEqualTo("1");
                assertThat(postgres.url().port()).isNotEqualTo(listener.getLocalPort());
            }
        }
    }

    @Test
    void a_stranger_that_got_the_dead_servers_process_number_is_neither_stopped_nor_in_the_way(@TempDir Path foreign)
            throws Exception {
        ForkedService.on(folder).kill();
        cluster.killServer();
        try (EmbeddedPostgres stranger = TestCluster.in(foreign).started()) {
            long number = Postmaster.recordedIn(stranger.clusterFolder()).orElseThrow().pid();
            cluster.recordLine(PROCESS, Long.toString(number));

            try (EmbeddedPostgres postgres = cluster.started()) {
                assertThat(text(postgres.url(), "SELECT 1")).isEqualTo("1");
            }
            assertThat(text(stranger.url(), "SELECT 1")).isEqualTo("1");
        }
    }
}
