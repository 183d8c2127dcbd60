package org.envdisclosure.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that are hardly HTTP, and connections that break, stall or drip. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class BadConnectionsTest {

    private static final String HOST = "Host: localhost\r\nConnection: close\r\n";
    private static final String GET = "GET /api/v1/air/hourly?limit=1 HTTP/1.1\r\n";
    private static final String POST = "POST /api/v1/air/hourly HTTP/1.1\r\n" + HOST + "Content-Type: text/csv\r\n" + TestKeys.INGEST + "\r\n";
    private static final String TABLE = "station_code,observed_at,pm25\nSTN,2026-03-10T08:00:00+08:00,31\nSTN,2026-03-10T09:00:00+08:00,32\n";

    private static Aftermath aftermath;

    @BeforeAll
    static void watch() {
        TestKeys.enter();
        StoredHours.register(List.of("BADN1", "BADN2", "BADN3", "BADN4", "BADN5"));
        aftermath = Aftermath.watched();
    }

    @AfterAll
    static void nothing_is_left_behind() {
        aftermath.isClean();
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                bytes("no Host", GET + "Connection: close\r\n\r\n", 400, "Host header is missing"),
                bytes("a Host that is none", GET + "Host: a b\"<>\r\nConnection: close\r\n\r\n", 400, "names no host"),
                bytes("headers of 40 kB", GET + HOST + "X-A: " + "a".repeat(40_000) + "\r\n\r\n", 431, "leave out what is not needed"),
                bytes("5000 headers", GET + HOST + "X-A: aaaaaa\r\n".repeat(5_000) + "\r\n", 431, "leave out what is not needed"),
                bytes("a target of 100 kB", "GET /api/v1/air/hourly?station=" + "A".repeat(100_000) + " HTTP/1.1\r\n" + HOST + "\r\n", 414, "ask in several requests"),
                bytes("no path", "GET banana HTTP/1.1\r\n" + HOST + "\r\n", 404, "the target is no path"),
                bytes("a star", "GET * HTTP/1.1\r\n" + HOST + "\r\n", 404, "the target is no path"));
    }

    private static final long BEGUN_NANOS = 400_000_000L;
    private static final long POLL_NANOS = 20_000_000L;

    /** What is no HTTP at all never reaches the service: its HTTP server answers the bare status and hangs up. */
    static Stream<Arguments> noRequests() {
        return Stream.of(
                arguments("a word", Wire.bytes("GARBAGE\r\n\r\n")),
                arguments("a request of HTTP/0.9", Wire.bytes("GET /api/v1/air/hourly\r\n\r\n")),
                arguments("a header without a colon", Wire.bytes(GET + HOST + "banana\r\n\r\n")),
                arguments("a header with NUL", Wire.bytes(GET + HOST + "X-A: a\u0000b\r\n\r\n")),
                arguments("two lengths", Wire.bytes(POST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab")),
                arguments("a negative length", Wire.bytes(POST + "Content-Length: -1\r\n\r\nab")),
                arguments("a length of letters", Wire.bytes(POST + "Content-Length: many\r\n\r\nab")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noRequests")
    void what_is_no_http(String name, byte[] request) throws IOException {
        try (Socket socket = Wire.open()) {
            Wire.send(socket, request);

            assertThat(Wire.answer(socket.getInputStream()).status()).isEqualTo(400);
            assertThat(socket.getInputStream().read()).as("the connection is closed").isEqualTo(-1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void a_request_nobody_serves(String name, byte[] request, int status, String words) {
        Wire.exchange(request).isProblem(status, words);
    }

    @Test
    void garbage_behind_a_good_request_spoils_only_itself() throws IOException {
        try (Socket socket = Wire.open()) {
            Wire.send(socket, Wire.bytes(GET + "Host: localhost\r\n\r\n\u0001\u0002 GARBAGE\r\n\r\n"));

            assertThat(Wire.answer(socket.getInputStream()).status()).isEqualTo(200);
            assertThat(Wire.answer(socket.getInputStream()).status()).isEqualTo(400);
        }
    }

    @Test
    void a_body_cut_by_the_network_stores_nothing_and_is_taken_when_sent_again() throws IOException {
        byte[] body = Wire.utf8(TABLE.replace("STN", "BADN1"));
        int before = failures();
        cut(POST + "Content-Length: " + (body.length + 100) + "\r\n\r\n", body);

        waitForFailure(before + 1);
        assertThat(new StoredHours("BADN1").pm25()).isEmpty();
        assertThat(Wire.post("/air/hourly", body, TestKeys.INGEST, "Content-Type: text/csv").json().path("inserted").asInt()).isEqualTo(2);
        assertThat(new StoredHours("BADN1").pm25()).containsExactly("31", "32");
    }

    @Test
    void chunks_cut_by_the_network_store_nothing() throws IOException {
        byte[] body = Wire.utf8(TABLE.replace("STN", "BADN2"));
        int before = failures();
        cut(POST + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length) + "\r\n", body);
        cut(POST + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length) + "\r\n" + TABLE.replace("STN", "BADN2") + "\r\nzz\r\n", new byte[0]);

        // a chunk that is none ends the connection before the batch hears of it: there is nothing to receipt
        waitForFailure(before + 1);
        assertThat(new StoredHours("BADN2").pm25()).isEmpty();
        assertThat(Wire.post("/air/hourly", body, TestKeys.INGEST, "Content-Type: text/csv").json().path("inserted").asInt()).isEqualTo(2);
    }

    @Test
    void a_body_that_drips_is_taken() throws IOException, InterruptedException {
        byte[] body = Wire.utf8(TABLE.replace("STN", "BADN3"));
        try (Socket socket = Wire.open()) {
            Wire.send(socket, Wire.bytes(POST + "Content-Length: " + body.length + "\r\n\r\n"));
            for (byte b : body) {
                Wire.send(socket, new byte[] {b});
                Thread.sleep(5);
            }
            assertThat(Wire.answer(socket.getInputStream()).json().path("inserted").asInt()).isEqualTo(2);
        }
        assertThat(new StoredHours("BADN3").pm25()).containsExactly("31", "32");
    }

    /** Four places for batches, all held by clients that send no more; the fifth is told to come again, readers notice nothing. */
    @Test
    void batches_that_stall_hold_up_neither_readers_nor_for_ever_other_batches() throws IOException {
        byte[] body = Wire.utf8(TABLE.replace("STN", "BADN4"));
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                Socket socket = Wire.open();
                stalled.add(socket);
                Wire.send(socket, Wire.bytes(POST + "Content-Length: 1000000\r\n\r\n"), body);
            }
            waitForBatchesUnderWay(4);
            assertThat(Wire.get("/air/hourly?station=BADN4&limit=1").status()).isEqualTo(200);
            Answer fifth = Wire.post("/air/hourly", body, TestKeys.INGEST, "Content-Type: text/csv").isProblem(429, "send it again");
            assertThat(fifth.headers().get("retry-after")).isEqualTo("5");
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
        assertThat(Wire.post("/air/hourly", body, TestKeys.INGEST, "Content-Type: text/csv").json().path("inserted").asInt()).isEqualTo(2);
    }

    @Test
    void a_client_that_leaves_without_its_answer_changes_nothing() throws IOException {
        for (int i = 0; i < 20; i++) {
            leave("GET /api/v1/air/hourly?format=csv HTTP/1.1\r\n" + HOST + "\r\n");
            leave("GET /api/v1/air/hourly?limit=10000 HTTP/1.1\r\n" + HOST + "\r\n");
        }
        new StoredHours("BADN5").store(2);
        assertThat(Wire.get("/air/hourly?format=csv&fields=pm25&station=BADN5").text()).isEqualTo("pm25\n1\n2\n");
    }

    /** Asks and hangs up at once. */
    private static void leave(String head) throws IOException {
        try (Socket socket = Wire.open()) {
            Wire.send(socket, Wire.bytes(head));
        }
    }

    /** Sends and hangs up, when the service has had time to begin. */
    private static void cut(String head, byte[] body) throws IOException {
        try (Socket socket = Wire.open()) {
            Wire.send(socket, Wire.bytes(head), body);
            LockSupport.parkNanos(BEGUN_NANOS);
        }
    }

    private static void waitForFailure(int count) {
        waitFor(count, BadConnectionsTest::failures, "receipts of cut batches");
    }

    /** A batch has its place before its transaction, which stands open while the body is waited for; those of other work are over sooner. */
    private static void waitForBatchesUnderWay(int count) {
        waitFor(count, () -> count("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'"
                + " AND state_change < clock_timestamp() - interval '300 milliseconds'"),
                "batches that wait for their bodies");
    }

    private static void waitFor(int count, IntSupplier counted, String what) {
        long end = System.nanoTime() + 30_000_000_000L;
        int found = counted.getAsInt();
        while (found < count && System.nanoTime() < end) {
            LockSupport.parkNanos(POLL_NANOS);
            found = counted.getAsInt();
        }
        assertThat(found).as(what).isGreaterThanOrEqualTo(count);
    }

    private static int failures() {
        return count("SELECT count(*) FROM ingest_batch WHERE key_name = 'badinput' AND state = 'failed' AND failure = 'body_cut'");
    }

    private static int count(String sql) {
        try (Connection connection = Arc.container().instance(AgroalDataSource.class).get().getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Arguments bytes(String name, String request, int status, String words) {
        return arguments(name, Wire.bytes(request), status, words);
    }
}
