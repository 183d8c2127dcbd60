package org.envdisclosure.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Clients and databases that take their time. */
@QuarkusTest
@QuarkusTestResource(value = ExportDatabase.class, restrictToAnnotatedClass = true)
class SlowExportTest extends ExportCalls {

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
}
