package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.envdisclosure.PackagedJar.Receipt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar in an empty folder, with no setting but its port: what an operator meets on the first day and on the second. */
@Timeout(300)
class ServiceIT {

    private static final String NDJSON = "application/x-ndjson";

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void a_first_start() throws Exception {
        service = RunningService.in(folder, Map.of());
    }

    @AfterAll
    static void nothing_is_left_running() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void a_first_start_answers_with_the_sample() throws Exception {
        PublicApi api = new PublicApi(service.base());

        assertThat(api.get("/air/latest?city=990100").rows()).hasSize(8)
                .allSatisfy(row -> assertThat(row.path("observed_at").textValue()).isEqualTo("2026-11-01T00:00:00+08:00"));
        assertThat(sampleRows()).isEqualTo(Files.readAllLines(Path.of("sample-data/air-hourly-native.csv")).size() - 1L);
        assertThat(service.client().get("/q/health/ready")).contains("\"air-hourly.empty\": false");
    }

    /** Inside the jar the page lies in other places than under the classes that the other tests run. */
    @Test
    void the_page_comes_out_of_the_jar() throws Exception {
        HttpResponse<String> page = at("/");
        String edition = page.body().replaceFirst("(?s).*?\"/page/([0-9a-f]{16})/.*", "$1");

        assertThat(page.headers().firstValue("Content-Security-Policy")).get().asString().startsWith("default-src 'none'; script-src 'self';");
        assertThat(at("/page/" + edition + "/vendor/echarts.js").headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(at("/embed%2faqi%2findex.html").statusCode()).isEqualTo(404);
        assertThat(at("/_static/echarts/6.0.0/KEYS").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> at(String path) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(service.base() + path)).build(), BodyHandlers.ofString());
    }

    @Test
    void the_administrators_key_is_its_owners_alone_and_makes_others() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(service.keyFile()))).isEqualTo("rw-------");

        var made = service.client().post("/keys", "application/json", utf8("{\"name\":\"nightly import\",\"role\":\"ingest\"}"));

        assertThat(made.statusCode()).isEqualTo(201);
        String key = new PublicApi.Answer("/keys", 201, made.headers(), made.body()).json().path("key").textValue();
        ServiceClient importer = new ServiceClient(service.base().toString(), key);
        assertThat(importer.post("/air/stations", NDJSON, utf8(station("IT-KEY"))).statusCode()).isEqualTo(200);
        assertThat(importer.post("/keys", "application/json", utf8("{}")).statusCode()).isEqualTo(403);
        assertThat(new ServiceClient(service.base().toString(), key + "x").post("/keys", "application/json", utf8("{}")).statusCode()).isEqualTo(401);
        assertThat(service.log()).doesNotContain(service.adminKey()).doesNotContain(key);
    }

    /** sample-data/README.md says what becomes of each of the sixteen lines. */
    @Test
    void the_import_command_tells_what_was_rejected_and_why() throws Exception {
        Path rejects = folder.resolve("rejects.csv");
        String file = Path.of("sample-data/air-hourly-with-mistakes.ndjson").toAbsolutePath().toString();

        PackagedJar.Ended first = service.run("import", "--dataset", "air-hourly", "--rejects", rejects.toString(), file);
        PackagedJar.Ended second = service.run("import", "--dataset", "air-hourly", file);

        assertThat(first.receipts()).containsExactly(new Receipt(16, 8, 1, 0, 7));
        assertThat(first.exitCode()).isEqualTo(1);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(rejects)) {
            assertThat(rows.stream().map(row -> row.getField("line") + " " + row.getField("reason"))).containsExactlyInAnyOrder(
                    "8 superseded_in_batch", "10 unknown_station", "11 bad_station_code", "12 bad_time", "13 bad_time",
                    "14 bad_time", "15 bad_json");
        }
        assertThat(second.receipts()).containsExactly(new Receipt(16, 0, 9, 0, 7));
    }

    @Test
    void a_second_start_in_the_folder_is_the_same_service() throws Exception {
        assertThat(service.client().post("/air/stations", NDJSON, utf8(station("IT-STAY"))).statusCode()).isEqualTo(200);
        assertThat(service.client().post("/air/hourly", NDJSON, utf8("""
                {"station_code":"IT-STAY","observed_at":"2026-05-01T13:00:00+08:00","pm25":12.50,"pm10":"/","so2":"NA"}
                """)).statusCode()).isEqualTo(200);
        String key = service.adminKey();
        String before = kept();

        assertThat(service.terminate()).isLessThan(Duration.ofSeconds(10));
        service = RunningService.in(folder, Map.of());

        assertThat(kept()).isEqualTo(before).contains("IT-STAY,2026-05-01T13:00:00+08:00,12.50,,,");
        assertThat(sampleRows()).isEqualTo(5936);
        assertThat(service.adminKey()).isEqualTo(key);
        assertThat(service.client().post("/keys", "application/json", utf8("{\"name\":\"after\",\"role\":\"admin\"}")).statusCode()).isEqualTo(201);
    }

    /** Rows and revision of the test's own station, and how often the sample's hours were taken in. */
    private static String kept() {
        PublicApi api = new PublicApi(service.base());
        return service.client().get("/air/hourly?station=IT-STAY&format=csv") + "revision " + api.get("/air/hourly?limit=1").revision();
    }

    private static long sampleRows() {
        return service.client().get("/air/hourly?city=990100&month=2026-10&fields=station_code&format=csv").lines().count() - 1;
    }

    private static String station(String code) {
        return "{\"station_code\":\"%s\",\"name\":\"%s\"}\n".formatted(code, code);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
