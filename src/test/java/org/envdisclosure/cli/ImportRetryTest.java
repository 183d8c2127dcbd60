package org.envdisclosure.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import org.envdisclosure.cli.RemoteService.Answer;
import org.envdisclosure.cli.RemoteService.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Busy, dying and silent services. */
@Timeout(60)
class ImportRetryTest {

    private static final String RECEIPT = RemoteService.receipt(1, 1, 0, 0, 0).body();
    private static final int LARGE = 20_000_000;

    @TempDir
    Path folder;

    private final RemoteService server = new RemoteService();
    private String file = "";

    @BeforeEach
    void file() throws IOException {
        file = Files.writeString(folder.resolve("a.csv"), "rows").toString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {429, 502, 503, 504})
    void a_busy_service_is_asked_again_after_the_time_it_names(int status) {
        server.answers(Answer.problem(status, "{\"title\":\"Busy\"}").with("Retry-After", "1"), RemoteService.receipt(1, 1, 0, 0, 0));
        long start = System.nanoTime();

        Run run = Run.imports(server, file);

        assertThat(run.exitCode()).isZero();
        assertThat(run.errLines()).containsExactly(
                file + ": failed: " + status + " Busy", file + ":   the service asks to wait 1 s", file + ": trying again in 1 s (1 of 3)");
        assertThat(run.outLines()).singleElement().asString().startsWith(file + ": received=1 ");
        assertThat(server.requests()).extracting(Request::text).containsExactly("rows", "rows");
        assertThat(System.nanoTime() - start).isGreaterThan(1_000_000_000L);
    }

    @Test
    void a_service_that_stays_busy_is_given_up_and_the_next_file_is_not_sent() {
        server.answers(Answer.problem(429, "{\"title\":\"Busy\"}").with("Retry-After", "0"));

        Run run = Run.imports(server, "--retries", "2", file, file);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(server.requests()).hasSize(3);
        assertThat(run.errLines()).last().isEqualTo("stopped; 1 of 2 files were not sent");
    }

    @Test
    void a_service_that_asks_for_more_than_five_minutes_is_not_waited_for() {
        server.answers(Answer.problem(503, "{\"title\":\"Maintenance\"}").with("Retry-After", "3600"));

        Run run = Run.imports(server, file);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(server.requests()).hasSize(1);
        assertThat(run.errLines()).containsExactly(file + ": failed: 503 Maintenance", file + ":   the service asks to wait 3600 s");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {400, 401, 413, 500})
    void what_would_fail_again_is_not_tried_again(int status) {
        server.answers(Answer.problem(status, "{}"));

        Run.imports(server, file);

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_service_that_dies_while_it_is_sent_a_file_gets_it_again_from_the_start() throws IOException {
        byte[] rows = new byte[LARGE];
        Arrays.fill(rows, (byte) 'x');
        rows[0] = 'F';
        Path large = Files.write(folder.resolve("large.csv"), rows);
        AtomicInteger received = new AtomicInteger();
        try (RawService dying = new RawService(
                connection -> {
                    RawService.readHead(connection.getInputStream());
                    connection.getInputStream().readNBytes(100_000);
                },
                connection -> {
                    RawService.readHead(connection.getInputStream());
                    byte[] body = connection.getInputStream().readNBytes(LARGE);
                    received.set(Arrays.equals(body, rows) ? body.length : -1);
                    RawService.answer(connection, RECEIPT);
                })) {

            Run run = Run.imports(dying.url(), InputStream.nullInputStream(), large.toString());

            assertThat(run.errLines()).hasSize(2);
            assertThat(run.errLines().get(0)).startsWith(large + ": failed: the connection to " + dying.url() + " broke off before an answer: ");
            assertThat(run.errLines().get(1)).isEqualTo(large + ": trying again in 1 s (1 of 3)");
            assertThat(received).hasValue(LARGE);
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void a_silent_service_is_given_up_after_the_timeout() throws IOException {
        try (RawService silent = new RawService(connection -> connection.getInputStream().readAllBytes())) {
            Run run = Run.imports(silent.url(), InputStream.nullInputStream(), "--timeout", "1", "--retries", "0", file);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.errLines()).containsExactly(
                    file + ": failed: no answer from " + silent.url() + ", and nothing has moved for 1 s");
        }
    }

    @Test
    void a_slow_service_is_not_given_up_while_bytes_move() throws IOException {
        Path large = Files.write(folder.resolve("large.csv"), new byte[LARGE]);
        try (RawService slow = new RawService(connection -> {
            RawService.readHead(connection.getInputStream());
            for (int part = 0; part < 10; part++) {
                connection.getInputStream().readNBytes(LARGE / 10);
                pause(300);
            }
            RawService.answer(connection, RECEIPT);
        })) {
            Run run = Run.imports(slow.url(), InputStream.nullInputStream(), "--timeout", "2", "--retries", "0", large.toString());

            assertThat(run.err()).isEmpty();
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void the_standard_input_is_not_sent_twice_once_it_was_read() {
        server.answers(Answer.problem(503, "{\"title\":\"Away\"}").with("Retry-After", "0"));

        Run run = Run.imports(server.url(), new ByteArrayInputStream("rows".getBytes(UTF_8)), "--content-type", "csv", "-");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(server.requests()).hasSize(1);
        assertThat(run.errLines()).containsExactly("stdin: failed: 503 Away", "stdin:   the service asks to wait 0 s");
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }
}
