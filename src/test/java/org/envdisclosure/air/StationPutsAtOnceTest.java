package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.reading;
import static org.envdisclosure.air.AirService.writing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class StationPutsAtOnceTest {

    private static final int AT_ONCE = 20;
    private static final Duration LONG = Duration.ofSeconds(60);

    private final ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE + 4);

    @AfterEach
    void no_caller_is_left() {
        callers.shutdownNow();
    }

    private List<Integer> answers(List<Callable<Integer>> calls) throws Exception {
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> answer : callers.invokeAll(calls, LONG.toSeconds(), TimeUnit.SECONDS)) {
            assertThat(answer.isCancelled()).isFalse();
            answers.add(answer.get());
        }
        return answers;
    }

    private static int put(String code, String name, String ifMatch) {
        var request = writing().contentType("application/json").body("{\"name\":\"" + name + "\"}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/air/stations/" + code).statusCode();
    }

    @Test
    void of_many_conditional_writes_over_one_state_exactly_one_wins() throws Exception {
        put("pt-race", "start", null);

        for (int round = 0; round < 3; round++) {
            String tag = reading().get("/air/stations/pt-race").header("ETag");
            String prefix = "round " + round + " by ";
            List<Integer> answers = answers(IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> (Callable<Integer>) () -> put("pt-race", prefix + i, tag)).toList());

            assertThat(answers).containsOnly(200, 412);
            assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
            int winner = answers.indexOf(200);
            assertThat(AirService.get("/air/stations/pt-race").getString("data.name")).isEqualTo(prefix + winner);
        }
        assertThat(AirService.stored("SELECT count(*) FROM air_stations_history WHERE station_code = ?", "pt-race")).isEqualTo("3");
    }

    @Test
    void batches_and_single_writes_of_stations_do_not_wait_for_each_other_for_ever() throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String name = "single " + i;
            String code = "pt-busy-" + i % 3;
            calls.add(() -> put(code, name, null));
        }
        for (int i = 0; i < 4; i++) {
            String suffix = String.valueOf(i);
            List<String> rows = IntStream.range(0, 200).mapToObj(n ->
                    "{\"station_code\":\"pt-busy-%d\",\"name\":\"batch %s\"}".formatted(n, suffix)).toList();
            calls.add(() -> writing().contentType("application/x-ndjson").body(String.join("\n", rows).getBytes(StandardCharsets.UTF_8)).post("/air/stations").statusCode());
        }
        Collections.shuffle(calls);

        List<Integer> answers = answers(calls);

        assertThat(answers).hasSize(AT_ONCE + 4).isSubsetOf(200, 201);
        assertThat(AirService.stored("SELECT count(*) - max(revision) FROM dataset_revision WHERE dataset = ?", "air-stations")).isEqualTo("0");
    }
}
