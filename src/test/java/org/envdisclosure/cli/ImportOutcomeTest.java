package org.envdisclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.envdisclosure.cli.RemoteService.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator and a script are told about each answer. */
class ImportOutcomeTest {

    private static final Answer REFUSED = Answer.problem(400, """
            {"type":"https://example.org/problems/bad-parameter","title":"Bad parameter","status":400,
             "detail":"layout is 'x', allowed are native, cnemc, china-sites","instance":"/api/v1/air/hourly",
             "errors":[{"parameter":"layout","detail":"not one of the layouts"}],"batch_id":"b-9"}
            """);

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
    void a_file_taken_whole_is_one_line_and_exit_code_0() {
        server.answers(RemoteService.receipt(1234567, 1234000, 500, 67, 0));

        Run run = Run.imports(server, first);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.outLines()).singleElement().asString().matches(
                ".*/first\\.csv: received=1234567 inserted=1234000 unchanged=500 corrected=67 rejected=0 batch=b-7 took=\\d+\\.\\d\\ds");
    }

    @Test
    void a_batch_without_a_good_row_is_rejected_rows_and_not_a_failure() {
        server.answers(Answer.problem(422, """
                {"type":"x","title":"No good row","status":422,"detail":"none of the 2 rows could be taken","batch_id":"b-7",
                 "received":2,"inserted":0,"unchanged":0,"corrected":0,"rejected":2,"rejects":[{"line":1,"reason":"bad_time","raw":""}]}"""));

        Run run = Run.imports(server, first);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains(": received=2 inserted=0 unchanged=0 corrected=0 rejected=2 batch=b-7 ");
        assertThat(run.errLines()).startsWith(first + ": line 1: bad_time");
    }

    @Test
    void a_422_without_counts_is_a_failure() {
        server.answers(Answer.problem(422, "{\"title\":\"Unprocessable\",\"detail\":\"no header row\"}"));

        Run run = Run.imports(server, first);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).containsExactly(first + ": failed: 422 Unprocessable: no header row");
    }

    @Test
    void a_refused_file_is_told_in_the_words_of_the_service_and_the_next_one_is_sent() {
        server.answers(REFUSED, RemoteService.receipt(1, 1, 0, 0, 0));

        Run run = Run.imports(server, first, second);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).containsExactly(
                first + ": failed: 400 Bad parameter: layout is 'x', allowed are native, cnemc, china-sites",
                first + ":   layout: not one of the layouts",
                first + ":   batch_id: b-9");
        assertThat(run.outLines()).singleElement().asString().startsWith(second + ": received=1 ");
    }

    @Test
    void a_fault_told_in_the_detail_already_is_not_told_twice() {
        server.answers(Answer.problem(400, """
                {"title":"Bad parameter","detail":"layout takes native, cnemc","errors":[{"parameter":"layout","detail":"layout takes native, cnemc"}]}"""));

        assertThat(Run.imports(server, first).errLines()).containsExactly(first + ": failed: 400 Bad parameter: layout takes native, cnemc");
    }

    @ParameterizedTest(name = "{0} ends the import")
    @ValueSource(ints = {401, 403, 404})
    void a_refusal_that_every_file_would_meet_ends_the_import(int status) {
        server.answers(Answer.problem(status, "{\"title\":\"No\"}"));

        Run run = Run.imports(server, first, second);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(server.requests()).hasSize(1);
        assertThat(run.errLines()).containsExactly(first + ": failed: " + status + " No", "stopped; 1 of 2 files were not sent");
    }

    @Test
    void an_internal_error_of_one_file_carries_its_trace_id_and_the_next_one_is_sent() {
        server.answers(Answer.problem(500, "{\"title\":\"Internal error\",\"trace_id\":\"4bf9\"}"), RemoteService.receipt(1, 1, 0, 0, 0));

        Run run = Run.imports(server, first, second);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).containsExactly(first + ": failed: 500 Internal error", first + ":   trace_id: 4bf9");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void a_failure_outweighs_rejected_rows_whichever_comes_first() {
        server.answers(REFUSED, RemoteService.receipt(1, 0, 0, 0, 1));

        assertThat(Run.imports(server, first, second).exitCode()).isEqualTo(2);
    }

    @Test
    void rejected_rows_outweigh_a_file_taken_whole() {
        server.answers(RemoteService.receipt(2, 1, 0, 0, 1), RemoteService.receipt(2, 2, 0, 0, 0));

        assertThat(Run.imports(server, first, second).exitCode()).isEqualTo(1);
    }

    @Test
    void an_answer_that_is_no_receipt_is_a_failure_whatever_its_status() {
        server.answers(new Answer(200, Map.of("Content-Type", "text/html"), "<html>Please log in</html>"));

        Run run = Run.imports(server, first);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).containsExactly(first
                + ": failed: 200, but the answer is no receipt; is --server an env-disclosure service, and does --dataset take data?");
    }

    @Test
    void a_receipt_with_a_count_missing_is_not_believed() {
        server.answers(Answer.json(200, "{\"batch_id\":\"b\",\"received\":2,\"inserted\":2,\"unchanged\":0,\"corrected\":0}"));

        assertThat(Run.imports(server, first).exitCode()).isEqualTo(2);
    }

    @Test
    void a_moved_service_is_named_and_not_followed_with_the_key() {
        server.answers(new Answer(308, Map.of("Location", "https://example.org/api/v1/air/hourly"), ""));

        Run run = Run.imports(server, first);

        assertThat(run.errLines()).containsExactly(first
                + ": failed: 308: the service is at https://example.org/api/v1/air/hourly; give that address with --server");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_gateways_page_is_not_poured_onto_the_terminal() {
        server.answers(new Answer(413, Map.of("Content-Type", "text/html"), "<html><h1>413 Request Entity Too Large</h1></html>"));

        assertThat(Run.imports(server, first).errLines()).containsExactly(first + ": failed: 413");
    }

    @Test
    void a_missing_file_is_found_before_anything_is_sent() {
        Run run = Run.imports(server, first, folder.resolve("none.csv").toString(), folder.resolve("nor.csv").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).containsExactly(
                folder.resolve("none.csv") + ": no such file", folder.resolve("nor.csv") + ": no such file", "nothing was sent");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_folder_is_not_a_file() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("days.csv"));

        assertThat(Run.imports(server, inside.toString()).errLines()).containsExactly(inside + ": is a directory", "nothing was sent");
    }

    @Test
    void a_service_that_is_not_there_ends_the_import() throws IOException {
        String nowhere;
        try (ServerSocket free = new ServerSocket(0)) {
            nowhere = "http://127.0.0.1:" + free.getLocalPort();
        }

        Run run = Run.imports(nowhere, new ByteArrayInputStream(new byte[0]), "--retries", "0", first, second);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).containsExactly(
                first + ": failed: no connection to " + nowhere + ": refused or unreachable; does the service run there?",
                "stopped; 1 of 2 files were not sent");
    }

    @Test
    void an_unknown_host_is_named() {
        String unresolvable = "http://" + "a".repeat(64) + ".example";      // a label ends at 63 characters

        Run run = Run.imports(unresolvable, new ByteArrayInputStream(new byte[0]), "--retries", "0", first);

        assertThat(run.errLines()).containsExactly(first + ": failed: the host of " + unresolvable + " is unknown");
    }
}
