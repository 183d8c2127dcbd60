package org.envdisclosure.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
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

@QuarkusTest
@QuarkusTestResource(ExportDatabase.class)
class ExportOverHttpTest {

    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";
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
        HttpResponse<byte[]> answer = client.send(request("?rows=200000&width=20&gzip=true"), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        String csv = new String(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(csv).hasLineCount(200_001).endsWith("\n200000,xxxxxxxxxxxxxxxxxxxx\n");
        assertThat(answer.body().length).isLessThan(csv.length() / 3);
    }

    @Test
    void the_first_rows_leave_while_the_query_still_runs() throws Exception {
        long start = System.nanoTime();
        HttpResponse<InputStream> answer = client.send(request("/slow-query"), HttpResponse.BodyHandlers.ofInputStream());
        InputStream csv = new GZIPInputStream(answer.body());

        assertThat(new String(csv.readNBytes(15), StandardCharsets.UTF_8)).isEqualTo("number,text\n1,x");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1500));
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

        String answer = raw("/fails-at?row=90000");

        assertThat(answer).startsWith("HTTP/1.1 200 OK").contains("transfer-encoding: chunked").contains("\n0,xxx").doesNotEndWith(LAST_CHUNK);
        assertThat(ended("failed")).isEqualTo(before + 1);
    }

    @Test
    void a_killed_backend_cuts_the_body() throws Exception {
        try (Socket socket = ask("?rows=" + MANY + "&width=100")) {
            socket.getInputStream().readNBytes(1_000_000);

            assertThat(ExportDatabase.value("SELECT pg_terminate_backend(pid) " + BACKENDS)).isEqualTo("t");

            String rest = readToEnd(socket);
            assertThat(rest).contains(",xxx").doesNotEndWith(LAST_CHUNK);
        }
        assertThat(get("?rows=10&width=1").body()).hasLineCount(11);
    }

    @Test
    void fifty_clients_that_leave_poison_nothing() throws Exception {
        double before = ended("client_gone");
        for (int i = 0; i < 50; i++) {
            try (Socket socket = ask("?rows=" + MANY + "&width=100&gzip=" + (i % 2 == 0))) {
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
        try (Socket socket = ask("/slow-query")) {
            socket.getInputStream().readNBytes(200);
        }
        eventually(() -> ended("client_gone") == before + 1);
        assertThat(ExportDatabase.value("SELECT count(*) " + BACKENDS + " AND query LIKE 'COPY%'")).isEqualTo("0");
    }

    @Test
    void a_full_lane_refuses_at_once() throws Exception {
        try (Socket first = ask("?rows=" + MANY + "&width=100"); Socket second = ask("?rows=" + MANY + "&width=100")) {
            first.getInputStream().readNBytes(1000);
            second.getInputStream().readNBytes(1000);
            long start = System.nanoTime();

            HttpResponse<String> refused = get("?rows=1&width=1");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(refused.body()).isEqualTo("2 bulk downloads are running, which is as many as allowed. Try again shortly.");
        }
    }

    @Test
    void a_client_that_takes_nothing_holds_the_database_back_and_is_cut() throws Exception {
        double before = ended("client_stalled");
        try (Socket socket = ask("?rows=" + MANY + "&width=1000")) {
            socket.getInputStream().readNBytes(1000);
            eventually(() -> printed() > 0);
            Thread.sleep(700);
            long first = printed();
            Thread.sleep(300);

            assertThat(printed()).isEqualTo(first).isLessThan(MANY / 20);

            eventually(() -> ended("client_stalled") == before + 1);
            assertThat(readToEnd(socket)).doesNotEndWith(LAST_CHUNK);
        }
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

    /** A request whose answer is read byte by byte, so that its end is seen as it is. */
    private Socket ask(String rest) throws IOException {
        Socket socket = new Socket(export.getHost(), export.getPort());
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(("GET " + export.getPath() + rest + " HTTP/1.1\r\nHost: test\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private String raw(String rest) throws IOException {
        try (Socket socket = ask(rest)) {
            return readToEnd(socket);
        }
    }

    /** Up to the end of the connection, however it ended. */
    private static String readToEnd(Socket socket) {
        StringBuilder text = new StringBuilder();
        byte[] piece = new byte[65_536];
        try {
            for (int count = socket.getInputStream().read(piece); count >= 0; count = socket.getInputStream().read(piece)) {
                text.append(new String(piece, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException reset) {
            text.append("(reset)");
        }
        return text.toString();
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
