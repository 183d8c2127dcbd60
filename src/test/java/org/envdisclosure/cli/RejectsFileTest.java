package org.envdisclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.envdisclosure.cli.RemoteService.Answer;
import org.envdisclosure.cli.RemoteService.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --rejects}, through the command. */
class RejectsFileTest {

    private static final Answer TWO_REJECTED = RemoteService.receipt(3, 1, 0, 0, 2);

    @TempDir
    Path folder;

    private final RemoteService server = new RemoteService();
    private String first = "";
    private String second = "";

    @BeforeEach
    void files() throws IOException {
        first = Files.writeString(folder.resolve("first.csv"), "first").toString();
        second = Files.writeString(folder.resolve("second.csv"), "second").toString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_rejected_rows_of_all_files_stand_in_one_csv_with_the_file_in_front() throws IOException {
        Path rejects = folder.resolve("rejects.csv");
        server.answers(
                TWO_REJECTED, csv("line,reason,raw\n2,bad_time,\"a,\"\"b\"\",\nc\"\n3,bad_key,'=1+1\n"),
                TWO_REJECTED, csv("line,reason,raw\n5,bad_time,x\n9,bad_key,\n"));

        Run run = Run.imports(server, "--rejects", rejects.toString(), first, second);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(server.requests()).extracting(Request::uri).containsExactly(
                "/api/v1/air/hourly", "/api/v1/ingest/batches/b-7/rejects?format=csv",
                "/api/v1/air/hourly", "/api/v1/ingest/batches/b-7/rejects?format=csv");
        assertThat(server.requests()).extracting(request -> request.header("X-API-Key")).containsOnly(Run.KEY);
        assertThat(rejects).hasContent("""
                file,line,reason,raw
                %1$s,2,bad_time,"a,""b"",
                c"
                %1$s,3,bad_key,'=1+1
                %2$s,5,bad_time,x
                %2$s,9,bad_key,
                """.formatted(first, second));
        assertThat(run.errLines()).containsExactly(
                first + ": all rejected rows are in " + rejects, second + ": all rejected rows are in " + rejects);
    }

    @Test
    void a_name_that_ends_so_is_written_as_ndjson() throws IOException {
        Path rejects = folder.resolve("rejects.ndjson");
        server.answers(TWO_REJECTED, new Answer(200, Map.of(), "{\"line\":2,\"reason\":\"bad_time\",\"raw\":\"站\"}\n{\"line\":3}\n"));

        Run.imports(server, "--rejects", rejects.toString(), first);

        assertThat(server.requests().get(1).uri()).isEqualTo("/api/v1/ingest/batches/b-7/rejects?format=ndjson");
        assertThat(Files.readAllLines(rejects)).containsExactly(
                "{\"file\":\"" + first + "\",\"line\":2,\"reason\":\"bad_time\",\"raw\":\"站\"}",
                "{\"file\":\"" + first + "\",\"line\":3}");
    }

    @Test
    void nothing_rejected_leaves_an_empty_file_and_asks_for_nothing() {
        Path rejects = folder.resolve("rejects.csv");
        server.answers(RemoteService.receipt(3, 3, 0, 0, 0));

        Run run = Run.imports(server, "--rejects", rejects.toString(), first);

        assertThat(run.exitCode()).isZero();
        assertThat(rejects).isEmptyFile();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_file_name_that_a_spreadsheet_would_run_is_defused() throws Exception {
        Path rejects = folder.resolve("rejects.csv");
        server.answers(csv("line,reason,raw\n2,bad_time,x\n"));
        Receipt receipt = new Receipt("b-7", 1, 0, 0, 0, 1, List.of(), Map.of());
        Service service = new Service(ServiceAddress.of(URI.create(server.url())), new ApiKey("k"), Duration.ofSeconds(9));

        try (RejectsFile file = new RejectsFile(rejects)) {
            file.append("=cmd.csv", new Outcome.Received(receipt, Duration.ZERO, null), service, new RetryPolicy(0));
        }

        assertThat(rejects).hasContent("file,line,reason,raw\n'=cmd.csv,2,bad_time,x\n");
    }

    @Test
    void a_place_that_cannot_be_written_is_found_before_anything_is_sent() {
        Path rejects = folder.resolve("none").resolve("rejects.csv");

        Run run = Run.imports(server, "--rejects", rejects.toString(), first);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).containsExactly("--rejects " + rejects + ": no such file");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void rejects_that_cannot_be_had_are_a_failure_and_their_place_is_named() throws IOException {
        Path rejects = folder.resolve("rejects.csv");
        server.answers(TWO_REJECTED, Answer.problem(500, "{}"));

        Run run = Run.imports(server, "--rejects", rejects.toString(), first);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).containsExactly(
                first + ": failed: the rejected rows are not in " + rejects + ": the service answered 500 when asked for the rejected rows",
                first + ": 2 more rejected rows; all of them: " + server.url()
                        + "/api/v1/ingest/batches/b-7/rejects (needs the key), or give --rejects FILE");
        assertThat(rejects).isEmptyFile();
    }

    @Test
    void a_full_lane_of_downloads_is_waited_for() throws IOException {
        Path rejects = folder.resolve("rejects.csv");
        server.answers(TWO_REJECTED, Answer.problem(429, "{}").with("Retry-After", "0"), csv("line,reason\n2,bad_time\n"));

        Run run = Run.imports(server, "--rejects", rejects.toString(), first);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(rejects).hasContent("file,line,reason\n" + first + ",2,bad_time\n");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void a_download_that_breaks_off_leaves_none_of_its_rows_in_the_file() throws IOException {
        Path rejects = folder.resolve("rejects.csv");
        try (RawService remote = new RawService(
                connection -> {
                    RawService.readHead(connection.getInputStream());
                    connection.getInputStream().readNBytes(5);
                    RawService.answer(connection, TWO_REJECTED.body());
                },
                connection -> {
                    RawService.readHead(connection.getInputStream());
                    connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nline,reason\n2,x\n".getBytes());
                })) {

            Run run = Run.imports(remote.url(), InputStream.nullInputStream(), "--rejects", rejects.toString(), first);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.errLines()).first().asString().startsWith(first + ": failed: the rejected rows are not in " + rejects + ": the connection");
            assertThat(rejects).isEmptyFile();
        }
    }

    private static Answer csv(String body) {
        return new Answer(200, Map.of("Content-Type", "text/csv"), body);
    }
}
