package org.envdisclosure.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller who asks for changes is told. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ChangesTest {

    private static final String SECTION = "{\"section_code\":\"CH-%s\",\"name\":\"CH-%s\",\"valid_from\":\"2020-01-01\"}";
    private static final String SAMPLING = "{\"section_code\":\"CH-%s\",\"sampled_at\":\"2026-05-%02dT08:00:00+08:00\",\"ph\":%s,\"dissolved_oxygen\":8,\"codmn\":2.5,\"nh3n\":0.2,\"tp\":0.06}";

    private static Response take(String path, List<String> rows) {
        Response answer = given().basePath("/api/v1").header("X-API-Key", TestDatabase.ADMIN_KEY).contentType("application/x-ndjson; charset=utf-8")
                .body(String.join("\n", rows).getBytes(StandardCharsets.UTF_8)).post(path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    private static String moment() {
        // by the service's own clock: the last change it knows of, none when the tests begin
        String last = given().basePath("/api/v1").get("/water/readings?limit=1").jsonPath().getString("meta.as_of");
        return last == null ? "2020-01-01" : last;
    }

    private static JsonPath changes(String since, String more) {
        Response answer = given().basePath("/api/v1").urlEncodingEnabled(false).get("/changes?since=" + URLEncoder.encode(since, StandardCharsets.UTF_8) + more);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static List<String> ofReadings(JsonPath answer, String code) {
        List<String> told = new ArrayList<>();
        List<String> keys = answer.getList("data.key");
        for (int i = 0; i < keys.size(); i++) {
            if (answer.getString("data[" + i + "].dataset").equals("water-readings") && keys.get(i).startsWith("CH-" + code + "/")) {
                told.add(answer.getString("data[" + i + "].kind") + " " + keys.get(i));
            }
        }
        return told;
    }

    @Test
    void every_row_is_told_once_by_its_last_change() {
        take("/water/sections", List.of(SECTION.formatted("a", "a")));
        String before = moment();
        take("/water/readings", List.of(SAMPLING.formatted("a", 1, "7.5"), SAMPLING.formatted("a", 2, "7.5"), SAMPLING.formatted("a", 3, "7.5")));
        take("/water/readings", List.of(SAMPLING.formatted("a", 1, "7.4")));
        assertThat(given().basePath("/api/v1").urlEncodingEnabled(false).header("X-API-Key", TestDatabase.ADMIN_KEY)
                .delete("/water/readings/CH-a/2026-05-02T08:00:00%2B08:00?reason=probe").statusCode()).isEqualTo(200);

        JsonPath told = changes(before, "&dataset=water-readings&limit=10000");

        assertThat(ofReadings(told, "a")).containsExactly("added CH-a/2026-05-03T08:00:00+08:00", "corrected CH-a/2026-05-01T08:00:00+08:00",
                "withdrawn CH-a/2026-05-02T08:00:00+08:00");
        assertThat(told.getList("data.changed_at", String.class)).isSorted();
        assertThat(ofReadings(changes(before, "&kind=withdrawn&limit=10000"), "a")).containsExactly("withdrawn CH-a/2026-05-02T08:00:00+08:00");
    }

    @Test
    void pages_strung_together_are_the_whole_list() {
        String before = moment();
        take("/water/sections", List.of(SECTION.formatted("b", "b"), SECTION.formatted("c", "c")));
        take("/water/readings", IntStream.rangeClosed(1, 25).mapToObj(day -> SAMPLING.formatted("b", day, "7.5")).toList());
        take("/water/readings", IntStream.rangeClosed(1, 25).mapToObj(day -> SAMPLING.formatted("c", day, "7.5")).toList());
        String last = moment();

        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = changes(before, "&dataset=water-readings,water-sections&limit=7" + cursor);
            page.<String>getList("data.key").stream().filter(key -> key.startsWith("CH-b") || key.startsWith("CH-c")).forEach(paged::add);
            String next = page.getString("page.next_cursor");
            cursor = next == null ? null : "&cursor=" + next;
        } while (cursor != null);

        assertThat(paged).hasSize(52).doesNotHaveDuplicates();
        assertThat(paged.subList(0, 2)).containsExactly("CH-b/2020-01-01", "CH-c/2020-01-01");
        assertThat(changes(last, "&limit=10000").getList("data.key", String.class)).doesNotContain("CH-b/2026-05-01T08:00:00+08:00");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "?since=", "?since=yesterday", "?since=2026-05-01&since=2026-05-02", "?since=2026-05-01&dataset=nothing", "?since=2026-05-01&kind=erased"})
    void a_question_that_cannot_be_understood_is_told_so(String query) {
        Response answer = given().basePath("/api/v1").urlEncodingEnabled(false).get("/changes" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void the_list_comes_as_csv_too() {
        String csv = given().basePath("/api/v1").get("/changes?format=csv&since=2020-01-01&limit=3").asString();

        assertThat(csv).startsWith("dataset,revision,kind,key,changed_at\n");
    }
}
