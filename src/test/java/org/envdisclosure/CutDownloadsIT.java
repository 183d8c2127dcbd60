package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.envdisclosure.PackagedJar.Receipt;
import org.envdisclosure.platform.export.RawHttp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Downloads of a quarter of a million rows that do not reach their end, through the public path, and what they leave behind: nothing. */
@Timeout(300)
class CutDownloadsIT {

    private static final MadeUpHours HOURS = new MadeUpHours("CUT-", 48, 5_000);
    private static final String WHOLE = "/air/hourly?format=csv";
    private static final String ONE_STATION = "/air/hourly?station=CUT-007A&limit=24&order=desc";
    private static final String COPYING = "SELECT pid FROM pg_stat_activity WHERE application_name = 'env-disclosure export' AND query LIKE 'COPY%' AND state <> 'idle'";
    private static final int PLACES = 4;
    private static final Map<String, String> SETTINGS = Map.of("ENVD_SAMPLE_DATA", "never");

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void a_service_with_240000_rows() throws Exception {
        service = RunningService.in(folder, SETTINGS);
        service.client().post("/air/stations", "application/x-ndjson", HOURS.register().getBytes(StandardCharsets.UTF_8));
        String[] arguments = Stream.concat(Stream.of("--dataset", "air-hourly"), HOURS.files(folder, 4).stream().map(Path::toString)).toArray(String[]::new);
        PackagedJar.Ended imported = service.run("import", arguments);
        assertThat(Receipt.sum(imported.receipts())).as(imported.err()).isEqualTo(new Receipt(HOURS.rows(), HOURS.rows(), 0, 0, 0));
    }

    @AfterAll
    static void nothing_is_left_running() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void after_fifty_cut_downloads_a_whole_one_is_complete_and_equals_the_pages() throws Exception {
        long before = metric("envd_exports_total{outcome=\"client_gone\"}");
        Random places = new Random(20261121);
        try (SmallCalls others = SmallCalls.of(service.client(), ONE_STATION)) {
            for (int i = 1; i <= 50; i++) {
                cut(places.nextInt(8_000_000), i % 2 == 0);
                awaitMetric("envd_exports_total{outcome=\"client_gone\"}", before + i);
            }
            others.requireFast();
        }
        awaitMetric("envd_exports_running", 0);
        requireWhole();
        assertThat(rowsOfAllPages()).isEqualTo(HOURS.rows());
    }

    @Test
    void a_full_lane_refuses_at_once_and_small_answers_stay_fast() throws Exception {
        List<Socket> sleepers = new ArrayList<>();
        try (SmallCalls others = SmallCalls.of(service.client(), ONE_STATION)) {
            for (int i = 0; i < PLACES; i++) {
                sleepers.add(begun(WHOLE));
            }
            assertThat(metric("envd_exports_running")).isEqualTo(PLACES);
            for (int i = 0; i < 20; i++) {
                requireRefusedAtOnce();
            }
            Thread.sleep(500);
            others.requireFast();
        } finally {
            for (Socket sleeper : sleepers) {
                sleeper.close();
            }
        }
        awaitMetric("envd_exports_running", 0);
        requireWhole();
    }

    @Test
    void a_database_that_fails_half_way_breaks_the_connection() throws Exception {
        long failed = metric("envd_exports_total{outcome=\"failed\"}");
        try (Socket socket = begun(WHOLE)) {
            assertThat(terminateBackends()).isEqualTo(1);

            String rest = RawHttp.readToEnd(socket);

            assertThat(rest).contains("\nCUT-000A,").doesNotEndWith(RawHttp.LAST_CHUNK);
            assertThat(rest.lines().count()).isLessThan(HOURS.rows());
        }
        awaitMetric("envd_exports_total{outcome=\"failed\"}", failed + 1);
        requireWhole();
    }

