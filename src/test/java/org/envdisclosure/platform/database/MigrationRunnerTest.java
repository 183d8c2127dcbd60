package org.envdisclosure.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationRunnerTest {

    private static final String ALL_STEPS = "SELECT step FROM trace ORDER BY position";

    private DataSource database;

    @BeforeEach
    void an_empty_database() {
        database = TestDatabase.dataSource(TestDatabase.fresh());
    }

    @Test
    void rooms_are_migrated_platform_first_then_place_then_datasets_by_name() throws SQLException {
        run("migration-rooms");

        assertThat(rows(ALL_STEPS)).containsExactly(
                "platform 1", "platform 2 ${not a placeholder}", "place 1", "alpha 1", "zulu 1");
        assertThat(rows("SELECT tablename FROM pg_tables WHERE tablename LIKE 'flyway_history_%' ORDER BY 1")).containsExactly(
                "flyway_history_alpha", "flyway_history_place", "flyway_history_platform", "flyway_history_zulu");
        assertThat(rows("SELECT indexname FROM pg_indexes WHERE tablename = 'alpha_hourly'"))
                .containsExactly("alpha_hourly_by_station");
    }

    @Test
    void a_second_run_applies_nothing() throws SQLException {
        run("migration-rooms");
        run("migration-rooms");

        assertThat(rows(ALL_STEPS)).hasSize(5);
        assertThat(rows("SELECT version || ' ' || script || ' ' || success FROM flyway_history_platform ORDER BY installed_rank"))
                .containsExactly("1 V1__trace_of_what_ran.sql true", "2 V2__second_step.sql true");
    }

    @Test
    void a_start_with_the_same_scripts_does_not_trouble_flyway() throws SQLException {
        run("migration-rooms", view("CREATE OR REPLACE VIEW alpha_rules AS SELECT 1 AS n"));
        // Flyway would find this out, and refuse
        execute("ALTER TABLE flyway_history_platform RENAME COLUMN installed_by TO changed");

        run("migration-rooms", view("CREATE OR REPLACE VIEW alpha_rules AS SELECT 1 AS n"));
    }

    @Test
    void a_history_that_is_not_as_it_was_left_is_looked_at_again() throws SQLException {
        run("migration-rooms");
        execute("UPDATE flyway_history_zulu SET checksum = checksum + 1 WHERE version = '1'");

        assertThatThrownBy(() -> run("migration-rooms")).isInstanceOf(FlywayException.class).hasMessageContaining("checksum");
    }

    @RepeatedTest(3)
    void replicas_that_start_together_apply_each_step_once() throws Exception {
        int replicas = 3;
        CyclicBarrier together = new CyclicBarrier(replicas);
        Callable<Boolean> replica = () -> {
            together.await();
            run("migration-rooms", view("SELECT 1 AS n"));
            return true;
        };
        ExecutorService threads = Executors.newFixedThreadPool(replicas);
        try {
            for (Future<Boolean> end : threads.invokeAll(List.of(replica, replica, replica))) {
                assertThat(end.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(rows(ALL_STEPS)).hasSize(5);
        assertThat(rows("SELECT count(*) FROM flyway_history_zulu WHERE version = '1'")).containsExactly("1");
        assertThat(rows("SELECT count(*) FROM flyway_history_alpha WHERE script = 'R__alpha_rules.sql'")).containsExactly("1");
    }

    @Test
    void generated_sql_runs_after_its_room_and_again_only_when_its_text_changes() throws SQLException {
        String trace = "INSERT INTO trace (step) VALUES ('generated');";
        run("migration-rooms", view(trace + "CREATE OR REPLACE VIEW alpha_rules AS SELECT 50 AS breakpoint"));
        run("migration-rooms", view(trace + "CREATE OR REPLACE VIEW alpha_rules AS SELECT 50 AS breakpoint"));
        assertThat(rows(ALL_STEPS)).containsExactly(
                "platform 1", "platform 2 ${not a placeholder}", "place 1", "alpha 1", "generated", "zulu 1");

        run("migration-rooms", view(trace + "CREATE OR REPLACE VIEW alpha_rules AS SELECT 60 AS breakpoint"));

        assertThat(rows("SELECT breakpoint FROM alpha_rules")).containsExactly("60");
        assertThat(rows("SELECT count(*) FROM trace WHERE step = 'generated'")).containsExactly("2");
    }

    @Test
    void generated_sql_runs_again_after_a_new_migration_which_may_have_taken_away_what_it_made(@TempDir Path folder) throws Exception {
        Path before = jar(folder.resolve("before.jar"), "packed/alpha/V1__first.sql", "CREATE TABLE stored (n integer)");
        Path after = jar(folder.resolve("after.jar"), "packed/alpha/V1__first.sql", "CREATE TABLE stored (n integer)",
                "packed/alpha/V2__second.sql", "DROP TABLE stored CASCADE; CREATE TABLE stored AS SELECT 7 AS n");
        for (Path jar : List.of(before, after)) {
            try (URLClassLoader classPath = new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
                new MigrationRunner("packed", classPath).run(database, List.of(view("CREATE OR REPLACE VIEW alpha_rules AS SELECT n FROM stored")));
            }
        }

        assertThat(rows("SELECT n FROM alpha_rules")).containsExactly("7");
    }

    @Test
    void generated_sql_that_is_given_up_does_not_stop_the_next_start() throws SQLException {
        run("migration-rooms", view("CREATE VIEW alpha_rules AS SELECT 1 AS n"));

        run("migration-rooms");

        assertThat(rows("SELECT n FROM alpha_rules")).containsExactly("1");
    }

    @Test
    void a_room_may_have_generated_sql_alone() throws SQLException {
        run("migration-rooms", new Generated("mike", "rules", "INSERT INTO trace (step) VALUES ('mike')"));

        assertThat(rows("SELECT step FROM trace ORDER BY position OFFSET 3")).containsExactly("alpha 1", "mike", "zulu 1");
    }

    @Test
    void migrations_are_found_in_a_jar_as_in_folders(@TempDir Path folder) throws Exception {
        Path jar = jar(folder.resolve("service 1.jar"), "packed/platform/V1__first.sql", "CREATE TABLE packed (n integer)",
                "packed/yankee/V1__first.sql", "INSERT INTO packed VALUES (7)");
        try (URLClassLoader classPath = new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
            new MigrationRunner("packed", classPath).run(database, List.of());
        }

        assertThat(rows("SELECT n FROM packed")).containsExactly("7");
    }

    @Test
    void a_migration_that_was_changed_after_it_ran_is_refused(@TempDir Path folder) throws Exception {
        runFolder(folder, "CREATE TABLE one (n integer)");

        assertThatThrownBy(() -> runFolder(folder, "CREATE TABLE two (n integer)")).isInstanceOf(FlywayException.class)
                .hasMessageContaining("Migration checksum mismatch for migration version 1");
        assertThat(rows("SELECT count(*) FROM pg_tables WHERE tablename = 'two'")).containsExactly("0");
    }

    @Test
    void a_migration_that_fails_leaves_nothing_behind_and_runs_once_it_is_mended(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> runFolder(folder, "CREATE TABLE one (n integer); SELECT no_such_column"))
                .isInstanceOf(FlywayException.class).hasMessageContaining("no_such_column");
        assertThat(rows("SELECT count(*) FROM pg_tables WHERE tablename = 'one'")).containsExactly("0");

        runFolder(folder, "CREATE TABLE one (n integer)");

        assertThat(rows("SELECT count(*) FROM one")).containsExactly("0");
    }

    @Test
    void an_older_version_starts_on_a_newer_schema(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("made/platform"));
        Files.writeString(folder.resolve("made/platform/V2__later.sql"), "CREATE TABLE later (n integer)");
        runFolder(folder, "CREATE TABLE one (n integer)");
        Files.delete(folder.resolve("made/platform/V2__later.sql"));

        runFolder(folder, "CREATE TABLE one (n integer)");

        assertThat(rows("SELECT count(*) FROM later")).containsExactly("0");
    }

    @Test
    void a_folder_that_cannot_be_a_room_is_refused(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("made/Air Quality"));

        assertThatThrownBy(() -> runFolder(folder, "SELECT 1")).isInstanceOf(IllegalStateException.class)
                .hasMessage("a folder under made must have a name of a-z, 0-9 and _, not 'Air Quality'");
    }

    @Test
    void a_service_packed_without_its_migrations_does_not_start() {
        assertThatThrownBy(() -> run("no-such-root")).isInstanceOf(IllegalStateException.class)
                .hasMessage("there is no migration under no-such-root on the class path: the service is incomplete");
    }

    private void run(String root, GeneratedSql... generated) {
        new MigrationRunner(root, getClass().getClassLoader()).run(database, List.of(generated));
    }

    private void runFolder(Path folder, String sql) throws IOException {
        Path script = folder.resolve("made/platform/V1__only.sql");
        Files.createDirectories(script.getParent());
        Files.writeString(script, sql);
        try (URLClassLoader classPath = new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            new MigrationRunner("made", classPath).run(database, List.of());
        }
    }

    private static GeneratedSql view(String sql) {
        return new Generated("alpha", "alpha_rules", sql);
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement();
                ResultSet result = sql.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    private static Path jar(Path jar, String... namesAndTexts) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry("packed/"));
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new JarEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes(UTF_8));
            }
        }
        return jar;
    }

    private record Generated(String room, String name, String sql) implements GeneratedSql {
    }
}
