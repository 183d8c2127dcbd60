package org.envdisclosure.source.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.source.record.SupervisionService.RECORDS;
import static org.envdisclosure.source.record.SupervisionService.TELEPHONE;
import static org.envdisclosure.source.record.SupervisionService.reading;
import static org.envdisclosure.source.record.SupervisionService.record;
import static org.envdisclosure.source.record.SupervisionService.writing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** A row that was refused is kept as it came, so whoever did not send it must not read it. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class RejectedRowsTest {

    private static String key(String name) {
        return writing().contentType("application/json").body("{\"name\":\"" + name + "\",\"role\":\"ingest\"}").post("/keys").jsonPath().getString("key");
    }

    private static Response read(String key, String path) {
        return reading().header("X-API-Key", key).get(path);
    }

    @Test
    void rejected_rows_are_for_their_sender_and_the_administrator() {
        String sender = key("rr bureau");
        String other = key("rr other");
        Response sent = reading().header("X-API-Key", sender).contentType("application/x-ndjson")
                .body(record("rr-bad", "wedding", ",\"facts\":\"电话" + TELEPHONE + "\"").getBytes(StandardCharsets.UTF_8)).post(RECORDS);
        String receipt = "/ingest/batches/" + sent.jsonPath().getString("batch_id");

        Response refused = read(other, receipt + "/rejects");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.asString()).doesNotContain(TELEPHONE);
        assertThat(read(other, receipt + "/rejects?format=csv").statusCode()).isEqualTo(403);
        assertThat(read(other, receipt).asString()).as("a receipt tells no row").contains("rr bureau").doesNotContain(TELEPHONE);
        assertThat(read(sender, receipt + "/rejects").jsonPath().getString("data[0].raw")).contains(TELEPHONE);
        assertThat(read(key("rr bureau"), receipt + "/rejects").jsonPath().getString("data[0].raw")).as("a key in the place of the sender's").contains(TELEPHONE);
        assertThat(writing().get(receipt + "/rejects").jsonPath().getString("data[0].reason")).isEqualTo("bad_kind");
        assertThat(read(other, "/ingest/batches/0f8fad5b-d9cb-469f-a165-70867728950e/rejects").statusCode()).isEqualTo(404);
    }
}
