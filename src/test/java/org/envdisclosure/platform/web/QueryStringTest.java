package org.envdisclosure.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {

    @Test
    void values_are_decoded_and_keep_their_order() {
        QueryString query = QueryString.parse("station=9901A&station=9902A,+9903A&city=%E7%A4%BA%E4%BE%8B&to=2026-05-01T13%3A00%2B08:00&&");

        assertThat(query.all("station")).containsExactly("9901A", "9902A", "9903A");
        assertThat(query.one("city")).contains("示例");
        assertThat(query.one("to")).contains("2026-05-01T13:00+08:00");
        assertThat(query.one("from")).isEmpty();
        assertThat(query.all("from")).isEmpty();
        assertThat(query.has("city")).isTrue();
        assertThat(query.has("from")).isFalse();
    }

    @Test
    void no_query_and_an_empty_one_hold_nothing() {
        assertThat(QueryString.parse(null).allowing(List.of()).has("")).isFalse();
        assertThat(QueryString.parse("").allowing(List.of()).has("")).isFalse();
    }

    @Property
    void whatever_a_client_encodes_is_read_back(@ForAll String text) {
        String whole = text.codePoints().filter(c -> c != 0 && !(c >= 0xD800 && c <= 0xDFFF))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).append('x').toString();

        assertThat(QueryString.parse("q=" + URLEncoder.encode(whole, StandardCharsets.UTF_8)).one("q")).contains(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%", "q=%4", "q=%zz", "q=%4x", "q=%00", "%00=1", "q=%C3%28", "q=%C0%80", "q=%ED%A0%80", "q=%F8%88%80%80%80", "q=%FF"})
    void a_broken_encoding_is_refused(String query) {
        assertThatExceptionOfType(ApiProblem.class).isThrownBy(() -> QueryString.parse(query))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID_PARAMETER));
    }

    @Test
    void every_unknown_parameter_is_named_and_the_known_ones_are_listed() {
        assertThatExceptionOfType(ApiProblem.class).isThrownBy(() -> QueryString.parse("limit=1&offset=2&page=3").allowing(List.of("limit", "cursor")))
                .satisfies(problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.UNKNOWN_PARAMETER);
                    assertThat(problem.faults()).extracting(ApiProblem.Fault::parameter).containsExactly("offset", "page");
                    assertThat(problem.detail().en()).isEqualTo("this endpoint has no parameter offset; it takes limit, cursor");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=1&q=2", "q=", "q"})
    void one_value_is_neither_two_nor_none(String query) {
        assertThatExceptionOfType(ApiProblem.class).isThrownBy(() -> QueryString.parse(query).one("q"))
                .satisfies(problem -> assertThat(problem.faults()).extracting(ApiProblem.Fault::parameter).containsExactly("q"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=", "q", "q=a,", "q=,a", "q=a,,b", "q=a&q=", "q=+"})
    void a_list_holds_no_empty_value(String query) {
        assertThatExceptionOfType(ApiProblem.class).isThrownBy(() -> QueryString.parse(query).all("q"))
                .satisfies(problem -> assertThat(problem.faults()).extracting(ApiProblem.Fault::parameter).containsExactly("q"));
    }
}
