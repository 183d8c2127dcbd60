package org.envdisclosure.source.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.source.record.SupervisionService.get;
import static org.envdisclosure.source.record.SupervisionService.good;
import static org.envdisclosure.source.record.SupervisionService.reading;
import static org.envdisclosure.source.record.SupervisionService.record;
import static org.envdisclosure.source.record.SupervisionService.status;
import static org.envdisclosure.source.record.SupervisionService.take;
import static org.envdisclosure.source.record.SupervisionService.withdraw;
import static org.envdisclosure.source.record.SupervisionService.writing;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class TimelineTest {

    @Inject
    AgroalDataSource database;

    @Test
    void records_versions_and_limits_stand_in_the_order_of_time() throws SQLException {
        SourceRow.enter(database, "tl-source");
        String at = ",\"source_id\":\"tl-source\",\"published_at\":\"%s\"";
        take(record("tl-1", "penalty", at.formatted("2024-09-01T09:00:00+08:00")), record("tl-2", "order", at.formatted("2025-02-01T09:00:00+08:00")),
                record("tl-other", "order", ",\"source_id\":\"tl-other\""));
        withdraw("tl-2", "gone");

        JsonPath oldest = get("/sources/tl-source/timeline");

        assertThat(oldest.getList("data.item")).containsExactly("tl-source", "tl-source.DW001.w01018.24h", "tl-1", "tl-source");
        assertThat(oldest.getList("data.event")).containsExactly("register", "limit", "record", "register");
        assertThat(oldest.getList("data.event_at")).startsWith("2024-01-01T00:00:00+08:00", "2024-06-01T00:00:00+08:00", "2024-09-01T09:00:00+08:00");
        assertThat(oldest.getList("data.title")).containsExactly("示例源一", "化学需氧量", "示例记录", "示例源二");
        assertThat(oldest.getInt("data[1].limit_high")).isEqualTo(50);
        assertThat(get("/sources/tl-source/timeline?order=desc&limit=1").getList("data.item")).containsExactly("tl-source");
        assertThat(get("/sources/tl-source/timeline?event=record").getList("data.item")).containsExactly("tl-1");
        assertThat(status("/sources/tl-nobody/timeline")).isEqualTo(404);
    }

    @Test
    void a_withdrawn_record_is_in_no_timeline_whatever_source_it_is_sent_with_until_it_is_put_back() throws SQLException {
        SourceRow.enter(database, "tl-first");
        SourceRow.enter(database, "tl-second");
        take(record("tl-moved", "penalty", ",\"source_id\":\"tl-first\""));
        withdraw("tl-moved", "gone");
        take(record("tl-moved", "penalty", ",\"source_id\":\"tl-second\""));

        for (String source : List.of("tl-first", "tl-second")) {
            assertThat(get("/sources/" + source + "/timeline?event=record").getList("data")).as(source).isEmpty();
            assertThat(reading().get("/sources/" + source + "/timeline?format=csv").asString()).as(source).doesNotContain("tl-moved", "gone");
        }

        good(writing().delete("/supervision/records/tl-moved/withdrawal?reason=mistake"));

        assertThat(get("/sources/tl-second/timeline?event=record").getList("data.item")).containsExactly("tl-moved");
    }
}
