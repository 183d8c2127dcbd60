package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.envdisclosure.platform.database.DatabaseUrl;
import org.envdisclosure.platform.stream.EventReader;
import org.envdisclosure.platform.stream.EventReader.Event;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of the service on one database: a reader is told by either what comes in at the other. */
@Timeout(300)
class StreamReplicasIT {

    private static final int BATCHES = 10;

    @TempDir
    static Path folder;

    private static RunningService one;
    private static RunningService other;

    @BeforeAll
    static void two_replicas() throws Exception {
        Path first = Files.createDirectory(folder.resolve("one"));
        Path second = Files.createDirectory(folder.resolve("other"));
        one = RunningService.in(first, Map.of("ENVD_SAMPLE_DATA", "never"));
        DatabaseUrl database = one.database().recordedUrl();
        Files.createDirectory(second.resolve("data"));
        Files.copy(one.keyFile(), second.resolve("data/admin.key"));
        other = RunningService.in(second, Map.of("ENVD_DATABASE_URL", "postgresql://%s:%s@%s".formatted(database.user(), database.password(),
                database.jdbcUrl().replaceFirst("jdbc:postgresql://([^?]*).*", "$1"))));
    }

    @AfterAll
    static void nothing_is_left_running() {
        for (RunningService service : new RunningService[] {other, one}) {
            if (service != null) {
                service.close();
            }
        }
    }

    private static EventReader reading(RunningService service, String... headers) throws IOException, InterruptedException {
        return EventReader.open(URI.create(service.base() + "/api/v1/stream?dataset=air-stations"), headers);
    }

    private static void station(RunningService at, int number) {
        var answer = at.client().post("/air/stations", "application/x-ndjson", "{\"station_code\":\"SR-%d\",\"name\":\"SR\"}".formatted(number).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void what_comes_in_at_one_is_told_by_the_other_and_gone_on_from_at_either(TestReporter report) throws Exception {
        Event last;
        try (EventReader reader = reading(other)) {
            last = reader.next();
            for (int i = 0; i < BATCHES; i++) {
                station(one, i);
                long answered = System.nanoTime();
                Event told = reader.next();
                assertThat(told.arrived() - answered).isLessThan(TimeUnit.SECONDS.toNanos(1));
                report.publishEntry("told after", TimeUnit.NANOSECONDS.toMillis(told.arrived() - answered) + " ms");
                assertThat(told.json().getLong("revision")).isEqualTo(i + 1);
                last = told;
            }
        }
        try (EventReader resumed = reading(one, "Last-Event-ID", last.id())) {
            resumed.isSilentFor(Duration.ofSeconds(1));
            station(other, BATCHES);
            assertThat(resumed.next().json().getLong("previous")).isEqualTo(BATCHES);
        }
        try (EventReader late = reading(other, "Last-Event-ID", last.id()); EventReader left = reading(one)) {
            assertThat(late.next().json().getLong("revision")).isEqualTo(BATCHES + 1);
            assertThat(left.next().name()).isEqualTo("state");
            assertThat(other.terminate()).isLessThan(Duration.ofSeconds(10));
            assertThat(late.next().name()).as("ended in order, not broken off").isEqualTo("end");
            left.isSilentFor(Duration.ofMillis(500));
        }
    }
}
