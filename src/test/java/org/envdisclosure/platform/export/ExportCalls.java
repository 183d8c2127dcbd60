package org.envdisclosure.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** What tests of downloads over HTTP share: the calls, and what the service and the database say is under way. */
class ExportCalls {

    static final int MANY = 2_000_000;
    static final String BACKENDS = "FROM pg_stat_activity WHERE application_name = 'env-disclosure export' AND state <> 'idle'";

    @TestHTTPResource("/test-export")
    URI export;

    @Inject
    MeterRegistry meters;

    final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void every_place_is_free_again() throws Exception {
        eventually(() -> running() == 0);
        eventually(() -> ExportDatabase.value("SELECT count(*) " + BACKENDS).equals("0"));
    }

    static String copying() throws Exception {
        return ExportDatabase.value("SELECT count(*) " + BACKENDS + " AND query LIKE 'COPY%'");
    }

    static long printed() throws Exception {
        return Long.parseLong(ExportDatabase.value("SELECT coalesce(max(tuples_processed), 0) FROM pg_stat_progress_copy"));
    }

    HttpResponse<String> get(String rest) throws IOException, InterruptedException {
        return client.send(request(rest), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest request(String rest) {
        return HttpRequest.newBuilder(URI.create(export + rest)).build();
    }

    double running() {
        return meters.get("envd.exports.running").gauge().value();
    }

    double ended(String outcome) {
        return meters.get("envd.exports").tag("outcome", outcome).counter().count();
    }

    interface Condition {
        boolean holds() throws Exception;
    }

    static void eventually(Condition condition) throws Exception {
        long limit = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(limit);
            Thread.sleep(20);
        }
    }
}