    @Test
    void a_stop_breaks_what_is_under_way_and_ends_service_and_database_within_ten_seconds() throws Exception {
        String half = new MadeUpHours("CUT-", HOURS.stations(), HOURS.hours() + 100).csv(HOURS.hours(), HOURS.hours() + 100);
        try (Socket download = begun(WHOLE); Socket upload = new Socket(service.base().getHost(), service.base().getPort())) {
            upload.getOutputStream().write(("POST /api/v1/air/hourly HTTP/1.1\r\nHost: test\r\nX-API-Key: %s\r\nContent-Type: text/csv\r\n"
                    + "Content-Length: %d\r\n\r\n%s").formatted(service.adminKey(), 2 * half.length(), half).getBytes(StandardCharsets.US_ASCII));

            Duration took = service.terminate();

            System.out.printf("stopped within %d ms while a download and an upload were under way%n", took.toMillis());
            assertThat(took).isLessThan(Duration.ofSeconds(10));
            assertThat(RawHttp.readToEnd(download)).contains("\nCUT-000A,").doesNotEndWith(RawHttp.LAST_CHUNK);
            assertThat(RawHttp.readToEnd(upload)).doesNotStartWith("HTTP/1.1 2");
        }
        service = RunningService.in(folder, SETTINGS);
        requireWhole();
    }

    /** A download of which the client has seen the beginning, and then takes nothing more. */
    private static Socket begun(String target) throws IOException {
        Socket socket = RawHttp.ask(service.base(), "/api/v1" + target);
        assertThat(new String(socket.getInputStream().readNBytes(1_000), StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 200 ");
        return socket;
    }

    /** @param reset whether the client vanishes (RST) or says goodbye (FIN) */
    private static void cut(int bytes, boolean reset) throws IOException {
        try (Socket socket = begun(WHOLE)) {
            socket.getInputStream().skipNBytes(bytes);
            if (reset) {
                socket.setSoLinger(true, 0);
            }
        }
    }

    private static void requireRefusedAtOnce() {
        long begun = System.nanoTime();
        HttpResponse<String> refused = service.client().answer(WHOLE);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.body()).contains("\"status\":429");
    }

    private static void requireWhole() throws IOException {
        InputStream body = service.client().stream(WHOLE + "&fields=" + MadeUpHours.COLUMNS).body();
        try (BufferedReader csv = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            HOURS.requireAll(csv.lines().iterator());
        }
    }

    /** Each row is held against what was sent, as those of the CSV are. */
    private static int rowsOfAllPages() {
        PublicApi api = new PublicApi(service.base());
        int rows = 0;
        String cursor = "";
        do {
            PublicApi.Answer page = api.get("/air/hourly?limit=10000&fields=station_code,observed_at,pm25,pm10,so2,no2,o3,co" + cursor);
            for (JsonNode row : page.rows()) {
                HOURS.requireRow(rows++, row);
            }
            cursor = page.nextCursor().map(next -> "&cursor=" + next).orElse("");
        } while (!cursor.isEmpty());
        return rows;
    }

    private static int terminateBackends() throws Exception {
        try (Connection database = service.database().connect(); Statement statement = database.createStatement();
                ResultSet ended = statement.executeQuery("SELECT count(pg_terminate_backend(pid)) FROM (" + COPYING + ") AS export")) {
            ended.next();
            return ended.getInt(1);
        }
    }

    /** A counter's value may be followed by an exemplar. */
    private static long metric(String series) {
        return service.client().get("/q/metrics").lines().filter(line -> line.startsWith(series + " "))
                .map(line -> Double.valueOf(line.split(" ")[1])).findFirst().orElseThrow().longValue();
    }

    private static void awaitMetric(String series, long wanted) throws InterruptedException {
        long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (metric(series) != wanted) {
            assertThat(System.nanoTime()).as("%s should be %d, is %d", series, wanted, metric(series)).isLessThan(limit);
            Thread.sleep(20);
        }
    }
}
