package org.envdisclosure.source.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.source.record.SupervisionService.get;
import static org.envdisclosure.source.record.SupervisionService.record;
import static org.envdisclosure.source.record.SupervisionService.status;
import static org.envdisclosure.source.record.SupervisionService.take;
import static org.envdisclosure.source.record.SupervisionService.withdraw;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
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

        assertThat(oldest.getList("data.item")).containsExactly("tl-source", "tl-source.DW001.w01018.24h", "tl-1", "tl-source", "tl-2");
        assertThat(oldest.getList("data.event")).containsExactly("register", "limit", "record", "register", "record");
        assertThat(oldest.getList("data.event_at")).startsWith("2024-01-01T00:00:00+08:00", "2024-06-01T00:00:00+08:00", "2024-09-01T09:00:00+08:00");
        assertThat(oldest.getList("data.title")).containsExactly("示例源一", "化学需氧量", "示例记录", "示例源二", null);
        assertThat(oldest.getString("data[4].kind")).isNull();
        assertThat(oldest.getString("data[4].withdrawal_reason")).isEqualTo("gone");
        assertThat(oldest.getInt("data[1].limit_high")).isEqualTo(50);
        assertThat(get("/sources/tl-source/timeline?order=desc&limit=1").getList("data.item")).containsExactly("tl-2");
        assertThat(get("/sources/tl-source/timeline?event=record&from=2025-01-01").getList("data.item")).containsExactly("tl-2");
        assertThat(status("/sources/tl-nobody/timeline")).isEqualTo(404);
    }
}
