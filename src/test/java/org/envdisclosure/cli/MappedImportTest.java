package org.envdisclosure.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.envdisclosure.cli.RemoteService.Answer;
import org.envdisclosure.cli.RemoteService.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --mapping}, through the command: what is sent, and what the operator is told of his own file. */
class MappedImportTest {

    /** Line 4 has no date that can be read, line 5 is cut; what is sent are lines 2, 3 and 6. */
    private static final String FILE = "No,Date,Text\n1,8/15/11,one\n2,8/16/11,\"two\"\n3,soon,three\n4,\n5,8/17/11,five\n";
    private static final String SENT = """
            {"id":"1","day":"2011-08-15","facts":"one"}
            {"id":"2","day":"2011-08-16","facts":"two"}
            {"id":"5","day":"2011-08-17","facts":"five"}
            """;

    @TempDir
    Path folder;

    private final RemoteService server = new RemoteService();
    private String mapping = "";
    private String file = "";

    @BeforeEach
    void files() throws IOException {
        mapping = Files.writeString(folder.resolve("mapping.json"), """
                {"dataset": "air-hourly", "input": {"format": "csv"}, "columns": {
                  "id": {"from": "No", "required": true},
                  "day": {"from": "Date", "steps": [{"date": "M/d/yy", "pivot": 1990}]},
                  "facts": {"from": "Text"}}}""").toString();
        file = Files.writeString(folder.resolve("actions.csv"), FILE).toString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Run imports(String... more) {
        return Run.imports(server, Stream.concat(Stream.of("--mapping", mapping), Arrays.stream(more)).toArray(String[]::new));
    }

    @Test
    void the_rows_of_the_mapping_are_sent_in_the_usual_request() {
        server.answers(RemoteService.receipt(3, 3, 0, 0, 0));

        imports("--data-status", "reviewed", file);

        Request request = server.onlyRequest();
        assertThat(request.uri()).isEqualTo("/api/v1/air/hourly?data_status=reviewed");
        assertThat(request.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(request.header("X-API-Key")).isEqualTo(Run.KEY);
        assertThat(request.headers()).doesNotContainKeys("Content-encoding");
        assertThat(request.text()).isEqualTo(SENT);
    }

    @Test
    void what_the_mapping_cannot_take_is_counted_and_told_with_its_line() {
        server.answers(RemoteService.receipt(3, 2, 1, 0, 0));

        Run run = imports(file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith(file + ": received=5 inserted=2 unchanged=1 corrected=0 rejected=2 batch=b-7 ");
        assertThat(run.errLines()).containsExactly(
                file + ": line 4: day:bad_date: 3,soon,three",
                file + ": line 5: wrong_number_of_fields: 4,");
    }

    @Test
    void a_row_that_the_service_rejects_has_the_line_of_the_file_and_not_the_one_that_was_sent() {
        server.answers(Answer.json(200, """
                {"batch_id":"b","received":3,"inserted":2,"unchanged":0,"corrected":0,"rejected":1,"rejects":[{"line":3,"reason":"bad_day","raw":"{…}"}]}"""));

        Run run = imports(file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains(" received=5 inserted=2 unchanged=0 corrected=0 rejected=3 ");
        assertThat(run.errLines()).last().isEqualTo(file + ": line 6: bad_day: {…}");
    }

    @Test
    void a_file_that_is_taken_whole_is_a_success() throws IOException {
        server.answers(RemoteService.receipt(1, 1, 0, 0, 0));

        assertThat(imports(Files.writeString(folder.resolve("good.csv"), "No,Date,Text\n1,8/15/11,one\n").toString()).exitCode()).isZero();
    }

    @Test
    void rejected_rows_of_both_stand_in_the_rejects_file() throws IOException {
        Path rejects = folder.resolve("rejects.csv");
        server.answers(RemoteService.receipt(3, 1, 0, 0, 2),
                new Answer(200, Map.of(), "{\"number\":1,\"line\":1,\"reason\":\"bad_day\",\"raw\":\"=1\"}\n{\"number\":2,\"line\":3,\"reason\":\"bad_id\",\"raw\":\"y\"}\n"));

        Run run = imports("--rejects", rejects.toString(), file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(server.requests().get(1).uri()).isEqualTo("/api/v1/ingest/batches/b-7/rejects?format=ndjson");
        assertThat(rejects).hasContent("""
                file,line,reason,raw
                %1$s,4,day:bad_date,"3,soon,three"
                %1$s,5,wrong_number_of_fields,"4,"
                %1$s,2,bad_day,'=1
                %1$s,6,bad_id,y
                """.formatted(file));
        assertThat(run.errLines()).last().isEqualTo(file + ": all rejected rows are in " + rejects);
    }

    @Test
    void the_service_is_not_asked_for_what_it_never_saw() throws IOException {
        Path rejects = folder.resolve("rejects.ndjson");
        server.answers(RemoteService.receipt(3, 3, 0, 0, 0));

        Run run = imports("--rejects", rejects.toString(), file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(server.requests()).hasSize(1);
        assertThat(Files.readAllLines(rejects)).containsExactly(
                "{\"file\":\"" + file + "\",\"line\":4,\"reason\":\"day:bad_date\",\"raw\":\"3,soon,three\"}",
                "{\"file\":\"" + file + "\",\"line\":5,\"reason\":\"wrong_number_of_fields\",\"raw\":\"4,\"}");
    }

    @Test
    void more_rejects_than_are_shown_are_counted() throws IOException {
        server.answers(RemoteService.receipt(0, 0, 0, 0, 0));
        String bad = Files.writeString(folder.resolve("bad.csv"), "No,Date,Text\n" + "1,soon,x\n".repeat(25_000)).toString();
        Path rejects = folder.resolve("rejects.csv");

        Run run = imports(bad);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains(" received=25000 inserted=0 unchanged=0 corrected=0 rejected=25000 ");
        assertThat(run.errLines()).hasSize(11).last().isEqualTo(bad + ": 24990 more rejected rows; give --rejects FILE to see them all");
        imports("--rejects", rejects.toString(), bad);
        assertThat(Files.readAllLines(rejects)).hasSize(25_001).last().isEqualTo(bad + ",25001,day:bad_date,\"1,soon,x\"");
    }

    @Test
    void compressed_files_and_the_standard_input_are_read_likewise() throws IOException {
        server.answers(RemoteService.receipt(3, 3, 0, 0, 0));

        imports(Files.write(folder.resolve("actions.csv.gz"), gzip(FILE)).toString());
        Run.imports(server.url(), new ByteArrayInputStream(gzip(FILE)), "--mapping", mapping, "-");
        Run.imports(server.url(), new ByteArrayInputStream(FILE.getBytes(UTF_8)), "--mapping", mapping, "-");

        assertThat(server.requests()).extracting(Request::text).containsExactly(SENT, SENT, SENT);
    }

    @Test
    void a_file_is_made_anew_when_it_is_sent_again() {
        server.answers(Answer.problem(503, "{\"title\":\"Busy\"}").with("Retry-After", "0"), RemoteService.receipt(3, 3, 0, 0, 0));

        Run run = imports(file);

        assertThat(run.out()).contains(" received=5 ").contains(" rejected=2 ");
        assertThat(server.requests()).extracting(Request::text).containsExactly(SENT, SENT);
    }

    @Test
    void a_file_that_breaks_off_half_way_is_a_failure_and_the_next_one_is_sent() throws IOException {
        byte[] whole = gzip(FILE.repeat(3000));
        String cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length - 20)).toString();
        server.answers(RemoteService.receipt(3, 3, 0, 0, 0));

        Run run = imports(cut, file);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).first().isEqualTo(cut + ": failed: Unexpected end of ZLIB input stream");
        assertThat(run.outLines()).singleElement().asString().startsWith(file + ": received=5 ");
    }

    @Test
    void a_file_of_another_form_is_a_failure() throws IOException {
        server.answers(RemoteService.receipt(0, 0, 0, 0, 0));
        String other = Files.writeString(folder.resolve("other.csv"), "No;Date;Text\n").toString();

        Run run = imports(other);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).containsExactly(other + ": failed: its header lacks what the mapping reads: Date, No, Text");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void an_atomic_batch_with_a_bad_record_is_not_sent() throws IOException {
        Path rejects = folder.resolve("rejects.csv");
        server.answers(RemoteService.receipt(3, 3, 0, 0, 0));

        Run run = imports("--mode", "atomic", "--rejects", rejects.toString(), file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(server.requests()).isEmpty();
        assertThat(run.out()).startsWith(file + ": received=5 inserted=0 unchanged=0 corrected=0 rejected=5 batch=none ");
        assertThat(Files.readAllLines(rejects)).hasSize(6).contains(file + ",4,day:bad_date,\"3,soon,three\"", file + ",6,batch_refused,\"5,8/17/11,five\"");
    }

    @Test
    void an_atomic_batch_of_good_records_is_sent_as_one() throws IOException {
        server.answers(RemoteService.receipt(1, 1, 0, 0, 0));

        Run run = imports("--mode", "atomic", Files.writeString(folder.resolve("good.csv"), "No,Date,Text\n1,8/15/11,one\n").toString());

        assertThat(run.exitCode()).isZero();
        assertThat(server.onlyRequest().uri()).isEqualTo("/api/v1/air/hourly?mode=atomic");
        assertThat(server.onlyRequest().text()).isEqualTo("{\"id\":\"1\",\"day\":\"2011-08-15\",\"facts\":\"one\"}\n");
    }

    @Test
    void what_can_not_be_meant_is_told_before_anything_is_sent() throws IOException {
        String bad = Files.writeString(folder.resolve("bad.json"), "{\"dataset\": \"air-hourly\", \"input\": {\"format\": \"xls\"}, \"columns\": {}}").toString();
        String other = Files.writeString(folder.resolve("other.json"), Files.readString(Path.of(mapping)).replace("air-hourly", "air-stations")).toString();

        assertThat(usage("--mapping", bad, file)).isEqualTo("--mapping " + bad + ": /columns: takes an object that is not empty");
        assertThat(usage("--mapping", other, file)).isEqualTo("--mapping " + other + ": /dataset: is 'air-stations', and --dataset is 'air-hourly'");
        assertThat(usage("--mapping", folder.resolve("none.json").toString(), file)).isEqualTo("--mapping " + folder.resolve("none.json") + ": no such file");
        assertThat(usage("--mapping", mapping, "--layout", "cnemc", file))
                .isEqualTo("--mapping makes the dataset's own columns and names the form of the files itself; leave out --layout");
        assertThat(usage("--mapping", mapping, "--content-type", "csv", file))
                .isEqualTo("--mapping makes the dataset's own columns and names the form of the files itself; leave out --content-type");
        assertThat(usage("--mapping", mapping, "--mode", "atomic", "-"))
                .isEqualTo("--mode atomic with --mapping reads a file twice, and the standard input (-) can be read once");
    }

    private String usage(String... arguments) {
        Run run = Run.imports(server, arguments);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(server.requests()).isEmpty();
        return run.errLines().get(0);
    }

    @Test
    void the_bar_shows_how_far_the_file_is_read() {
        server.answers(RemoteService.receipt(3, 3, 0, 0, 0));

        assertThat(imports("--progress", file).err()).contains("actions.csv 100% [", "] " + FILE.length() + "/" + FILE.length() + " B");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
