package org.envdisclosure.platform.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.export.RawHttp;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.envdisclosure.platform.sql.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readers that are too many, that go, and that do not read. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ManyStreamsTest {

    /** Of the settings under test. */
    private static final int MOST_PER_CLIENT = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TestHTTPResource("/api/v1/stream?dataset=air-alerts")
    URI stream;

    @Inject
    Transactions transactions;

    @BeforeEach
    void nobody_reads() throws InterruptedException {
        until(() -> measure("envd_streams") == 0);
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static double measure(String series) {
        return given().get("/q/metrics").asString().lines().filter(line -> line.startsWith(series + " ") || line.startsWith(series + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).findFirst().orElse(0);
    }

    private static double ended(String outcome) {
        return measure("envd_streams_ended_total{outcome=\"" + outcome + "\"}");
    }

    private EventReader reading() throws IOException, InterruptedException {
        EventReader reader = EventReader.open(stream);
        assertThat(reader.next().name()).isEqualTo("state");
        return reader;
    }

    @Test
    void readers_beyond_the_bound_are_refused_until_others_have_gone() throws Exception {
        double gone = ended("client_gone");
        double refusedBefore = ended("refused");
        List<EventReader> readers = new ArrayList<>();
        try {
            for (int i = 0; i < MOST_PER_CLIENT; i++) {
                readers.add(reading());
            }
            assertThat(measure("envd_streams")).isEqualTo(MOST_PER_CLIENT);
            Response refused = given().get(stream);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isEqualTo("30");
            assertThat(refused.contentType()).startsWith("application/problem+json");
            assertThat(refused.jsonPath().getString("type")).isEqualTo("/api/v1/problems/streams-busy");
            assertThat(ended("refused")).isEqualTo(refusedBefore + 1);
            assertThat(given().head(stream).statusCode()).as("takes no place").isEqualTo(200);

            readers.remove(0).close();
            until(() -> measure("envd_streams") == MOST_PER_CLIENT - 1);
            readers.add(reading());
        } finally {
            for (EventReader reader : readers) {
                reader.close();
            }
        }
        until(() -> measure("envd_streams") == 0);
        assertThat(ended("client_gone")).isEqualTo(gone + MOST_PER_CLIENT + 1);
    }

    /** More than system and service keep for it, then nothing for two seconds. */
    @Test
    void a_reader_who_does_not_read_is_let_go_and_the_others_go_on() throws Exception {
        double stalled = ended("client_stalled");
        List<String> all = given().basePath("/api/v1").get("/datasets").jsonPath().getList("data.id");
        try (EventReader good = reading(); Socket bad = unread()) {
            until(() -> measure("envd_streams") == 2);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (ended("client_stalled") == stalled) {
                assertThat(System.nanoTime()).as("let go in time").isLessThan(end);
                published(all);
                assertThat(good.next().json().getString("dataset")).isEqualTo("air-alerts");
            }
            assertThat(measure("envd_streams")).isEqualTo(1);
            assertThat(RawHttp.readToEnd(bad)).hasSizeLessThan(200_000).contains("event: revision").doesNotContain(RawHttp.LAST_CHUNK);
        }
    }

    private Socket unread() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.connect(new InetSocketAddress(stream.getHost(), stream.getPort()));
        socket.getOutputStream().write("GET /api/v1/stream HTTP/1.1\r\nHost: test\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void published(List<String> datasets) throws SQLException {
        transactions.run(connection -> {
            Map<String, Long> heads = RevisionLedger.lock(connection, datasets, Duration.ofSeconds(5));
            for (String dataset : datasets) {
                RevisionLedger.touch(connection, dataset, null);
            }
            return heads;
        });
    }
}
