package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.envdisclosure.PublicApi.Answer;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.Dataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Validators and HEAD of every dataset. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class EveryDatasetCachingTest extends DatasetContract {

    private static final int LATE_IN_THE_MINUTE = 50;
    private static final String STRONG_TAG = "\"[A-Za-z0-9_-]{20}\"";

    /** An answer about now has another validator each minute. */
    @BeforeEach
    void the_minute_is_young() throws InterruptedException {
        int second = LocalTime.now().getSecond();
        if (second >= LATE_IN_THE_MINUTE) {
            Thread.sleep((60 - second) * 1000L);
        }
    }

    @TestFactory
    Stream<DynamicTest> who_has_the_answer_gets_304_without_a_body() {
        return each(dataset -> {
            Answer full = ok(onTheDay(dataset));
            String etag = full.header("ETag");
            assertThat(etag).matches(STRONG_TAG);

            for (String known : List.of(etag, "W/" + etag, "*", "\"other\", " + etag, "W/\"other\",W/" + etag)) {
                Answer again = api.get(onTheDay(dataset), "If-None-Match", known);
                assertThat(again.status()).as("%s %s", dataset.id(), known).isEqualTo(304);
                assertThat(again.body()).isEmpty();
                assertThat(again.header("ETag")).isEqualTo(etag);
                assertThat(again.header("Cache-Control")).isEqualTo(full.header("Cache-Control")).isNotEmpty();
                assertThat(again.header("Vary")).isEqualTo(full.header("Vary")).contains("Accept");
            }
            for (String other : List.of("\"other\"", "W/\"other\"", etag.substring(1, etag.length() - 1), "x" + etag)) {
                assertThat(api.get(onTheDay(dataset), "If-None-Match", other).status()).as("%s %s", dataset.id(), other).isEqualTo(200);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> the_validator_depends_on_everything_the_answer_depends_on() {
        return each(dataset -> {
            String plain = onTheDay(dataset, "limit", "1");
            List<String> tags = List.of(ok(plain).header("ETag"), ok(onTheDay(dataset, "limit", "2")).header("ETag"),
                    ok(onTheDay(dataset, "limit", "1", "order", "desc")).header("ETag"),
                    ok(onTheDay(dataset, "limit", "1", "fields", dataset.key().get(0))).header("ETag"),
                    ok(onTheDay(dataset, "limit", "1", "format", "columns")).header("ETag"),
                    ok(plain, "Accept", "application/vnd.env-disclosure.columns+json").header("ETag"),
                    ok(plain, "Accept-Encoding", "gzip").header("ETag"));

            assertThat(tags).doesNotHaveDuplicates().allMatch(tag -> tag.matches(STRONG_TAG));
            assertThat(ok(plain).header("ETag")).isEqualTo(tags.get(0));
        });
    }

    @TestFactory
    Stream<DynamicTest> head_has_the_headers_of_get_and_no_body() {
        return each(dataset -> {
            Answer get = ok(onTheDay(dataset));
            Answer head = api.head(onTheDay(dataset));

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(told(head)).isEqualTo(told(get)).containsKeys("content-length", "content-type", "etag", "last-modified", "cache-control", "vary");
        });
    }

    @TestFactory
    Stream<DynamicTest> a_past_state_by_number_never_changes() {
        return each(dataset -> dataset.isRevised() && !dataset.dependsOnNow() && !dataset.isWithdrawable(), dataset -> {
            long revision = ok(onTheDay(dataset, "limit", "1")).revision();

            assertThat(ok(onTheDay(dataset, "as_of", "revision:" + revision)).header("Cache-Control")).contains("immutable");
            assertThat(ok(onTheDay(dataset)).header("Cache-Control")).doesNotContain("immutable").contains("max-age=");
        });
    }

    private static Map<String, List<String>> told(Answer answer) {
        Map<String, List<String>> told = new TreeMap<>(answer.headers().map());
        told.keySet().removeAll(List.of(":status", "date"));
        return told;
    }
}
