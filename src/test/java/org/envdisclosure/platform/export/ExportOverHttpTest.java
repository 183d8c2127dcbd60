package org.envdisclosure.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(value = ExportDatabase.class, restrictToAnnotatedClass = true)
class ExportOverHttpTest extends ExportCalls {

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
}
