package org.envdisclosure.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.stream.Position.Head;
import org.junit.jupiter.api.Test;

/** Hours and places have revisions; the newest hours follow from both. */
class SubscriptionTest {

    private static final Dataset HOURS = dataset("hours", "hours");
    private static final Dataset NEWEST = dataset("newest", "hours", "places");
    private static final Subscription BOTH = new Subscription(List.of(NEWEST, HOURS));

    private static Dataset dataset(String id, String... restsOn) {
        return Dataset.named(id, "/" + id).title(id, id).description(id, id).columns(Column.code("code", "code", "code")).key("code").restingOn(restsOn).build();
    }

    private static Instant second(int second) {
        return Instant.parse("2026-05-01T04:00:00Z").plusSeconds(second);
    }

    private static Position hours(int revision, int second) {
        return new Position(new TreeMap<>(Map.of("hours", new Head(revision, second(second)))));
    }

    private static Position both(int hours, int hoursAt, int places, int placesAt) {
        return new Position(new TreeMap<>(Map.of("hours", new Head(hours, second(hoursAt)), "places", new Head(places, second(placesAt)))));
    }

    private static String data(String name, String rest) {
        return "data: {\"dataset\":\"%s\",%s}\n\n".formatted(name, rest);
    }

    @Test
    void what_rests_on_a_revision_is_told_beside_it_and_the_last_event_has_the_id() {
        String news = BOTH.news(both(3, 10, 1, 5), both(5, 20, 1, 5));

        String rest = "\"revision\":5,\"previous\":3,\"published_at\":\"2026-05-01T12:00:20+08:00\",\"since\":\"2026-05-01T12:00:10+08:00\"";
        assertThat(news).isEqualTo("event: revision\n" + data("hours", rest)
                + "event: revision\nid: " + both(5, 20, 1, 5).id() + "\n" + data("newest", rest));
    }

    @Test
    void what_changes_by_something_beside_keeps_its_number() {
        assertThat(BOTH.news(both(3, 10, 1, 5), both(3, 10, 2, 20))).isEqualTo("event: revision\nid: " + both(3, 10, 2, 20).id() + "\n"
                + data("newest", "\"revision\":3,\"previous\":3,\"published_at\":\"2026-05-01T12:00:20+08:00\",\"since\":\"2026-05-01T12:00:05+08:00\""));
    }

    /** A board reads the datasets one after the other: it may know a later moment of one than of the other. */
    @Test
    void the_moment_to_ask_from_is_the_earliest_of_what_has_moved() {
        assertThat(BOTH.news(both(3, 10, 1, 5), both(4, 30, 2, 20))).contains(
                data("newest", "\"revision\":4,\"previous\":3,\"published_at\":\"2026-05-01T12:00:30+08:00\",\"since\":\"2026-05-01T12:00:05+08:00\""));
    }

    @Test
    void nothing_new_is_no_event() {
        assertThat(BOTH.news(both(3, 10, 1, 5), both(3, 10, 1, 5))).isEmpty();
    }

    @Test
    void the_first_revision_has_none_before_it_and_everything_is_to_be_loaded() {
        String rest = "\"revision\":1,\"previous\":null,\"published_at\":\"2026-05-01T12:00:10+08:00\",\"since\":null";
        assertThat(BOTH.news(new Position(new TreeMap<>()), hours(1, 10))).contains(data("hours", rest)).contains(data("newest", rest));
    }

    @Test
    void a_database_that_was_set_back_is_told_with_nothing_to_ask_from() {
        assertThat(BOTH.news(hours(9, 90), hours(5, 20))).contains(
                data("hours", "\"revision\":5,\"previous\":9,\"published_at\":\"2026-05-01T12:00:20+08:00\",\"since\":null"));
        assertThat(BOTH.news(hours(5, 90), hours(5, 20))).contains(
                data("hours", "\"revision\":5,\"previous\":5,\"published_at\":\"2026-05-01T12:00:20+08:00\",\"since\":null"));
        assertThat(BOTH.news(hours(5, 90), new Position(new TreeMap<>()))).startsWith("event: revision\n"
                + data("hours", "\"revision\":0,\"previous\":5,\"published_at\":null,\"since\":null")).contains("\nid: -\n");
    }

    @Test
    void where_a_reader_begins_is_told_of_datasets_without_revisions_too() {
        assertThat(new Subscription(List.of(HOURS)).state(new Position(new TreeMap<>()), null))
                .isEqualTo("event: state\nid: -\ndata: {\"datasets\":{\"hours\":{\"revision\":0,\"published_at\":null}}}\n\n");
        assertThat(BOTH.state(both(3, 10, 1, 20), Map.of("detail", "why"))).endsWith("data: {\"datasets\":{"
                + "\"hours\":{\"revision\":3,\"published_at\":\"2026-05-01T12:00:10+08:00\"},\"newest\":{\"revision\":3,\"published_at\":\"2026-05-01T12:00:20+08:00\"}},"
                + "\"problem\":{\"detail\":\"why\"}}\n\n");
    }

    @Test
    void a_replica_that_is_behind_what_another_one_told_takes_it_for_the_present() {
        List<String> all = List.of("hours", "places");
        assertThat(both(3, 10, 2, 20).notBehind(both(5, 30, 1, 5), all)).isEqualTo(both(5, 30, 2, 20));
        assertThat(both(3, 10, 2, 20).isBehind(both(5, 30, 1, 5), all)).isTrue();
        assertThat(hours(3, 10).isBehind(both(3, 10, 1, 5), all)).isTrue();
        assertThat(both(3, 10, 2, 20).isBehind(both(3, 10, 1, 5), all)).isFalse();
    }
}
