package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.envdisclosure.PublicApi.Answer;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.Dataset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Wrong questions to every dataset: a 4xx that says what to do, never a 5xx. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class EveryDatasetProblemsTest extends DatasetContract {

    private static final String CHINESE = "(?s).*\\p{IsHan}.*";
    private static final List<String> COMMON = List.of("from", "to", "date", "month", "data_status", "as_of", "updated_since", "fields", "order",
            "limit", "cursor", "count", "format", "bom");
    private static final List<String> NASTY = List.of("'", "''", "\"", "\\", "\\'", "' OR '1'='1", "'; DROP TABLE dataset_head; --", "1)) UNION SELECT 1 --",
            "?", "$1", "$1::text", "??", "%", "_", "{}", "{\"a\"}", "NULL", "E'\\047'", "$$x$$", "/* */", "--", "a;b", "\t", "\n", "\u0001", "\u2028",
            "\uFEFF", "示例市", "\uD83C\uDF2B", "a".repeat(500), "0x41", "-0", "NaN", "Infinity", "1e309", "00000001");

    @TestFactory
    Stream<DynamicTest> an_unknown_parameter_is_refused_by_its_name() {
        return each(dataset -> {
            Answer answer = refused(onTheDay(dataset, "no_such_parameter", "1"), "no_such_parameter");

            assertThat(answer.json().path("type").asText()).endsWith("/unknown-parameter");
            assertThat(answer.json().path("status").asInt()).isEqualTo(400);
            assertThat(answer.json().path("instance").asText()).isEqualTo("/api/v1" + dataset.path());
            assertThat(answer.json().path("detail").asText()).contains("no_such_parameter").contains("limit");
            refused(onTheDay(dataset, "Limit", "1"), "Limit");
            refused(onTheDay(dataset, "offset", "1"), "offset");
            refused(onTheDay(dataset, "", "1"), "");
        });
    }

    @TestFactory
    Stream<DynamicTest> a_parameter_given_twice_is_refused() {
        return each(dataset -> {
            for (String name : List.of("limit", "order", "format", "count")) {
                String value = name.equals("limit") ? "1" : name.equals("order") ? "asc" : name.equals("format") ? "json" : "none";
                refused(onTheDay(dataset, name, value, name, value), name);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> an_unknown_format_is_400_by_parameter_and_406_by_header() {
        return each(dataset -> {
            for (String format : List.of("xml", "JSON", "parquet", "")) {
                refused(onTheDay(dataset, "format", format), "format");
            }
            Answer answer = api.get(onTheDay(dataset), "Accept", "application/xml");
            assertThat(answer.status()).isEqualTo(406);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.json().path("detail").asText()).contains("text/csv");
            refused(onTheDay(dataset, "bom", "true"), "bom");
        });
    }

    @TestFactory
    Stream<DynamicTest> a_problem_is_told_in_the_language_the_caller_prefers() {
        return each(dataset -> {
            String wrong = onTheDay(dataset, "limit", "0");
            Answer chinese = api.get(wrong, "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8");
            Answer english = api.get(wrong, "Accept-Language", "en-GB,en;q=0.9,zh;q=0.8");

            assertThat(chinese.json().path("detail").asText()).matches(CHINESE);
            assertThat(chinese.json().path("title").asText()).matches(CHINESE);
            assertThat(chinese.json().at("/errors/0/detail").asText()).matches(CHINESE);
            assertThat(chinese.header("Content-Language")).isEqualTo("zh");
            assertThat(english.json().path("detail").asText()).doesNotMatch(CHINESE).contains("limit");
            assertThat(english.header("Content-Language")).isEqualTo("en");
            assertThat(api.get(wrong, "Accept-Language", "zh").json().path("detail").asText()).matches(CHINESE);
            assertThat(api.get(wrong).json().path("detail").asText()).doesNotMatch(CHINESE);
        });
    }

    @TestFactory
    Stream<DynamicTest> no_value_of_any_parameter_is_ever_our_fault() {
        return each(dataset -> {
            for (String parameter : parameters(dataset)) {
                for (String value : NASTY) {
                    Answer answer = api.get(PublicApi.query(dataset.path(), parameter, value) + (parameter.equals("limit") ? "" : "&limit=1"));
                    assertThat(answer.status()).as("%s: %s", answer.asked(), answer.body()).isIn(200, 400);
                }
            }
            ok(onTheDay(dataset));
        });
    }

    /** Estimates go to the planner with their values as literals. */
    @TestFactory
    Stream<DynamicTest> no_value_of_any_filter_escapes_from_an_estimate() {
        return each(dataset -> dataset.filters().forEach(filter -> filter.parameters().forEach(parameter -> {
            for (String value : NASTY) {
                Answer answer = api.get(onTheDay(dataset, parameter.name(), value, "count", "estimated", "limit", "1"));
                assertThat(answer.status()).as("%s: %s", answer.asked(), answer.body()).isIn(200, 400);
            }
        })));
    }

    @TestFactory
    Stream<DynamicTest> a_query_that_is_not_well_encoded_is_refused() {
        return each(dataset -> {
            for (String broken : List.of("limit=%00", "limit=%C3%28", "limit=%ED%A0%80", "%00=1", "limit=%F5%80%80%80")) {
                assertThat(api.get(dataset.path() + "?" + broken).status()).as(broken).isEqualTo(400);
            }
        });
    }

    private static List<String> parameters(Dataset dataset) {
        List<String> all = new ArrayList<>(COMMON);
        dataset.filters().forEach(filter -> filter.parameters().forEach(parameter -> all.add(parameter.name())));
        return all;
    }
}
