package org.envdisclosure.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.source.MonitoredOutlet.get;
import static org.envdisclosure.source.MonitoredOutlet.json;
import static org.envdisclosure.source.MonitoredOutlet.reading;
import static org.envdisclosure.source.MonitoredOutlet.take;
import static org.envdisclosure.source.MonitoredOutlet.writing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.rollup.Drained;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a result came to say what it says, and taking it back; its path has seven parts. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class WithdrawnResultTest {

    private static final String MOMENT = "2026-05-12T08:00:00+08:00";

    private static String path(String source) {
        return "/sources/monitoring/" + source + "/DW001/w01018/" + MOMENT.replace("+", "%2B") + "/1h/self/automatic";
    }

    private static JsonPath withdraw(String source) {
        Response answer = writing().delete(path(source) + "?reason=probe%20was%20dry");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return json(answer);
    }

    private static List<String> texts(JsonPath answer, String column) {
        return answer.<Object>getList("data." + column).stream().map(String::valueOf).toList();
    }

    @Test
    void every_state_is_told_oldest_first_and_as_of_each_it_was_so() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("wr-story").limited("1h", "2026-01-01", "50", "");
        take("/sources/monitoring", outlet.hour(MOMENT, "60"));
        take("/sources/monitoring?data_status=reviewed", outlet.hour(MOMENT, "70"));
        withdraw("wr-story");
        take("/sources/monitoring?data_status=reviewed", outlet.hour(MOMENT, "40"));

        JsonPath states = get(path("wr-story") + "/revisions");

        assertThat(texts(states, "measured_value")).containsExactly("60", "70", "null", "40");
        assertThat(texts(states, "compliant")).containsExactly("false", "false", "null", "true");
        assertThat(texts(states, "exceedance_multiple")).containsExactly("0.20", "0.40", "null", "null");
        assertThat(texts(states, "limit_high")).containsExactly("50", "50", "null", "50");
        assertThat(texts(states, "valid")).containsExactly("true", "true", "false", "true");
        assertThat(texts(states, "flags")).containsExactly("[]", "[]", "[measured_value:missing]", "[]");
        assertThat(texts(states, "revision_reason")).containsExactly("null", "review", "withdrawn", "resend");
        assertThat(texts(states, "revision_note")).containsExactly("null", "null", "probe was dry", "null");
        assertThat(texts(states, "data_status")).containsExactly("realtime", "reviewed", "reviewed", "reviewed");
        for (int i = 0; i < 4; i++) {
            assertThat(texts(outlet.results("&as_of=revision:" + states.getLong("data[" + i + "].revision")), "measured_value"))
                    .containsExactly(texts(states, "measured_value").get(i));
        }
        assertThat(states.getString("meta.notice.en")).contains("the enterprise's own");
    }

    @Test
    void what_was_taken_back_is_not_judged_by_a_later_limit_and_again_is_unchanged() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("wr-empty");
        take("/sources/monitoring", outlet.hour(MOMENT, "60"));

        assertThat(withdraw("wr-empty").getMap("")).containsEntry("received", 1).containsEntry("corrected", 1);
        outlet.limited("1h", "2026-01-01", "50", "");
        Drained.queues();

        assertThat(withdraw("wr-empty").getMap("")).containsEntry("unchanged", 1);
        assertThat(texts(outlet.results(), "limit_high")).containsExactly("null");
        assertThat(texts(get(path("wr-empty") + "/revisions"), "revision_reason")).containsExactly("null", "withdrawn");
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({"/self/, /supervisory/, 404", "/1h/, /24h/, 404", "/DW001/, /DW002/, 404", "T08:00, T09:00, 404", "2026-05-12T, 12.5.T, 400", "/automatic, /by%20hand, 404"})
    void another_key_is_another_row(String part, String other, int status) {
        MonitoredOutlet outlet = MonitoredOutlet.entered("wr-other");
        take("/sources/monitoring", outlet.hour(MOMENT, "60"));

        assertThat(reading().get(path("wr-other").replace(part, other) + "/revisions").statusCode()).isEqualTo(status);
        assertThat(writing().delete(path("wr-other").replace(part, other) + "?reason=x").statusCode()).isEqualTo(status);
        assertThat(texts(outlet.results(), "measured_value")).containsExactly("60");
    }

    @Test
    void whoever_has_no_key_takes_nothing_back() {
        assertThat(reading().delete(path("wr-other") + "?reason=x").statusCode()).isEqualTo(401);
        assertThat(writing().delete(path("wr-other")).statusCode()).isEqualTo(400);
    }
}
