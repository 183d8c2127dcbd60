package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.envdisclosure.PublicApi.Answer;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Pages of every dataset: limit, cursor, order, fields, count. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class EveryDatasetPagesTest extends DatasetContract {

    private static final int PAGES = 7;

    @TestFactory
    Stream<DynamicTest> pages_strung_together_are_the_one_big_page() {
        return each(dataset -> {
            for (String order : List.of("asc", "desc")) {
                List<JsonNode> whole = steady(dataset, wholeDay(dataset, "order", order).rows());
                int limit = Math.max(1, whole.size() / PAGES);

                List<JsonNode> strung = new ArrayList<>();
                String first = onTheDay(dataset, "order", order, "limit", String.valueOf(limit));
                Optional<String> cursor = Optional.empty();
                do {
                    Answer page = ok(cursor.map(text -> first + "&cursor=" + text).orElse(first));
                    assertThat(page.rows()).hasSizeBetween(1, limit);
                    strung.addAll(page.rows());
                    cursor = page.nextCursor();
                } while (cursor.isPresent());

                assertThat(steady(dataset, strung)).containsExactlyElementsOf(whole);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> the_link_header_leads_to_the_next_page() {
        return each(this::hasSeveralRows, dataset -> {
            List<JsonNode> whole = steady(dataset, wholeDay(dataset).rows());
            Answer first = ok(onTheDay(dataset, "limit", "1"));
            Matcher next = Pattern.compile("<([^>]+)>; rel=\"next\"").matcher(String.join(", ", first.headers().allValues("Link")));

            assertThat(next.find()).as("Link of %s", first.headers().map()).isTrue();
            String target = URI.create(next.group(1)).toString().replaceFirst("^.*/api/v1", "");
            assertThat(steady(dataset, ok(target).rows())).containsExactly(whole.get(1));
            assertThat(wholeDay(dataset).headers().allValues("Link")).noneMatch(link -> link.contains("rel=\"next\""));
        });
    }

    @TestFactory
    Stream<DynamicTest> descending_is_ascending_turned_round() {
        return each(dataset -> {
            List<JsonNode> ascending = new ArrayList<>(steady(dataset, wholeDay(dataset, "order", "asc").rows()));
            List<JsonNode> descending = steady(dataset, wholeDay(dataset, "order", "desc").rows());
            Collections.reverse(ascending);

            assertThat(descending).containsExactlyElementsOf(ascending);
            assertThat(steady(dataset, wholeDay(dataset).rows())).isEqualTo(steady(dataset, wholeDay(dataset, "order", "asc").rows()));
        });
    }

    @TestFactory
    Stream<DynamicTest> rows_have_each_key_once_and_come_in_its_order() {
        return each(dataset -> {
            List<String> keys = wholeDay(dataset).rows().stream()
                    .map(row -> String.join(" ", dataset.key().stream().map(name -> row.get(name).asText()).toList())).toList();

            assertThat(keys).doesNotHaveDuplicates().isSorted();
        });
    }

    @TestFactory
    Stream<DynamicTest> fields_picks_columns_in_the_order_asked() {
        return each(dataset -> {
            List<String> names = dataset.columns().stream().map(Column::name).toList();
            List<String> chosen = List.of(names.get(names.size() - 1), names.get(names.size() / 2), names.get(0));

            assertThat(wholeDay(dataset, "fields", String.join(",", chosen)).rows()).isNotEmpty()
                    .allSatisfy(row -> assertThat(row.fieldNames()).toIterable().containsExactlyElementsOf(chosen));
            refused(onTheDay(dataset, "fields", names.get(0) + ",no_such_column"), "fields");
            refused(onTheDay(dataset, "fields", names.get(0) + "," + names.get(0)), "fields");
            refused(onTheDay(dataset, "fields", ""), "fields");
        });
    }

    @TestFactory
    Stream<DynamicTest> a_limit_outside_1_to_10000_is_refused_and_not_clamped() {
        return each(dataset -> {
            for (String limit : List.of("0", "-1", "10001", "99999999999999999999", "abc", "1.5", "1e3", " 1", "")) {
                refused(onTheDay(dataset, "limit", limit), "limit");
            }
            assertThat(ok(onTheDay(dataset, "limit", "1")).rows()).hasSize(1);
            assertThat(ok(onTheDay(dataset, "limit", LARGEST)).json().at("/page/limit").asInt()).isEqualTo(10_000);
            assertThat(ok(onTheDay(dataset)).json().at("/page/limit").asInt()).isEqualTo(100);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_cursor_that_is_not_ours_is_refused() {
        return each(this::hasSeveralRows, dataset -> {
            String cursor = cursor(dataset);
            String forged = (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1);
            for (String text : List.of("abc", "AAAA", "%%%", "0", forged, cursor.substring(0, cursor.length() - 2), cursor + "AA", "A".repeat(3_000))) {
                assertThat(refused(onTheDay(dataset, "limit", "1", "cursor", text), "cursor").json().path("type").asText()).endsWith("/invalid-cursor");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_cursor_works_with_its_own_question_only() {
        return each(this::hasSeveralRows, dataset -> {
            String cursor = cursor(dataset);

            refused(onTheDay(dataset, "limit", "1", "order", "desc", "cursor", cursor), "cursor");
            if (dataset.time().isPresent()) {
                refused(PublicApi.query(dataset.path(), "cursor", cursor), "cursor");
            }
            datasets.stream().filter(other -> !other.id().equals(dataset.id()))
                    .forEach(other -> refused(onTheDay(other, "limit", "1", "cursor", cursor), "cursor"));
            // another size of page, other columns and another form are still the same rows
            ok(onTheDay(dataset, "limit", "2", "fields", dataset.key().get(0), "format", "columns", "cursor", cursor));
        });
    }

    @TestFactory
    Stream<DynamicTest> an_exact_count_is_the_number_of_rows() {
        return each(dataset -> {
            Answer whole = wholeDay(dataset, "count", "exact");
            Answer page = ok(onTheDay(dataset, "count", "exact", "limit", "1"));
            Answer estimated = ok(onTheDay(dataset, "count", "estimated", "limit", "1"));

            assertThat(whole.json().at("/page/total").asInt()).isEqualTo(whole.rows().size()).isPositive();
            assertThat(page.json().at("/page/total").asInt()).isEqualTo(whole.rows().size());
            assertThat(page.json().at("/page/total_kind").asText()).isEqualTo("exact");
            assertThat(estimated.json().at("/page/total").isIntegralNumber()).isTrue();
            assertThat(estimated.json().at("/page/total_kind").asText()).isEqualTo("estimated");
            assertThat(ok(onTheDay(dataset)).json().path("page").has("total")).isFalse();
            refused(onTheDay(dataset, "count", "all"), "count");
            refused(onTheDay(dataset, "order", "random"), "order");
        });
    }

    private String cursor(Dataset dataset) {
        return ok(onTheDay(dataset, "limit", "1")).nextCursor().orElseThrow();
    }

    /** Rows without what changes by the minute. */
    private static List<JsonNode> steady(Dataset dataset, List<JsonNode> rows) {
        if (dataset.dependsOnNow()) {
            rows.forEach(row -> row.properties().removeIf(field -> !dataset.key().contains(field.getKey())));
        }
        return rows;
    }
}
