package org.envdisclosure.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.source.SourceService.get;
import static org.envdisclosure.source.SourceService.json;
import static org.envdisclosure.source.SourceService.post;
import static org.envdisclosure.source.SourceService.reading;
import static org.envdisclosure.source.SourceService.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** Batches of the register: what their receipts count, and that what was downloaded can be sent again. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class SourceBatchesTest {

    @Test
    void a_receipt_counts_what_should_be_looked_at() {
        JsonPath receipt = take("/sources",
                "{\"source_id\":\"sb-1\",\"name\":\"一\",\"uscc\":\"91130200699229617X\",\"permit_no\":\"91130200699229617X001P\"}",
                "{\"source_id\":\"sb-2\",\"name\":\"二\",\"uscc\":\"91350100M0001TGQXM\",\"permit_no\":\"91350100M0001TGQXM001P\"}",
                "{\"source_id\":\"sb-3\",\"name\":\"三\",\"uscc\":\"91350211M0000XUF46\",\"permit_no\":\"-\"}",
                "{\"source_id\":\"sb-4\",\"name\":\"四\",\"uscc\":\"-\",\"permit_no\":\"示例\"}",
                "{\"source_id\":\"sb-5\",\"name\":\"五\"}");

        assertThat(receipt.getMap("")).containsEntry("inserted", 5).containsEntry("rejected", 0).containsEntry("uscc_doubtful", 2).containsEntry("permit_no_doubtful", 2);
        assertThat(get("/sources?source=sb-1,sb-2,sb-3,sb-4,sb-5").getList("data.uscc_valid")).hasToString("[true, false, false, null, null]");
    }

    @Test
    void what_was_downloaded_and_is_sent_again_changes_nothing() {
        take("/sources", "{\"source_id\":\"sb-rt\",\"name\":\"往返厂，\\\"甲\\\"\",\"uscc\":\"91990199MA99000020(03)\",\"supervision_lists\":[\"2025:air\",\"2026:air\"],\"valid_from\":\"2021-01-01\"}");
        take("/sources/outlets", "{\"source_id\":\"sb-rt\",\"outlet_code\":\"DA001\",\"name\":\"一号 \\\"炉\\\"\",\"longitude\":51.10,\"latitude\":61.10,\"valid_from\":\"2021-01-01\"}");
        take("/sources/limits",
                "{\"source_id\":\"sb-rt\",\"outlet_code\":\"DA001\",\"factor_code\":\"a21026\",\"averaging\":\"1h\",\"limit_high\":100.0,\"unit\":\"mg/m³\",\"valid_from\":\"2021-01-01\"}",
                "{\"source_id\":\"sb-rt\",\"outlet_code\":\"DA001\",\"factor_code\":\"a21026\",\"averaging\":\"1h\",\"limit_high\":35,\"unit\":\"mg/m³\",\"valid_from\":\"2024-01-01\"}");

        for (String path : new String[] {"/sources?source=sb-rt", "/sources?source=sb-rt&at=2022-01-01", "/sources/sb-rt/history", "/sources/outlets?source=sb-rt", "/sources/limits/sb-rt.DA001.a21026.1h/history"}) {
            String batch = path.startsWith("/sources/outlets") ? "/sources/outlets" : path.startsWith("/sources/limits") ? "/sources/limits" : "/sources";
            String and = path.contains("?") ? "&" : "?";
            JsonPath csv = json(post(batch, "text/csv", reading().get(path + and + "format=csv").asString()));
            JsonPath ndjson = json(post(batch, "application/x-ndjson", reading().get(path + and + "format=ndjson").asString()));
            int rows = path.startsWith("/sources/limits") ? 2 : 1;
            assertThat(csv.getMap("")).as(path).containsEntry("received", rows).containsEntry("unchanged", rows).containsEntry("revision", null);
            assertThat(ndjson.getMap("")).as(path).containsEntry("received", rows).containsEntry("unchanged", rows).containsEntry("revision", null);
        }
        assertThat(get("/sources/sb-rt").getMap("data")).containsEntry("uscc", "91990199MA99000020(03)").containsEntry("uscc_valid", false);
    }

    @Test
    void an_outlet_that_was_edited_in_the_file_of_its_source_is_not_lost_silently() {
        take("/sources", "{\"source_id\":\"sb-ed\",\"name\":\"改\",\"valid_from\":\"2021-01-01\"}");
        take("/sources/outlets", "{\"source_id\":\"sb-ed\",\"outlet_code\":\"DA001\",\"name\":\"一号炉\"}");

        Response answer = post("/sources", "text/csv", reading().get("/sources?source=sb-ed&format=csv").asString().replace("一号炉", "二号炉"));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("rejects[0].reason")).isEqualTo("outlets_are_entered_apart");
    }

    @Test
    void what_is_repeated_in_another_spelling_of_its_numbers_is_repeated() {
        take("/sources", "{\"source_id\":\"sb-num\",\"name\":\"数\",\"valid_from\":\"2021-01-01\"}");
        take("/sources/outlets", "{\"source_id\":\"sb-num\",\"outlet_code\":\"DA001\",\"longitude\":109.0,\"latitude\":61.10}");
        take("/sources/limits", "{\"source_id\":\"sb-num\",\"outlet_code\":\"DA001\",\"factor_code\":\"a21026\",\"averaging\":\"1h\",\"limit_high\":100.0,\"unit\":\"mg/m³\"}");
        String shown = reading().get("/sources?source=sb-num&format=ndjson").asString();
        assertThat(shown).contains("109.0", "61.10", "100.0");

        JsonPath again = take("/sources", shown.replace("109.0", "109").replace("61.10", "6.11e1").replace("100.0", "100"));

        assertThat(again.getMap("")).containsEntry("unchanged", 1).containsEntry("revision", null);
        Response other = post("/sources", "application/x-ndjson", shown.replace("109.0", "109.01"));
        assertThat(other.jsonPath().getString("rejects[0].reason")).as(other.asString()).isEqualTo("outlets_are_entered_apart");
    }

    @Test
    void a_state_before_an_outlet_was_entered_has_none() {
        take("/sources", "{\"source_id\":\"sb-asof\",\"name\":\"昔\"}");
        long before = get("/sources?source=sb-asof").getLong("meta.revision");
        String tag = reading().get("/sources/sb-asof").header("ETag");

        take("/sources/outlets", "{\"source_id\":\"sb-asof\",\"outlet_code\":\"DW001\"}");

        assertThat(get("/sources?source=sb-asof").getLong("meta.revision")).as("a change of an outlet is one of the sources").isGreaterThan(before);
        assertThat(get("/sources?source=sb-asof").getList("data[0].outlets.outlet_code")).hasToString("[DW001]");
        assertThat(get("/sources?source=sb-asof&as_of=revision:" + before).getList("data[0].outlets")).isEmpty();
        assertThat(reading().header("If-None-Match", tag).get("/sources/sb-asof").statusCode()).isEqualTo(200);
    }
}
