package org.envdisclosure.platform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lane by itself, with bounds of its own; in a running application because it looks at the request it serves. */
@QuarkusTest
@QuarkusTestResource(value = ExportDatabase.class, restrictToAnnotatedClass = true)
class ExportLaneTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<Column> NUMBER = List.of(Column.integer("g", "数", "number"));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ExportLane lane = lane(ExportDatabase.address(), Duration.ofMillis(600));

    @AfterEach
    void stop() throws Exception {
        lane.stop(new ShutdownEvent());
    }

    @Test
    void queries_and_rows_come_from_one_snapshot() throws Exception {
        ExportDatabase.execute("DROP TABLE IF EXISTS growing; CREATE TABLE growing (g integer); INSERT INTO growing VALUES (1), (2)");
        Sql count = Sql.of("SELECT count(*) FROM growing");

        ExportStream stream = await(session -> {
            assertThat(session.query(count, ExportLaneTest::number)).isEqualTo(2);
            grow();
            assertThat(session.query(count, ExportLaneTest::number)).isEqualTo(2);
            return session.stream(numbers("SELECT g FROM growing ORDER BY g"));
        });

        assertThat(read(stream)).isEqualTo("g\n1\n2\n");
    }

    @Test
    void the_clock_of_a_session_stands_at_the_offset_of_the_wire_and_it_cannot_write() {
        String zone = await(session -> session.query(Sql.of("SELECT timestamptz '2026-05-01T05:00:00Z'::text"), rows -> rows.next() ? rows.getString(1) : ""));

        assertThat(zone).isEqualTo("2026-05-01 13:00:00+08");
        assertThatThrownBy(() -> await(session -> session.query(Sql.of("CREATE TABLE written (g integer)"), rows -> 0)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("read-only transaction");
    }

    @Test
    void a_value_is_data_whatever_it_looks_like() {
        String odd = "'; DROP TABLE numbers; -- {fn now()} ? \\";

        assertThat(this.<String>await(session -> session.query(Sql.of("SELECT ?", odd), rows -> rows.next() ? rows.getString(1) : ""))).isEqualTo(odd);
    }

    @Test
    void a_place_without_a_stream_is_free_at_once() {
        await(session -> 1);

        assertThat(running()).isZero();
        assertThat(ended("not_streamed")).isEqualTo(1);
    }

    @Test
    void a_refusal_of_the_caller_frees_its_place() {
        assertThatThrownBy(() -> await(session -> {
            throw ProblemType.NOT_FOUND.because("没有", "nothing there");
        })).isInstanceOf(ApiProblem.class).hasMessageContaining("nothing there");
        assertThat(running()).isZero();
    }

    @Test
    void a_stream_nobody_writes_is_given_up() throws Exception {
        ExportStream stream = await(session -> session.stream(numbers("SELECT g FROM numbers")));
        assertThat(running()).isEqualTo(1);

        Thread.sleep(1500);

        assertThat(running()).isZero();
        assertThat(stream.place().claim()).isFalse();
        assertThat(ended("not_streamed")).isEqualTo(1);
    }

    @Test
    void the_lane_refuses_whoever_finds_it_full_and_takes_the_next() throws Exception {
        ExportStream held = await(session -> session.stream(numbers("SELECT g FROM numbers WHERE g < 3 ORDER BY g")));

        assertProblem(() -> await(session -> 1), ProblemType.EXPORTS_BUSY);
        assertThat(ended("refused")).isEqualTo(1);

        assertThat(read(held)).isEqualTo("g\n1\n2\n");
        assertThat(this.<Integer>await(session -> 1)).isEqualTo(1);
    }

    @Test
    void a_query_that_takes_too_long_is_a_problem_that_says_so() {
        assertProblem(() -> await(session -> session.query(Sql.of("SELECT pg_sleep(30)"), rows -> 0)), ProblemType.UNAVAILABLE);
        assertThat(running()).isZero();
    }

    @Test
    void a_database_that_cannot_be_reached_is_a_problem() throws Exception {
        ExportLane nowhere = lane("jdbc:postgresql://127.0.0.1:1/postgres", Duration.ofSeconds(1));

        assertProblem(() -> nowhere.open(session -> 1).await().atMost(PATIENCE), ProblemType.UNAVAILABLE);
        assertProblem(() -> nowhere.open(session -> 1).await().atMost(PATIENCE), ProblemType.UNAVAILABLE);
        nowhere.stop(new ShutdownEvent());
    }

    @Test
    void an_idle_connection_that_died_is_not_used() throws Exception {
        int first = await(session -> session.query(Sql.of("SELECT pg_backend_pid()"), ExportLaneTest::number));
        assertThat(this.<Integer>await(session -> session.query(Sql.of("SELECT pg_backend_pid()"), ExportLaneTest::number))).isEqualTo(first);

        ExportDatabase.value("SELECT pg_terminate_backend(" + first + ", 5000)");

        assertThat(this.<Integer>await(session -> session.query(Sql.of("SELECT pg_backend_pid()"), ExportLaneTest::number))).isNotEqualTo(first);
    }

    @Test
    void a_stop_ends_what_runs() throws Exception {
        ExportStream stream = await(session -> session.stream(numbers("SELECT g FROM numbers, pg_sleep(30)")));
        stream.place().claim();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            try {
                stream.writeTo(OutputStream.nullOutputStream());
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        Thread.sleep(200);

        lane.stop(new ShutdownEvent());

        assertThatThrownBy(() -> writing.get(5, TimeUnit.SECONDS))
                .satisfies(failure -> assertThat(failure.getCause().getCause()).isInstanceOf(SQLException.class));
        assertThat(ExportDatabase.value("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'COPY%pg_sleep(30)%'"))
                .isEqualTo("0");
        assertThat(stream.place().end(Ending.FAILED)).isEqualTo(Ending.SHUT_DOWN);
    }

    @Test
    void a_caller_that_goes_while_the_snapshot_answers_frees_its_place() throws Exception {
        CountDownLatch asking = new CountDownLatch(1);
        var subscription = lane.open(session -> {
            asking.countDown();
            return session.query(Sql.of("SELECT pg_sleep(30)"), rows -> 0);
        }).subscribe().with(answer -> { });
        asking.await();

        subscription.cancel();

        for (int i = 0; i < 100 && running() > 0; i++) {
            Thread.sleep(20);
        }
        assertThat(ended("client_gone")).isEqualTo(1);
    }

    private <T> T await(Function<ExportSession, T> answer) {
        return lane.open(answer).await().atMost(PATIENCE);
    }

    private static void assertProblem(ThrowingCallable call, ProblemType type) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ApiProblem.class, problem -> assertThat(problem.type()).isEqualTo(type));
    }

    /** As the writer of an answer does it. */
    private static String read(ExportStream stream) throws Exception {
        assertThat(stream.place().claim()).isTrue();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stream.writeTo(out);
        stream.place().end(Ending.FINISHED);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ExportRequest numbers(String select) {
        return new ExportRequest(NUMBER, Sql.of(select), Format.CSV, false, Coding.IDENTITY);
    }

    private static int number(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getInt(1);
    }

    private static void grow() {
        try {
            ExportDatabase.execute("INSERT INTO growing VALUES (3)");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private double running() {
        return meters.get("envd.exports.running").gauge().value();
    }

    private double ended(String outcome) {
        return meters.get("envd.exports").tag("outcome", outcome).counter().count();
    }

    /** One place. */
    private ExportLane lane(String url, Duration stall) {
        ExportConfig config = new ExportConfig() {
            @Override
            public int parallel() {
                return 1;
            }

            @Override
            public Duration silence() {
                return Duration.ofSeconds(2);
            }

            @Override
            public Duration longest() {
                return Duration.ofSeconds(30);
            }

            @Override
            public Duration stall() {
                return stall;
            }

            @Override
            public int niceness() {
                return 0;
            }
        };
        ExportConnections connections = new ExportConnections(Optional.of(url), Optional.of("postgres"), Optional.empty(), false, config);
        return new ExportLane(connections, config, url.endsWith(":1/postgres") ? new SimpleMeterRegistry() : meters);
    }
}
