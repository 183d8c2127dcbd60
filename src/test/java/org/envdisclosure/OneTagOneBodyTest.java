package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A strong validator stands for one sequence of bytes (RFC 9110, 8.8.1): random questions, each asked again and again, while
 * another client writes hours of June and moves stations.
 */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class OneTagOneBodyTest {

    private static final int QUESTIONS = 40;
    private static final int ROUNDS = 6;
    private static final List<String> PATHS = List.of("/air/hourly", "/air/hourly", "/air/cities/hourly", "/air/stations", "/air/latest");
    private static final List<Map<String, String>> SPANS = List.of(Map.of("month", "2026-05"), Map.of("month", "2026-05"), Map.of("date", "2026-05-20"),
            Map.of("month", "2026-04"), Map.of("month", "2026-06"), Map.of("date", "2026-06-02"), Map.of("to", "2026-06-01"),
            Map.of("from", "2026-05-31"), Map.of());

    @TestHTTPResource
    URL base;

    private final AirWorld world = new AirWorld("ONETAG");
    private final Random random = new Random();
    private final Map<String, String> bodies = new HashMap<>();
    private ServiceClient service;

    @BeforeEach
    void connect() {
        service = new ServiceClient(base.toString(), TestDatabase.ADMIN_KEY);
    }

    @Test
    void the_same_strong_validator_is_the_same_body_while_hours_arrive() throws Exception {
        check(false);
    }

    @Test
    void the_same_strong_validator_is_the_same_body_while_stations_move() throws Exception {
        check(true);
    }

    @Test
    void a_closed_month_keeps_its_revision_until_it_or_the_register_changes() {
        AirWorld still = new AirWorld("STILL");
        post("/air/stations", still.register());
        takeMay(still);
        String question = "/air/hourly?month=2026-05&station=" + still.stations().get(0);
        PublicApi api = new PublicApi(URI.create(base.toString()));
        PublicApi.Answer before = api.get(question);

        post("/air/hourly", still.batch(random, 50));
        PublicApi.Answer after = api.get(question);
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(api.get(question, "If-None-Match", before.header("ETag")).status()).isEqualTo(304);
        assertThat(api.get("/air/hourly?month=2026-06&limit=1").revision()).isGreaterThan(before.revision());

        post("/air/stations", still.register().replace("\"name\":\"", "\"name\":\"x"));
        assertThat(api.get(question, "If-None-Match", before.header("ETag")).status()).isEqualTo(200);
        assertThat(api.get(question).revision()).isGreaterThan(before.revision());
    }

    private void check(boolean stationsMove) throws Exception {
        int again = 0;
        try (OtherClient writer = OtherClient.start(service, world, stationsMove, random.nextLong())) {
            takeMay(world);
            List<String> questions = new ArrayList<>();
            while (questions.size() < QUESTIONS) {
                questions.add(question());
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (String question : questions) {
                    // twice in a row too: while stations move, hardly a validator outlives a round
                    again += (same(question) ? 1 : 0) + (same(question) ? 1 : 0);
                }
            }
            assertThat(writer.batches()).as("batches written meanwhile").isGreaterThan(ROUNDS);
        }
        assertThat(again).as("answers with a validator that had come before").isGreaterThan(QUESTIONS / 4);
    }

    /** Whether the answer carried a validator that an answer before it had carried. */
    private boolean same(String question) {
        HttpResponse<String> answer = service.answer(question);
        assertThat(answer.statusCode()).as("%s %s", question, answer.body()).isEqualTo(200);
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).as(question).startsWith("\"");
        String before = bodies.putIfAbsent(tag, answer.body());
        if (before != null) {
            assertThat(answer.body()).as("%s %s", question, tag).isEqualTo(before);
        }
        return before != null;
    }

    private String question() {
        String path = PATHS.get(random.nextInt(PATHS.size()));
        Map<String, String> query = new LinkedHashMap<>(path.endsWith("hourly") ? SPANS.get(random.nextInt(SPANS.size())) : Map.of());
        if (random.nextInt(3) > 0) {
            query.put("city", String.join(",", world.cityWords().subList(0, 1 + random.nextInt(2))));
        }
        query.put("format", List.of("json", "json", "columns", "csv", "ndjson").get(random.nextInt(5)));
        query.put("limit", String.valueOf(1 + random.nextInt(40)));
        if (query.get("format").equals("json") && random.nextBoolean()) {
            query.put("count", "exact");
        }
        if (random.nextBoolean()) {
            query.put("order", "desc");
        }
        if (random.nextInt(4) == 0) {
            query.put("updated_since", "2026-01-01");
        }
        return ServiceClient.target(path, query);
    }

    private void takeMay(AirWorld world) {
        StringBuilder hours = new StringBuilder();
        for (String station : world.stations()) {
            hours.append("{\"station_code\":\"%s\",\"observed_at\":\"2026-05-20T08:00:00+08:00\",\"pm25\":35,\"o3\":60}%n".formatted(station));
        }
        post("/air/hourly", hours.toString());
    }

    private void post(String target, String lines) {
        HttpResponse<String> answer = service.post(target, "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
