package org.envdisclosure.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.WaterService.get;
import static org.envdisclosure.water.WaterService.json;
import static org.envdisclosure.water.WaterService.post;
import static org.envdisclosure.water.WaterService.reading;
import static org.envdisclosure.water.WaterService.sampling;
import static org.envdisclosure.water.WaterService.section;
import static org.envdisclosure.water.WaterService.take;
import static org.envdisclosure.water.WaterService.writing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.rollup.Drained;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a sampling and a sample came to say what they say, and taking them back. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class WithdrawnWaterTest {

    private static final String MOMENT = "2026-05-12T08:00:00+08:00";

    private static String path(String dataset, String code) {
        return "/water/" + dataset + "/" + code + "/" + MOMENT.replace("+", "%2B");
    }

    private static JsonPath withdraw(String dataset, String code, String reason) {
        Response answer = writing().delete(path(dataset, code) + "?reason=" + reason);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return json(answer);
    }

    /** Inserted, corrected, reviewed, withdrawn, sent again. */
    private static void story(String dataset, String code) {
        take("/water/sections", section(code, "river", ""));
        take("/water/" + dataset, sampling(code, MOMENT));
        take("/water/" + dataset, sampling(code, MOMENT).replace("0.06", "0.07"));
        take("/water/" + dataset + "?data_status=reviewed", sampling(code, MOMENT).replace("0.06", "0.07"));
        withdraw(dataset, code, "probe%20was%20dry");
        take("/water/" + dataset + "?data_status=reviewed", sampling(code, MOMENT).replace("0.06", "0.08"));
    }

    private static List<String> texts(JsonPath answer, String column) {
        return answer.<Object>getList("data." + column).stream().map(String::valueOf).toList();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"readings", "samples"})
    void every_state_is_told_oldest_first_and_as_of_each_it_was_so(String dataset) {
        String code = "ww-story-" + dataset;
        story(dataset, code);

        JsonPath revisions = get(path(dataset, code) + "/revisions");

        assertThat(texts(revisions, "tp")).containsExactly("0.06", "0.07", "0.07", "null", "0.08");
        assertThat(texts(revisions, "data_status")).containsExactly("realtime", "realtime", "reviewed", "reviewed", "reviewed");
        assertThat(texts(revisions, "revision_reason")).containsExactly("null", "resend", "review", "withdrawn", "resend");
        assertThat(texts(revisions, "revision_note")).containsExactly("null", "null", "null", "probe was dry", "null");
        assertThat(texts(revisions, "batch_id")).doesNotHaveDuplicates().hasSize(5);
        List<String> published = texts(revisions, "published_at");
        assertThat(texts(revisions, "superseded_at")).isEqualTo(Arrays.asList(published.get(1), published.get(2), published.get(3), published.get(4), "null"));
        for (int i = 0; i < 5; i++) {
            JsonPath then = get("/water/" + dataset + "?section=" + code + "&as_of=revision:" + revisions.getLong("data[" + i + "].revision"));
            assertThat(texts(then, "tp")).containsExactly(texts(revisions, "tp").get(i));
            assertThat(texts(then, "flags")).containsExactly(texts(revisions, "flags").get(i));
        }
        assertThat(reading().get(path(dataset, code) + "/revisions?format=csv&fields=tp,revision_reason").asString())
                .isEqualTo("tp,revision_reason\n0.06,\n0.07,resend\n0.07,review\n,withdrawn\n0.08,resend\n");
    }

    @Test
    void a_withdrawn_reading_has_no_values_no_class_and_every_item_flagged() {
        take("/water/sections", section("ww-reading", "river", ""));
        take("/water/readings", sampling("ww-reading", MOMENT));

        assertThat(withdraw("readings", "ww-reading", "dry").getMap("")).containsEntry("received", 1).containsEntry("corrected", 1).containsEntry("unchanged", 0);

        JsonPath row = get("/water/readings?section=ww-reading");
        assertThat(row.getMap("data[0]")).containsEntry("ph", null).containsEntry("tp", null).containsEntry("water_class", null)
                .containsEntry("limiting_parameters", null).containsEntry("reported_class", null).containsEntry("data_status", "realtime");
        assertThat(row.getList("data[0].flags", String.class)).contains("ph:missing", "dissolved_oxygen:missing", "codmn:missing", "nh3n:missing", "tp:missing",
                "water_class:insufficient");
        JsonPath again = withdraw("readings", "ww-reading", "dry");
        assertThat(again.getMap("")).containsEntry("unchanged", 1).containsEntry("revision", null);
        String file = reading().get("/water/readings?section=ww-reading&format=csv").asString();
        assertThat(post("/water/readings", "text/csv", file).jsonPath().getMap("")).containsEntry("unchanged", 1);
    }

    @Test
    void a_withdrawn_sample_has_no_values() {
        take("/water/sections", section("ww-sample", "river", ""));
        take("/water/samples", sampling("ww-sample", "2026-05-12").replace("\"nh3n\":0.2", "\"nh3n\":\"0.025L\",\"method\":\"HJ 91.2-2022\""));

        Response answer = writing().delete("/water/samples/ww-sample/2026-05-12?reason=mixed%20up");

        assertThat(answer.jsonPath().getMap("")).as(answer.asString()).containsEntry("corrected", 1);
        assertThat(get("/water/samples?section=ww-sample").getMap("data[0]")).containsEntry("ph", null).containsEntry("nh3n", null).containsEntry("method", null)
                .containsEntry("detection_limit", List.of()).containsEntry("flags", List.of()).containsEntry("data_status", "realtime");
        assertThat(texts(get("/water/samples/ww-sample/2026-05-12/revisions"), "nh3n")).containsExactly("0.025", "null");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"readings", "samples"})
    void the_assessment_follows_a_withdrawal(String dataset) {
        String code = "ww-month-" + dataset;
        take("/water/sections", section(code, "river", ""));
        take("/water/" + dataset, sampling(code, MOMENT), sampling(code, "2026-05-20T08:00:00+08:00").replace("0.06", "0.26"));
        Drained.queues();
        assertThat(texts(get("/water/assessments?month=2026-05&section=" + code), "water_class")).containsExactly("III");

        withdraw(dataset, code, "dry");
        Drained.queues();

        assertThat(texts(get("/water/assessments?month=2026-05&section=" + code), "water_class")).containsExactly("IV");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "/water/readings/ww-nobody/2026-05-12T08:00:00%2B08:00/revisions, 404", "/water/samples/ww-nobody/2026-05-12/revisions, 404",
        "/water/readings/ww-nobody/yesterday/revisions, 400", "/water/samples/ww-nobody/2026-05/revisions, 400",
        "/water/readings/%E6%96%AD/2026-05-12T08:00:00%2B08:00/revisions, 404", "/water/readings/ww-nobody/2026-05-12T08:00:00%2B08:00, 405",
        "/water/samples/ww-nobody/2026-05-12/history, 404"})
    void a_path_that_names_no_row(String path, int status) {
        Response answer = reading().get(path);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"readings", "samples"})
    void a_withdrawal_needs_a_key_a_reason_and_a_row(String dataset) {
        String code = "ww-needs-" + dataset;
        take("/water/sections", section(code, "river", ""));
        take("/water/" + dataset, sampling(code, MOMENT));

        assertThat(reading().delete(path(dataset, code) + "?reason=x").statusCode()).isEqualTo(401);
        for (String query : List.of("", "?reason=", "?reason=%20", "?reason=" + "x".repeat(201), "?reason=a%0Ab")) {
            Response refused = writing().delete(path(dataset, code) + query);
            assertThat(refused.statusCode()).as(query).isEqualTo(400);
            assertThat(refused.jsonPath().getString("errors[0].parameter")).as(query).isEqualTo("reason");
        }
        assertThat(writing().delete(path(dataset, code).replace("T08", "T09") + "?reason=x").statusCode()).isEqualTo(404);
        assertThat(get(path(dataset, code) + "/revisions").getList("data")).hasSize(1);
    }
}
