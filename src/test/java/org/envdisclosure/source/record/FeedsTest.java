package org.envdisclosure.source.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.source.record.SupervisionService.reading;
import static org.envdisclosure.source.record.SupervisionService.record;
import static org.envdisclosure.source.record.SupervisionService.status;
import static org.envdisclosure.source.record.SupervisionService.take;
import static org.envdisclosure.source.record.SupervisionService.withdraw;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class FeedsTest {

    private static final String FEED = "/supervision/feeds/clean_production_audit";

    private static String entry(XmlPath feed, String record, String element) {
        return feed.getString("feed.entry.find { it.id == 'tag:env-disclosure.org,2026:supervision-records/%s' }.%s".formatted(record, element));
    }

    @Test
    void a_feed_names_the_newest_changes_of_its_kind_and_nothing_of_what_was_withdrawn() {
        take(record("ft-1", "clean_production_audit", ",\"decision\":\"a < b & c\",\"published_at\":\"2026-03-01T09:00:00+08:00\"").replace("示例记录", "<示例> & \\\"一\\\""),
                record("ft-2", "clean_production_audit", "").replace("示例记录", "将撤标题"), record("ft-3", "order", ""));
        take(record("ft-6", "clean_production_audit", ""));
        withdraw("ft-2", "in%20error");
        withdraw("ft-3", "in%20error");
        take(record("ft-3", "clean_production_audit", ""));

        Response answer = reading().get(FEED);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/atom+xml");
        XmlPath feed = answer.xmlPath();
        assertThat(feed.getString("feed.title")).isEqualTo("污染源监管记录：清洁生产审核");
        assertThat(feed.getList("feed.entry.id")).startsWith("tag:env-disclosure.org,2026:supervision-records/ft-6", "tag:env-disclosure.org,2026:supervision-records/ft-1");
        assertThat(entry(feed, "ft-1", "title")).isEqualTo("<示例> & \"一\"");
        assertThat(entry(feed, "ft-1", "summary")).isEqualTo("示环〔2026〕7号；a < b & c");
        assertThat(entry(feed, "ft-1", "published")).isEqualTo("2026-03-01T09:00:00+08:00");
        assertThat(answer.asString()).doesNotContain("将撤标题", "ft-2", "ft-3", "in error");
        assertThat(feed.getString("feed.link.find { it.@rel == 'self' }.@href")).isEqualTo("/api/v1" + FEED);
        assertThat(feed.getString("feed.updated")).isEqualTo(entry(feed, "ft-6", "updated"));
    }

    @Test
    void a_feed_that_is_known_is_not_sent_again() {
        take(record("ft-4", "clean_production_audit", ""));
        Response first = reading().get(FEED);

        assertThat(reading().header("If-None-Match", first.header("ETag")).get(FEED).statusCode()).isEqualTo(304);
        take(record("ft-5", "clean_production_audit", ""));
        assertThat(reading().header("If-None-Match", first.header("ETag")).get(FEED).statusCode()).isEqualTo(200);
    }

    @Test
    void a_kind_that_is_none_has_no_feed() {
        assertThat(status("/supervision/feeds/wedding")).isEqualTo(404);
        assertThat(status(FEED + "?limit=3")).isEqualTo(400);
        assertThat(reading().accept("application/json").get(FEED).statusCode()).isEqualTo(406);
    }
}
