package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.envdisclosure.PackagedJar.Receipt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} of the service while the import command sends file after file: some are stored, one is under way. */
@Timeout(300)
class KilledImportIT {

    private static final int FILES = 4;
    private static final int STORED_BEFORE = 1;
    private static final String BATCHES = "SELECT count(*) FROM ingest_batch WHERE dataset = 'air-hourly' AND state = 'stored'";
    private static final String STAGING = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'COPY stage_%'";
    private static final String WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'";

    @TempDir
    static Path folder;

    private static RunningService service;

    /** What the batch is doing; it is held there by a lock of the test's, where it would be too quick to be met. */
    enum Moment {
        ROWS_ARE_STAGED("SELECT 1", STAGING),
        THE_MERGE_IS_NEXT("SELECT revision FROM dataset_head WHERE dataset = 'air-hourly' FOR UPDATE", WAITING),
        ROWS_ARE_PUBLISHED("LOCK TABLE air_hourly IN SHARE MODE", WAITING);

        private final String hold;
        private final String reached;

        Moment(String hold, String reached) {
            this.hold = hold;
            this.reached = reached;
        }
    }

    @BeforeAll
    static void a_service_without_sample() throws Exception {
        service = RunningService.in(folder, Map.of("ENVD_SAMPLE_DATA", "never"));
    }

    @AfterAll
    static void nothing_is_left_running() {
        if (service != null) {
            service.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_lost_and_nothing_is_double(Moment moment) throws Exception {
        MadeUpHours hours = new MadeUpHours("KILL-" + moment.ordinal() + "-", 40, 2_000);
        service.client().post("/air/stations", "application/x-ndjson", hours.register().getBytes(StandardCharsets.UTF_8));
        List<Path> files = hours.files(folder, FILES);
        PackagedJar.Started importing = service.started("import", Stream.concat(Stream.of("--retries", "0"), arguments(files)).toArray(String[]::new));
        kill(moment);
        PackagedJar.Ended cut = PackagedJar.ended(importing);
        assertThat(cut.exitCode()).as(cut.err()).isEqualTo(2);

        startAgain();

        long rowsInFile = hours.rows() / FILES;
        long stored = count("SELECT count(DISTINCT batch_id) FROM air_hourly WHERE station_code LIKE '" + hours.prefix() + "%'");
        assertThat(stored).isBetween((long) STORED_BEFORE, FILES - 1L).isGreaterThanOrEqualTo(cut.receipts().size());
        assertThat(rows(hours)).isEqualTo(stored * rowsInFile);
        PackagedJar.Ended whole = service.run("import", arguments(files).toArray(String[]::new));
        assertThat(whole.exitCode()).as(whole.err()).isZero();
        assertThat(whole.receipts()).hasSize(FILES).allMatch(Receipt::addsUp);
        assertThat(Receipt.sum(whole.receipts())).isEqualTo(
                new Receipt(hours.rows(), hours.rows() - stored * rowsInFile, stored * rowsInFile, 0, 0));
        requireAll(hours);
        System.out.printf("killed when %s: %d of %d files were stored, %d rows inserted again, none lost, none double%n",
                moment, stored, FILES, hours.rows() - stored * rowsInFile);
    }

    private static void kill(Moment moment) throws Exception {
        try (Connection database = service.database().connect()) {
            long before = count(database, BATCHES);
            await(database, BATCHES, before + STORED_BEFORE);
            database.setAutoCommit(false);
            try (Statement statement = database.createStatement()) {
                statement.execute(moment.hold);
            }
            try (Connection other = service.database().connect()) {
                await(other, moment.reached, 1);
            }
            service.kill();
        }
    }

    /** The database that outlived its service is replaced by one of the new service. */
    private static void startAgain() throws Exception {
        ProcessHandle left = service.database().server().orElseThrow();
        service = RunningService.in(folder, Map.of("ENVD_SAMPLE_DATA", "never"));
        assertThat(left.isAlive()).isFalse();
        assertThat(service.database().server().orElseThrow().pid()).isNotEqualTo(left.pid());
    }

    private static Stream<String> arguments(List<Path> files) {
        return Stream.concat(Stream.of("--dataset", "air-hourly"), files.stream().map(Path::toString));
    }

    private static long rows(MadeUpHours hours) {
        return service.client().get(target(hours, "station_code")).lines().count() - 1;
    }

    private static void requireAll(MadeUpHours hours) throws Exception {
        try (BufferedReader csv = new BufferedReader(new InputStreamReader(
                service.client().stream(target(hours, MadeUpHours.COLUMNS)).body(), StandardCharsets.UTF_8))) {
            hours.requireAll(csv.lines().iterator());
        }
    }

    private static String target(MadeUpHours hours, String fields) {
        return "/air/hourly?format=csv&fields=" + fields + "&station=" + String.join(",", hours.codes());
    }

    private static void await(Connection database, String count, long wanted) throws SQLException, InterruptedException {
        long limit = System.nanoTime() + 60_000_000_000L;
        while (count(database, count) < wanted) {
            assertThat(System.nanoTime()).as(count).isLessThan(limit);
            Thread.sleep(2);
        }
    }

    private static long count(String query) throws Exception {
        try (Connection database = service.database().connect()) {
            return count(database, query);
        }
    }

    private static long count(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
