package org.envdisclosure.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(value = ExportDatabase.class, restrictToAnnotatedClass = true)
class ExportOverHttpTest {

    private static final int MANY = 2_000_000;
    private static final String BACKENDS = "FROM pg_stat_activity WHERE application_name = 'env-disclosure export' AND state <> 'idle'";

    @TestHTTPResource("/test-export")
    URI export;

    @Inject
    MeterRegistry meters;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void every_place_is_free_again() throws Exception {
        eventually(() -> running() == 0);
        eventually(() -> ExportDatabase.value("SELECT count(*) " + BACKENDS).equals("0"));
    }

    @Test
    void headers_come_from_the_snapshot_and_rows_in_order() throws Exception {
        HttpResponse<String> answer = get("?rows=5000&width=3");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Revision")).hasValue("42");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv");
        assertThat(answer.body()).isEqualTo("number,text\n"
                + IntStream.rangeClosed(1, 5000).mapToObj(number -> number + ",xxx\n").collect(Collectors.joining()));
    }

    @Test
    void no_rows_is_a_header() throws Exception {
        assertThat(get("?rows=0&width=1").body()).isEqualTo("number,text\n");
    }

    @Test
    void gzip_is_one_member() throws Exception {
        HttpResponse<byte[]> answer = client.send(request("?rows=200000&width=20&coding=GZIP"), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        String csv = new String(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(csv).hasLineCount(200_001).endsWith("\n200000,xxxxxxxxxxxxxxxxxxxx\n");
        assertThat(answer.body().length).isLessThan(csv.length() / 3);
    }

    @Test
    void zstd_is_one_frame_with_a_checksum() throws Exception {
        HttpResponse<byte[]> answer = client.send(request("?rows=200000&width=20&coding=ZSTD"), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("zstd");
        String csv = new String(new ZstdInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(csv).hasLineCount(200_001).endsWith("\n200000,xxxxxxxxxxxxxxxxxxxx\n");
        assertThat(answer.body().length).isLessThan(csv.length() / 3);
        // RFC 8878, 3.1.1.1.1.5: bit 2 of the descriptor behind the magic number
        assertThat(answer.body()[4] & 4).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void the_first_rows_leave_while_the_query_still_runs(Coding coding) throws Exception {
        HttpResponse<InputStream> answer = client.send(request("/slow-query?coding=" + coding), HttpResponse.BodyHandlers.ofInputStream());
        InputStream csv = switch (coding) {
            case IDENTITY -> answer.body();
            case GZIP -> new GZIPInputStream(answer.body());
            case ZSTD -> new ZstdInputStream(answer.body());
        };

        assertThat(new String(csv.readNBytes(15), StandardCharsets.UTF_8)).isEqualTo("number,text\n1,x");
        assertThat(copying()).isEqualTo("1");
        assertThat(csv.readAllBytes()).hasSize(3 * 9000 + 3 * 3 - 3);
    }

    @Test
    void head_reads_nothing() throws Exception {
        double before = ended("not_streamed");

        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(export + "?rows=" + MANY + "&width=1000"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Revision")).hasValue("42");
        assertThat(answer.body()).isEmpty();
        eventually(() -> ended("not_streamed") == before + 1);
    }

    @Test
    void a_query_that_fails_before_the_first_row_is_a_problem() throws Exception {
        HttpResponse<String> answer = get("/fails-at?row=1");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("X-Revision")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).doesNotContain("csv");
    }

    @Test
    void a_select_that_differs_from_its_declaration_is_a_problem() throws Exception {
        assertThat(get("/undeclared").statusCode()).isEqualTo(500);
    }

    @Test
    void a_query_that_fails_half_way_cuts_the_body() throws Exception {
        double before = ended("failed");

        String answer = RawHttp.answer(export, "/fails-at?row=90000", "HTTP/1.1");

        assertThat(answer).startsWith("HTTP/1.1 200 OK").contains("transfer-encoding: chunked").contains("\n0,xxx").doesNotEndWith(RawHttp.LAST_CHUNK);
        assertThat(ended("failed")).isEqualTo(before + 1);
    }

    @Test
    void a_cut_body_is_a_reset_connection_where_no_chunk_tells() throws Exception {
        String answer = RawHttp.answer(export, "/fails-at?row=90000", "HTTP/1.0");

        assertThat(answer).startsWith("HTTP/1.0 200 OK").doesNotContain("chunked").endsWith(RawHttp.RESET);
    }

    @Test
    void a_killed_backend_cuts_the_body() throws Exception {
        try (Socket socket = RawHttp.ask(export, "?rows=" + MANY + "&width=100")) {
            socket.getInputStream().readNBytes(1_000_000);

            assertThat(ExportDatabase.value("SELECT pg_terminate_backend(pid) " + BACKENDS)).isEqualTo("t");

            String rest = RawHttp.readToEnd(socket);
            assertThat(rest).contains(",xxx").doesNotEndWith(RawHttp.LAST_CHUNK);
        }
        assertThat(get("?rows=10&width=1").body()).hasLineCount(11);
    }

    @Test
    void fifty_clients_that_leave_poison_nothing() throws Exception {
        double before = ended("client_gone");
        for (int i = 0; i < 50; i++) {
            try (Socket socket = RawHttp.ask(export, "?rows=" + MANY + "&width=100&coding=" + Coding.values()[i % 3])) {
                socket.getInputStream().readNBytes(1000 + 10_000 * (i % 5));
            }
            int left = i + 1;
            eventually(() -> ended("client_gone") == before + left);
        }

        assertThat(get("?rows=300000&width=10").body()).hasLineCount(300_001).endsWith("\n300000,xxxxxxxxxx\n");
    }

    @Test
    void a_client_that_leaves_while_the_database_is_still_thinking_frees_it() throws Exception {
        double before = ended("client_gone");
        try (Socket socket = RawHttp.ask(export, "/slow-query")) {
            socket.getInputStream().readNBytes(200);
        }
        eventually(() -> ended("client_gone") == before + 1);
        assertThat(copying()).isEqualTo("0");
    }

    @Test
    void a_full_lane_refuses_at_once() throws Exception {
        try (Socket first = RawHttp.ask(export, "?rows=" + MANY + "&width=100"); Socket second = RawHttp.ask(export, "?rows=" + MANY + "&width=100")) {
            first.getInputStream().readNBytes(1000);
            second.getInputStream().readNBytes(1000);

            HttpResponse<String> refused = get("?rows=1&width=1");

            assertThat(running()).isEqualTo(2);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(refused.body()).isEqualTo("2 bulk downloads are running, which is as many as allowed. Try again shortly.");
        }
    }

    @Test
    void a_client_that_takes_nothing_holds_the_database_back_and_is_cut() throws Exception {
        double before = ended("client_stalled");
        try (Socket socket = RawHttp.ask(export, "?rows=" + MANY + "&width=1000")) {
            socket.getInputStream().readNBytes(1000);
            long[] most = {0};

            eventually(() -> {
                most[0] = Math.max(most[0], printed());
                return ended("client_stalled") == before + 1;
            });

            assertThat(most[0]).isBetween(1L, MANY / 20L);
            assertThat(RawHttp.readToEnd(socket)).doesNotEndWith(RawHttp.LAST_CHUNK);
        }
    }

    /** 60 MB at some 12 MB/s: longer than the database may be silent, and all of it. */
    @Test
    void a_slow_client_that_reads_on_gets_everything() throws Exception {
        long began = System.nanoTime();
        try (Socket socket = RawHttp.ask(export, "?rows=60000&width=1000")) {
            long read = slowly(socket, 12_000_000, Duration.ofMinutes(1));

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(4));
            assertThat(read).isGreaterThan(60_000_000);
        }
        eventually(() -> running() == 0);
    }

    @Test
    void a_client_that_reads_for_longer_than_any_may_is_cut() throws Exception {
        double before = ended("too_long");
        try (Socket socket = RawHttp.ask(export, "?rows=" + MANY + "&width=1000")) {
            long read = slowly(socket, 2_000_000, Duration.ofSeconds(40));

            assertThat(read).isBetween(4_000_000L, 120_000_000L);
            assertThat(ended("too_long")).isEqualTo(before + 1);
        }
    }

    @Test
    void a_database_that_is_silent_for_too_long_is_cut_and_ends_its_work() throws Exception {
        double before = ended("database_silent");

        String answer = RawHttp.answer(export, "/slow-query?seconds=30&coding=IDENTITY", "HTTP/1.1");

        assertThat(answer).startsWith("HTTP/1.1 200 OK").contains("\n1,xxx").doesNotEndWith(RawHttp.LAST_CHUNK);
        assertThat(ended("database_silent")).isEqualTo(before + 1);
        eventually(() -> copying().equals("0"));
    }

    @Test
    void a_database_that_is_silent_before_its_first_row_is_a_problem() throws Exception {
        HttpResponse<String> answer = get("/silent");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("did not finish in the time allowed");
        eventually(() -> copying().equals("0"));
    }

    /** Reads so many bytes a second, to the end of a whole body, of the connection, or for so long; what was read. */
    private static long slowly(Socket socket, int aSecond, Duration longest) throws Exception {
        byte[] bytes = new byte[aSecond];
        String tail = "";
        long read = 0;
        long end = System.nanoTime() + longest.toNanos();
        try {
            while (!tail.endsWith(RawHttp.LAST_CHUNK) && System.nanoTime() < end) {
                int count = socket.getInputStream().read(bytes);
                read += count;
                tail += new String(bytes, Math.max(0, count - 7), Math.min(7, count), StandardCharsets.ISO_8859_1);
                tail = tail.substring(Math.max(0, tail.length() - 7));
                Thread.sleep(1000L * count / aSecond);
            }
        } catch (SocketException reset) {
            return read;
        }
        return read;
    }

    @Test
    void rows_and_pieces_are_one_body() throws Exception {
        HttpResponse<byte[]> packed = client.send(request("/pieces?megabytes=3&coding=GZIP"), HttpResponse.BodyHandlers.ofByteArray());
        String csv = new String(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes(), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("number,text\n1,y\n2,xxx").hasLineCount(2 + 3 * 1024);
        assertThat(get("/pieces?megabytes=3").body()).isEqualTo(csv);
    }

    @ParameterizedTest
    @EnumSource
    void a_piece_found_damaged_on_its_way_cuts_the_body(Coding coding) throws Exception {
        double before = ended("failed");

        String answer = RawHttp.answer(export, "/pieces?megabytes=3&damaged=true&coding=" + coding, "HTTP/1.1");

        assertThat(answer).startsWith("HTTP/1.1 200 OK").contains("transfer-encoding: chunked").doesNotEndWith(RawHttp.LAST_CHUNK);
        assertThat(ended("failed")).isEqualTo(before + 1);
    }

    @Test
    void a_slow_client_of_pieces_holds_no_snapshot() throws Exception {
        try (Socket socket = RawHttp.ask(export, "/pieces?megabytes=60")) {
            socket.getInputStream().readNBytes(100_000);

            eventually(() -> ExportDatabase.value("SELECT count(*) " + BACKENDS + " AND xact_start IS NOT NULL").equals("0"));
            assertThat(running()).as("still under way").isEqualTo(1);
        }
    }

    private static String copying() throws Exception {
        return ExportDatabase.value("SELECT count(*) " + BACKENDS + " AND query LIKE 'COPY%'");
    }

    private static long printed() throws Exception {
        return Long.parseLong(ExportDatabase.value("SELECT coalesce(max(tuples_processed), 0) FROM pg_stat_progress_copy"));
    }

    private HttpResponse<String> get(String rest) throws IOException, InterruptedException {
        return client.send(request(rest), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String rest) {
        return HttpRequest.newBuilder(URI.create(export + rest)).build();
    }

    private double running() {
        return meters.get("envd.exports.running").gauge().value();
    }

    private double ended(String outcome) {
        return meters.get("envd.exports").tag("outcome", outcome).counter().count();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void eventually(Condition condition) throws Exception {
        long limit = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(limit);
            Thread.sleep(20);
        }
    }
}
