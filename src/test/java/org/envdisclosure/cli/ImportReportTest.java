package org.envdisclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.envdisclosure.cli.RemoteService.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a receipt looks like to the eye. */
class ImportReportTest {

    @TempDir
    Path folder;

    private final RemoteService server = new RemoteService();
    private String file = "";

    @BeforeEach
    void file() throws IOException {
        file = Files.writeString(folder.resolve("a.csv"), "first").toString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void rejected_rows_are_told_with_line_reason_and_raw_text_and_exit_code_1() {
        server.answers(Answer.json(200, """
                {"batch_id":"b-7","received":3,"inserted":1,"unchanged":0,"corrected":0,"rejected":2,"rejects":[
                 {"line":2,"reason":"bad_time","raw":"1001A,2026-13-01,4"},{"line":3,"reason":"unknown_station","raw":"X,2026-03-01,4"}]}"""));

        Run run = Run.imports(server, file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("received=3 inserted=1 unchanged=0 corrected=0 rejected=2 ");
        assertThat(run.errLines()).containsExactly(
                file + ": line 2: bad_time: 1001A,2026-13-01,4",
                file + ": line 3: unknown_station: X,2026-03-01,4");
    }

    @Test
    void of_many_rejected_rows_ten_are_shown_with_the_place_of_all() {
        String rejects = IntStream.rangeClosed(1, 100)
                .mapToObj(line -> "{\"line\":" + line + ",\"reason\":\"bad_time\",\"raw\":\"r\"}")
                .collect(Collectors.joining(","));
        server.answers(Answer.json(200, """
                {"batch_id":"b/7","received":5000,"inserted":3766,"unchanged":0,"corrected":0,"rejected":1234,"rejects":[%s]}"""
                .formatted(rejects)));

        Run run = Run.imports(server, file);

        assertThat(run.errLines()).hasSize(11);
        assertThat(run.errLines().get(9)).isEqualTo(file + ": line 10: bad_time: r");
        assertThat(run.errLines().get(10)).isEqualTo(file + ": 1224 more rejected rows; all of them: "
                + server.url() + "/api/v1/ingest/batches/b%2F7/rejects (needs the key), or give --rejects FILE");
    }

    @Test
    void control_characters_from_the_file_or_the_service_do_not_reach_the_terminal() {
        server.answers(Answer.json(200, """
                {"batch_id":"b","received":1,"inserted":0,"unchanged":0,"corrected":0,"rejected":1,
                 "rejects":[{"line":1,"reason":"bad_time","raw":"\\u001b[2Jred\\r\\nsecond: received=9\\u202e"}]}"""));

        assertThat(Run.imports(server, file).errLines()).containsExactly(file + ": line 1: bad_time: [2Jred second: received=9");
    }

    @Test
    void a_long_raw_row_is_cut_for_the_terminal() {
        server.answers(Answer.json(200, """
                {"batch_id":"b","received":1,"inserted":0,"unchanged":0,"corrected":0,"rejected":1,
                 "rejects":[{"line":1,"reason":"too_long","raw":"%s"}]}""".formatted("站".repeat(100_000))));

        assertThat(Run.imports(server, file).errLines()).containsExactly(file + ": line 1: too_long: " + "站".repeat(160) + "…");
    }

    @Test
    void a_progress_bar_goes_to_the_error_stream_and_is_wiped_for_the_line() {
        server.answers(RemoteService.receipt(1, 1, 0, 0, 0));

        Run run = Run.imports(server, "--progress", file);

        assertThat(run.err()).contains("a.csv 100% [", "] 5/5 B", "sent, waiting").endsWith(" ".repeat(79) + "\r");
        assertThat(run.outLines()).singleElement().asString().startsWith(file + ": received=1 ");
    }

    @ParameterizedTest(name = "{0} bytes are shown as {1}")
    @CsvSource({"2000, B", "2000000, kB", "20000000, MB"})
    void the_bar_counts_in_a_unit_that_fits(int bytes, String unit) throws IOException {
        server.answers(RemoteService.receipt(1, 1, 0, 0, 0));
        Path file = Files.write(folder.resolve("some.csv"), new byte[bytes]);

        assertThat(Run.imports(server, "--progress", file.toString()).err()).contains(" " + unit);
    }

    @Test
    void counts_of_the_dataset_itself_stand_behind_where_they_are_not_nought() {
        server.answers(Answer.json(200, """
                {"batch_id":12,"received":1,"inserted":1,"unchanged":0,"corrected":0,"rejected":0,"rejects":[],
                 "stations_registered":3,"stations_proposed":0}"""));

        assertThat(Run.imports(server, file).out()).matches("(?s).* batch=12 took=\\S+ stations_registered=3\\s+");
    }
}
