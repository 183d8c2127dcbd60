package org.envdisclosure.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.envdisclosure.cli.RemoteService.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire. */
class ImportRequestTest {

    private static final String ROWS = "station_code,observed_at,pm25\n1001A,2026-03-05T13:00:00+08:00,40\r\n1002A,,—\n";

    @TempDir
    Path folder;

    private final RemoteService server = new RemoteService().answers(RemoteService.receipt(2, 2, 0, 0, 0));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_file_is_sent_byte_for_byte_as_the_contract_says() throws IOException {
        Path file = Files.writeString(folder.resolve("hours.csv"), ROWS);

        Run run = Run.imports(server, "--layout", "cnemc", "--data-status", "reviewed", "--mode", "atomic", file.toString());

        Request request = server.onlyRequest();
        assertThat(run.exitCode()).isZero();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.uri()).isEqualTo("/api/v1/air/hourly?layout=cnemc&data_status=reviewed&mode=atomic");
        assertThat(request.body()).isEqualTo(ROWS.getBytes(UTF_8));
        assertThat(request.header("Content-Type")).isEqualTo("text/csv");
        assertThat(request.header("Content-Length")).isEqualTo(String.valueOf(ROWS.getBytes(UTF_8).length));
        assertThat(request.header("X-API-Key")).isEqualTo(Run.KEY);
        assertThat(request.headers()).doesNotContainKeys("Content-encoding", "Expect", "Transfer-encoding");
    }

    @Test
    void what_is_not_given_is_left_to_the_service() throws IOException {
        Run.imports(server, Files.writeString(folder.resolve("hours.csv"), ROWS).toString());

        assertThat(server.onlyRequest().uri()).isEqualTo("/api/v1/air/hourly");
    }

    @Test
    void a_compressed_file_goes_as_it_is() throws IOException {
        byte[] compressed = gzip(ROWS);
        Path file = Files.write(folder.resolve("hours.csv.gz"), compressed);

        Run.imports(server, file.toString());

        assertThat(server.onlyRequest().body()).isEqualTo(compressed);
        assertThat(server.onlyRequest().header("Content-Encoding")).isEqualTo("gzip");
        assertThat(server.onlyRequest().header("Content-Type")).isEqualTo("text/csv");
    }

    @Test
    void a_compressed_file_is_known_by_its_first_bytes_too() throws IOException {
        Run.imports(server, Files.write(folder.resolve("hours.csv"), gzip(ROWS)).toString());

        assertThat(server.onlyRequest().header("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void a_broken_gz_is_still_called_gzip_so_that_the_service_finds_it_broken() throws IOException {
        Run.imports(server, Files.writeString(folder.resolve("hours.csv.gz"), ROWS).toString());

        assertThat(server.onlyRequest().header("Content-Encoding")).isEqualTo("gzip");
    }

    @ParameterizedTest(name = "{0} is sent as {1}")
    @CsvSource({
        "a.csv,       text/csv",
        "A.CSV,       text/csv",
        "a.json,      application/json",
        "a.json.gz,   application/json",
        "a.ndjson,    application/x-ndjson",
        "a.jsonl.gz,  application/x-ndjson"})
    void the_name_tells_the_media_type(String name, String mediaType) throws IOException {
        Run.imports(server, Files.writeString(folder.resolve(name), "[]").toString());

        assertThat(server.onlyRequest().header("Content-Type")).isEqualTo(mediaType);
    }

    @ParameterizedTest(name = "--content-type {0} -> {1}")
    @CsvSource({
        "ndjson,                  application/x-ndjson",
        "CSV,                     text/csv",
        "text/csv;charset=gb18030, text/csv;charset=gb18030"})
    void the_option_tells_the_media_type_where_the_name_does_not(String option, String mediaType) throws IOException {
        Run.imports(server, "--content-type", option, Files.writeString(folder.resolve("rows.txt"), "x").toString());

        assertThat(server.onlyRequest().header("Content-Type")).isEqualTo(mediaType);
    }

    @Test
    void a_name_that_tells_nothing_is_refused_before_anything_is_sent() throws IOException {
        Path good = Files.writeString(folder.resolve("a.csv"), ROWS);
        Path unclear = Files.writeString(folder.resolve("rows.txt"), ROWS);

        Run run = Run.imports(server, good.toString(), unclear.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith(unclear + ": its name does not tell the format; give --content-type csv, json or ndjson");
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest(name = "dataset {0} is at {1}")
    @CsvSource({
        "air-hourly,        /api/v1/air/hourly",
        "air-cities-hourly, /api/v1/air/cities/hourly",
        "water-sections,    /api/v1/water/sections",
        "sources,           /api/v1/sources"})
    void the_dataset_names_the_path(String dataset, String path) throws IOException {
        String file = Files.writeString(folder.resolve("a.csv"), ROWS).toString();

        Run.of("import", "--dataset", dataset, "--server", server.url() + "/", "--key", "k", file);

        assertThat(server.onlyRequest().uri()).isEqualTo(path);
    }

    @Test
    void a_service_behind_a_gateway_has_a_path_of_its_own() throws IOException {
        String file = Files.writeString(folder.resolve("a.csv"), ROWS).toString();

        Run.of("import", "--dataset", "air-hourly", "--server", server.url() + "/open-data", "--key", "k", file);

        assertThat(server.onlyRequest().uri()).isEqualTo("/open-data/api/v1/air/hourly");
    }

    @Test
    void the_standard_input_is_streamed() {
        Run run = Run.imports(server.url(), new ByteArrayInputStream(ROWS.getBytes(UTF_8)), "--content-type", "csv", "-");

        assertThat(run.out()).startsWith("stdin: received=2 ");
        assertThat(server.onlyRequest().text()).isEqualTo(ROWS);
        assertThat(server.onlyRequest().header("Transfer-Encoding")).isEqualTo("chunked");
        assertThat(server.onlyRequest().headers()).doesNotContainKey("Content-encoding");
    }

    @Test
    void a_compressed_standard_input_is_known_by_its_first_bytes() throws IOException {
        Run.imports(server.url(), new ByteArrayInputStream(gzip(ROWS)), "--content-type", "csv", "-");

        assertThat(server.onlyRequest().body()).isEqualTo(gzip(ROWS));
        assertThat(server.onlyRequest().header("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void an_empty_file_is_sent_too_for_its_receipt() throws IOException {
        Run.imports(server, Files.createFile(folder.resolve("empty.csv")).toString());

        assertThat(server.onlyRequest().body()).isEmpty();
        assertThat(server.onlyRequest().header("Content-Length")).isEqualTo("0");
    }

    @Test
    void files_are_sent_one_by_one_in_the_order_given() throws IOException {
        String second = Files.writeString(folder.resolve("a.csv"), "second").toString();
        String first = Files.writeString(folder.resolve("b.csv"), "first").toString();

        Run run = Run.imports(server, first, second);

        assertThat(server.requests()).extracting(Request::text).containsExactly("first", "second");
        assertThat(run.outLines()).hasSize(2);
        assertThat(run.outLines().get(0)).startsWith(first + ": received=2 inserted=2 ");
        assertThat(run.outLines().get(1)).startsWith(second + ": received=2 inserted=2 ");
    }

    @Test
    void the_key_comes_from_the_option_before_the_environment() throws IOException {
        String file = Files.writeString(folder.resolve("a.csv"), ROWS).toString();

        Run.imports(server, "--key", "from-option", file);

        assertThat(server.onlyRequest().header("X-API-Key")).isEqualTo("from-option");
    }

    @Test
    void the_key_comes_from_a_file_without_its_line_end() throws IOException {
        Path keyFile = Files.writeString(folder.resolve("admin.key"), "from-file\n");
        String file = Files.writeString(folder.resolve("a.csv"), ROWS).toString();

        Run.with(new ByteArrayInputStream(new byte[0]), Map.of(),
                "import", "--dataset", "air-hourly", "--server", server.url(), "--key-file", keyFile.toString(), file);

        assertThat(server.onlyRequest().header("X-API-Key")).isEqualTo("from-file");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
