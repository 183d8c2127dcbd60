package org.envdisclosure.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void an_unpacking_or_initdb_cut_half_way_is_never_used_and_is_cleared_away() throws IOException {
        Path halfCluster = half("unfinished-cluster-123", "files/base/1");
        Path halfPrograms = half("unfinished-postgresql-binaries-123", "bin/postgres");
        Path olderPrograms = half("postgresql-binaries-01234567", "bin/postgres");

        EmbeddedPostgres.start(EmbeddedOptions.in(folder)).close();

        assertThat(List.of(halfCluster, halfPrograms, olderPrograms)).noneMatch(Files::exists);
        assertThat(folder.resolve("postgresql-17/PG_VERSION")).hasContent("17");
    }

    @Test
    void programs_that_a_power_cut_emptied_are_unpacked_again() throws IOException {
        Path programs = PostgresBinaries.unpackedIn(folder);
        Files.write(programs.resolve("bin/postgres"), new byte[0]);

        assertThat(PostgresBinaries.unpackedIn(folder)).isEqualTo(programs);

        assertThat(programs.resolve("bin/postgres")).isExecutable();
        assertThat(Files.size(programs.resolve("bin/postgres"))).isGreaterThan(1_000_000);
    }

    @Test
    void an_empty_folder_of_the_clusters_name_is_filled() throws IOException {
        Files.createDirectories(folder.resolve("postgresql-17"));

        started().close();

        assertThat(folder.resolve("postgresql-17/PG_VERSION")).hasContent("17");
    }

    @Test
    void strange_files_in_the_clusters_place_are_not_touched() throws IOException {
        Path strange = half("postgresql-17", "letters/to-the-mayor.txt");

        assertThatThrownBy(this::started).isInstanceOf(DatabaseUnavailableException.class)
                .hasMessage("%s holds files but no PostgreSQL cluster. Move them away, or give the service another folder with"
                        + " ENVD_DATA_DIR.", strange.toRealPath());
        assertThat(strange.resolve("letters/to-the-mayor.txt")).hasContent("half");
    }

    @Test
    void data_of_another_major_version_is_not_hidden_behind_an_empty_database() throws IOException {
        Path older = half("postgresql-16", "PG_VERSION");

        assertThatThrownBy(this::started).isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageStartingWith("The data is in %s, but this version of the service brings postgresql-17.",
                        older.toRealPath());
        assertThat(folder.resolve("postgresql-17")).doesNotExist();
    }

    @Test
    void a_data_folder_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> EmbeddedPostgres.start(EmbeddedOptions.in(file.resolve("data"))))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageStartingWith("The data folder " + file.resolve("data") + " cannot be made: ");
    }

    @Test
    void a_folder_with_spaces_and_quotes_will_do() throws IOException {
        Path odd = folder.resolve("bureau's data (2026) & more");

        EmbeddedPostgres.start(new EmbeddedOptions(odd, TestServer.binaries(), true)).close();
        EmbeddedPostgres.start(new EmbeddedOptions(odd, TestServer.binaries(), true)).close();

        assertThat(odd.resolve("postgresql-17/PG_VERSION")).hasContent("17");
    }

    @Test
    void a_folder_the_shell_would_misread_is_refused() {
        Path odd = folder.resolve("data$HOME");

        assertThatThrownBy(() -> EmbeddedPostgres.start(EmbeddedOptions.in(odd))).isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageEndingWith("data$HOME has one of \" $ ` in its path, which PostgreSQL's start does not bear."
                        + " Name another with ENVD_DATA_DIR.");
    }

    @Test
    void the_servers_logs_are_in_the_data_folder() throws IOException {
        started().close();

        assertThat(Folders.entries(folder.resolve("log"), "postgresql-")).extracting(log -> log.getFileName().toString())
                .contains("postgresql-initdb.log", "postgresql-start.log")
                .anyMatch(name -> name.matches("postgresql-(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\.log"));
    }

    /** Where user namespaces are forbidden to root, a container above all. */
    @Test
    void root_can_step_down_to_an_account_of_its_own() throws Exception {
        assumeTrue(ProcessHandle.current().info().user().equals(Optional.of("root")), "only root has accounts to step down to");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path binaries = PostgresBinaries.unpackedIn(folder);
        ServerAccount nobody = ServerAccount.steppingDownTo(new ServerAccount.Owner(65_534, 65_534));
        Path logs = Files.createDirectories(folder.resolve("log"));
        nobody.own(logs);
        PostgresPrograms programs = new PostgresPrograms(binaries, nobody, logs);

        Cluster cluster = Cluster.openOrCreate(EmbeddedOptions.in(folder), programs, logs);

        assertThat(Files.getAttribute(cluster.folder(), "unix:uid")).isEqualTo(65_534);
        assertThat(cluster.password()).hasSize(32);
        started().close();
        assertThat(Files.getAttribute(cluster.folder().resolve("base"), "unix:uid"))
                .as("taken back by a service whose namespaces work").isEqualTo(0);
    }

    private EmbeddedPostgres started() {
        return EmbeddedPostgres.start(new EmbeddedOptions(folder, TestServer.binaries(), true));
    }

    private Path half(String name, String file) throws IOException {
        Path half = folder.resolve(name);
        Files.createDirectories(half.resolve(file).getParent());
        Files.writeString(half.resolve(file), "half");
        return half;
    }
}
