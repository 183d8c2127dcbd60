package org.envdisclosure.platform.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.sql.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class RollupWorkerTest {

    @Inject
    Transactions transactions;

    @Inject
    @All
    List<Rollup> rollups;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private ProbeRollup probe;

    @BeforeEach
    void the_tables_are_empty() throws Exception {
        probe = ProbeRollup.empty(transactions);
    }

    @AfterEach
    void nothing_stays_in_the_queue() throws Exception {
        probe.execute("DELETE FROM rollup_queue WHERE dataset = 'probe-rollup'");
    }

    private void drain(ProbeRollup rollup) {
        new RollupWorker(List.of(rollup), transactions, new RollupMeters(meters)).drain();
    }

    private int computed() {
        return (int) meters.counter("envd_rollup_buckets", "dataset", "probe-rollup").count();
    }

    /** The same tables one step nearer to what was received. */
    private record Nearer(ProbeRollup probe) implements Rollup {
        @Override
        public StoredTable table() {
            return probe.table();
        }

        @Override
        public int steps() {
            return 1;
        }

        @Override
        public int bucketsAtOnce() {
            return probe.bucketsAtOnce();
        }

        @Override
        public void compute(Connection connection, Stage stage) throws SQLException, IOException {
            probe.compute(connection, stage);
        }
    }

    @Test
    void what_is_nearer_to_the_rows_is_computed_first_whenever_it_comes() throws Exception {
        List<String> order = new ArrayList<>();
        Nearer nearer = new Nearer(probe.with(connection -> order.add("nearer")));
        Rollup further = probe.with(connection -> order.add("further"));
        probe.change("a", 1);

        new RollupWorker(List.of(further, nearer), transactions, new RollupMeters(meters)).drain();

        assertThat(order).containsExactly("nearer");
        assertThat(rollups.stream().filter(rollup -> rollup.steps() == 1).map(Rollup::queueName)).containsExactlyInAnyOrder("air-daily", "air-cities-daily", "sources-monitoring");
    }

    @Test
    void a_bucket_that_was_queued_many_times_is_computed_once() throws Exception {
        for (int value = 1; value <= 5; value++) {
            probe.change("a", value);
        }

        drain(probe);

        assertThat(probe.results()).isEqualTo("a=5");
        assertThat(computed()).isEqualTo(1);
        assertThat(probe.waiting()).isZero();
    }

    @Test
    void more_buckets_than_fit_one_transaction_are_all_computed() throws Exception {
        List<String> codes = probe.codesOfOnePart(20);
        for (String code : codes) {
            probe.change(code, 7);
        }

        drain(probe);

        assertThat(probe.results()).isEqualTo(codes.stream().map(code -> code + "=7").collect(Collectors.joining(" ")));
        assertThat(computed()).isEqualTo(20);
        assertThat(probe.text("SELECT count(DISTINCT revision) FROM probe_rollup")).isEqualTo("3");
    }

    @Test
    void what_changes_while_a_bucket_is_computed_is_computed_again() throws Exception {
        probe.change("a", 1);

        drain(probe.with(connection -> probe.change("a", 2)));

        assertThat(probe.results()).isEqualTo("a=1");
        assertThat(probe.waiting()).isEqualTo(1);
        drain(probe);
        assertThat(probe.results()).isEqualTo("a=2");
        assertThat(computed()).isEqualTo(2);
        assertThat(probe.text("SELECT string_agg(value::text, ' ') FROM probe_rollup_history")).isEqualTo("1");
    }

    @Test
    void a_second_worker_leaves_alone_what_the_first_is_at_so_that_no_older_result_follows_a_newer_one() throws Exception {
        probe.change("a", 1);
        CompletableFuture<Void> reading = new CompletableFuture<>();
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        ProbeRollup slow = probe.with(connection -> {
            reading.complete(null);
            goOn.join();
        });
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> drain(slow));
        reading.get(10, TimeUnit.SECONDS);

        probe.change("a", 2);
        drain(probe);

        assertThat(probe.results()).isEmpty();
        assertThat(computed()).isZero();
        goOn.complete(null);
        first.get(10, TimeUnit.SECONDS);
        assertThat(probe.results()).isEqualTo("a=1");
        drain(probe);
        assertThat(probe.results()).isEqualTo("a=2");
    }

    @Test
    void several_workers_share_the_queue_and_compute_nothing_twice() throws Exception {
        for (int number = 0; number < 60; number++) {
            probe.change("k" + number, number);
        }

        CompletableFuture<?>[] workers = {CompletableFuture.runAsync(() -> drain(probe)), CompletableFuture.runAsync(() -> drain(probe)),
            CompletableFuture.runAsync(() -> drain(probe))};
        CompletableFuture.allOf(workers).get(60, TimeUnit.SECONDS);
        drain(probe);

        assertThat(probe.text("SELECT count(*) || ' ' || sum(value) FROM probe_rollup")).isEqualTo("60 1770");
        assertThat(computed()).isEqualTo(60);
        assertThat(probe.waiting()).isZero();
    }

    @Test
    void a_worker_whose_connection_is_killed_midway_loses_nothing_and_blames_no_bucket() throws Exception {
        probe.change("a", 1);
        probe.change("b", 2);

        drain(probe.with(connection -> {
            try (Statement statement = connection.createStatement(); ResultSet pid = statement.executeQuery("SELECT pg_backend_pid()")) {
                pid.next();
                probe.text("SELECT pg_terminate_backend(" + pid.getInt(1) + ")");
            }
        }));

        assertThat(probe.results()).isEmpty();
        assertThat(probe.waiting()).isEqualTo(2);
        drain(probe);
        assertThat(probe.results()).isEqualTo("a=1 b=2");
        assertThat(computed()).isEqualTo(2);
    }

    @Test
    void a_bucket_that_fails_is_put_off_alone_and_the_others_are_computed() throws Exception {
        List<String> codes = probe.codesOfOnePart(20);
        for (String code : codes) {
            probe.change(code, code.equals(codes.get(5)) || code.equals(codes.get(6)) ? -1 : 7);
        }

        drain(probe);

        assertThat(probe.text("SELECT count(*) FROM probe_rollup WHERE value = 7")).isEqualTo("18");
        assertThat(computed()).isEqualTo(18);
        assertThat(meters.counter("envd_rollup_postponed", "dataset", "probe-rollup").count()).isEqualTo(2);
        assertThat(probe.text("""
                SELECT string_agg(bucket_key, ' ' ORDER BY bucket_key) FROM rollup_queue
                 WHERE dataset = 'probe-rollup' AND due_at > now() + interval '50 seconds'""")).isEqualTo(codes.get(5) + " " + codes.get(6));
        drain(probe);
        assertThat(meters.counter("envd_rollup_postponed", "dataset", "probe-rollup").count()).isEqualTo(2);
    }

    @Test
    void what_was_put_off_comes_back_as_soon_as_its_input_changes() throws Exception {
        probe.change("a", -1);
        drain(probe);

        probe.change("a", 3);
        drain(probe);

        assertThat(probe.results()).isEqualTo("a=3");
        assertThat(probe.waiting()).isZero();
    }

    @Test
    void an_equal_result_is_no_revision_and_keeps_the_moment_it_was_computed_at() throws Exception {
        probe.change("a", 1);
        drain(probe);
        String before = probe.revision() + " " + probe.text("SELECT computed_at FROM probe_rollup");

        probe.change("a", 1);
        drain(probe);

        assertThat(computed()).isEqualTo(2);
        assertThat(probe.revision() + " " + probe.text("SELECT computed_at FROM probe_rollup")).isEqualTo(before);
        assertThat(probe.text("SELECT count(*) FROM probe_rollup_history")).isEqualTo("0");
    }

    @ParameterizedTest(name = "of {0} days from today, came {1} hours ago: {2}")
    @CsvSource({"0, 0, false", "0, 3, true", "-1, 0, true", "1, 0, false", "1, 24, true"})
    void while_its_day_runs_a_bucket_waits_for_the_end_of_the_slot_it_came_in(int days, int hoursAgo, boolean isComputed) throws Exception {
        ProbeRollup running = probe.restingWhileRunning(Duration.ofHours(3));
        probe.change("a", 1);
        probe.execute("""
                UPDATE rollup_queue SET due_at = due_at - interval '%1$d hours', queued_at = queued_at - interval '%1$d hours',
                                        bucket_day = (clock_timestamp() AT TIME ZONE INTERVAL '+08:00')::date + %2$d
                 WHERE dataset = 'probe-rollup'""".formatted(hoursAgo, days));
        probe.execute("UPDATE probe_rollup_input SET date = (SELECT bucket_day FROM rollup_queue WHERE dataset = 'probe-rollup')");
        assertThat(probe.text("SELECT min(queued_at) > clock_timestamp() FROM " + running.queueTable())).as("resting is no lag").isEqualTo(isComputed ? "f" : "t");

        drain(running);

        assertThat(probe.results()).isEqualTo(isComputed ? "a=1" : "");
        assertThat(probe.waiting()).isEqualTo(isComputed ? 0 : 1);
    }

    @Test
    void a_bucket_rests_before_it_is_computed() throws Exception {
        probe.change("a", 1);

        drain(probe.resting(Duration.ofHours(1)));

        assertThat(probe.results()).isEmpty();
        probe.execute("UPDATE rollup_queue SET due_at = due_at - interval '1 hour' WHERE dataset = 'probe-rollup'");
        drain(probe.resting(Duration.ofHours(1)));
        assertThat(probe.results()).isEqualTo("a=1");
    }
}
