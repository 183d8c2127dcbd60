package org.envdisclosure.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.WaterService.get;
import static org.envdisclosure.water.WaterService.json;
import static org.envdisclosure.water.WaterService.post;
import static org.envdisclosure.water.WaterService.reading;
import static org.envdisclosure.water.WaterService.section;
import static org.envdisclosure.water.WaterService.take;
import static org.envdisclosure.water.WaterService.writing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Manual samples over HTTP: detection limits, marks, corrections, refusals. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class SamplesTest {

    /** @param more further members, each begun with a comma */
    private static String sample(String code, String moment, String more) {
        return "{\"section_code\":\"%s\",\"sampled_at\":\"%s\",\"ph\":7.6,\"codmn\":2.90%s}".formatted(code, moment, more);
    }

    @Test
    void a_sample_is_given_out_as_it_was_received() {
        take("/water/sections", section("ws-whole", "lake", ""));
        take("/water/samples", sample("ws-whole", "2026-05-12T10:30:00+08:00",
                ",\"mercury\":0.00006,\"fecal_coliforms\":5400,\"chlorophyll_a\":10.0,\"transparency\":0.85,\"method\":\"HJ 91.2-2022\""));

        JsonPath rows = get("/water/samples?section=ws-whole&province=wt&river=wt%20river&basin=wt%20basin");

        assertThat(rows.<Object>get("data[0].codmn")).hasToString("2.90");
        assertThat(rows.<Object>get("data[0].mercury")).hasToString("0.00006");
        assertThat(rows.<Object>get("data[0].transparency")).hasToString("0.85");
        assertThat(rows.getMap("data[0]")).containsEntry("method", "HJ 91.2-2022").containsEntry("tp", null).containsEntry("data_status", "realtime")
                .containsEntry("detection_limit", List.of()).containsEntry("flags", List.of()).doesNotContainKey("water_class");
        assertThat(rows.getString("meta.units.transparency")).isEqualTo("m");
        assertThat(rows.getMap("data[0]").keySet()).hasSize(38).containsSequence("section_code", "sampled_at", "water_temperature", "ph",
                "dissolved_oxygen", "codmn", "cod", "bod5", "nh3n", "tp", "tn", "copper");
    }

    @ParameterizedTest(name = "{0} is {1} with limits {2} and {3}")
    @CsvSource(delimiter = '|', value = {
        "\"nh3n\":\"0.025L\" | 0.025 | nh3n:0.025 | nh3n:below_detection",
        "\"nh3n\":\"<0.0250\" | 0.0250 | nh3n:0.0250 | nh3n:below_detection",
        "\"nh3n\":\"ND\" | null | '' | nh3n:below_detection",
        "\"nh3n\":\"未检出\" | null | '' | nh3n:below_detection",
        "\"nh3n\":\"ND\",\"detection_limit\":[\"nh3n:0.02\"] | 0.02 | nh3n:0.02 | nh3n:below_detection",
        "\"nh3n\":0.020,\"detection_limit\":[\"nh3n:0.02\"] | 0.02 | nh3n:0.02 | nh3n:below_detection",
        "\"nh3n\":0.021,\"detection_limit\":[\"nh3n:0.02\"] | 0.021 | '' | ''",
        "\"nh3n\":\"--\" | null | '' | nh3n:missing",
        "\"nh3n\":\"*\" | null | '' | nh3n:missing",
        "\"nh3n\":\"/\" | null | '' | nh3n:not_monitored",
        "\"nh3n\":\"\" | null | '' | ''",
        "\"nh3n\":null | null | '' | ''",
        "\"nh3n\":-0.1 | null | '' | nh3n:negative",
        "\"nh3n\":10001 | null | '' | nh3n:out_of_range",
        "\"nh3n\":\"trace\" | null | '' | nh3n:not_a_number"})
    void what_stands_in_a_cell_is_told(String members, String value, String limits, String flags) {
        String code = "ws-" + Integer.toHexString(members.hashCode());
        take("/water/sections", section(code, "river", ""));
        take("/water/samples", sample(code, "2026-05-12T10:30:00+08:00", "," + members));

        JsonPath row = get("/water/samples?section=" + code);

        assertThat(String.valueOf(row.<Object>get("data[0].nh3n"))).isEqualTo(value);
        assertThat(row.getList("data[0].detection_limit", String.class)).isEqualTo(limits.isEmpty() ? List.of() : List.of(limits));
        assertThat(row.getList("data[0].flags", String.class)).isEqualTo(flags.isEmpty() ? List.of() : List.of(flags));
    }

    @Test
    void a_bare_date_is_the_midnight_the_day_begins_with() {
        take("/water/sections", section("ws-date", "river", ""));
        take("/water/samples", sample("ws-date", "2026-05-12", ""));

        assertThat(get("/water/samples?section=ws-date&date=2026-05-12").getList("data.sampled_at")).containsExactly("2026-05-12T00:00:00+08:00");
        assertThat(get("/water/samples?section=ws-date&to=2026-05-12").getList("data")).isEmpty();
    }

    @Test
    void a_downloaded_file_changes_nothing() {
        take("/water/sections", section("ws-round", "river", ""));
        take("/water/samples", sample("ws-round", "2026-05-12", ",\"nh3n\":\"0.025L\",\"lead\":\"0.002L\",\"tp\":0.05,\"zinc\":\"--\",\"copper\":\"/\",\"cyanide\":\"ND\""));
        String file = reading().get("/water/samples?section=ws-round&format=csv").asString();

        JsonPath receipt = json(post("/water/samples", "text/csv", file));

        assertThat(file).contains("nh3n:0.025;lead:0.002").contains("zinc:missing").contains("copper:not_monitored").contains("cyanide:below_detection");
        assertThat(receipt.getMap("")).containsEntry("received", 1).containsEntry("unchanged", 1).containsEntry("revision", null);
    }

    @Test
    void a_correction_is_a_revision_and_the_old_value_stays_readable() {
        take("/water/sections", section("ws-again", "river", ""));
        long first = take("/water/samples", sample("ws-again", "2026-05-12", ",\"tp\":0.05")).getLong("revision");

        assertThat(take("/water/samples", sample("ws-again", "2026-05-12", ",\"tp\":0.050")).getMap("")).containsEntry("unchanged", 1);
        assertThat(take("/water/samples", sample("ws-again", "2026-05-12", ",\"tp\":\"0.05L\"")).getMap("")).containsEntry("corrected", 1);

        assertThat(get("/water/samples?section=ws-again").getList("data.detection_limit")).containsExactly(List.of("tp:0.05"));
        assertThat(get("/water/samples?section=ws-again&as_of=revision:" + first).getList("data.detection_limit")).containsExactly(List.of());
    }

    @Test
    void a_period_is_reviewed_and_a_lower_state_does_not_undo_it() {
        take("/water/sections", section("ws-review", "river", ""));
        take("/water/samples", sample("ws-review", "2026-05-12", ""), sample("ws-review", "2026-06-12", ""));

        Response answer = writing().post("/water/samples/review?section=ws-review&month=2026-05&data_status=final&reason=checked");

        assertThat(answer.jsonPath().getMap("")).containsEntry("received", 1).containsEntry("corrected", 1);
        assertThat(get("/water/samples?section=ws-review").getList("data.data_status")).containsExactly("final", "realtime");
        assertThat(post("/water/samples", "application/x-ndjson", sample("ws-review", "2026-05-12", ",\"tp\":1")).jsonPath().getList("rejects.reason"))
                .containsExactly("refused_lower_status");
    }

    @Test
    void the_volume_of_a_source_stands_beside_the_sample_and_one_that_cannot_be_read_costs_no_row() {
        take("/water/sections", section("ws-volume", "reservoir", ""));
        take("/water/samples", sample("ws-volume", "2026-05-12", ",\"supply_volume\":120.50,\"iron\":\"0.03L\""),
                sample("ws-volume", "2026-06-12", ",\"supply_volume\":\"plenty\""));

        JsonPath rows = get("/water/samples?section=ws-volume");
        assertThat(rows.<Object>get("data[0].supply_volume")).hasToString("120.50");
        assertThat(rows.getList("data[0].detection_limit")).containsExactly("iron:0.03");
        assertThat(rows.getString("meta.units.supply_volume")).isEqualTo("10⁴ m³");
        assertThat(rows.getMap("data[1]")).containsEntry("supply_volume", null).containsEntry("flags", List.of("supply_volume:suspect"));
        Response again = post("/water/samples", "text/csv", reading().get("/water/samples?section=ws-volume&format=csv").asString());
        assertThat(again.jsonPath().getMap("")).containsEntry("unchanged", 2).containsEntry("corrected", 0);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', value = {
        "{\"section_code\":\"ws-none\",\"sampled_at\":\"2026-05-12\",\"ph\":7} | unknown_section",
        "{\"sampled_at\":\"2026-05-12\",\"ph\":7} | bad_section_code",
        "{\"section_code\":\"ws-bad\",\"ph\":7} | bad_sampled_at",
        "{\"section_code\":\"ws-bad\",\"sampled_at\":\"2026-05\"} | bad_sampled_at",
        "{\"section_code\":\"ws-bad\",\"sampled_at\":\"2026-02-30\"} | bad_sampled_at",
        "{\"section_code\":\"ws-bad\",\"sampled_at\":\"2098-02-20\"} | time_in_the_future",
        "{\"section_code\":\"ws-bad\",\"sampled_at\":\"2026-05-12\",\"benzene\":1} | unknown_field",
        "{\"section_code\":\"ws-bad\",\"sampled | bad_json"})
    void a_bad_row_is_refused_with_its_reason(String row, String reason) {
        take("/water/sections", section("ws-bad", "river", ""));

        Response answer = post("/water/samples", "application/x-ndjson", row);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("rejects.reason")).containsExactly(reason);
    }
}
