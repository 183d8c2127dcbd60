package org.envdisclosure.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.sql.Sql;

class CursorTest {

    private static final String QUESTION = "noise|from=2026-05-01";
    private static final Dataset NOISE = Dataset.named("noise", "/noise")
            .columns(Column.instant("observed_at", "时刻", "Moment"), Column.date("day", "日期", "Day"), Column.code("site_code", "编码", "Code"))
            .key("observed_at", "day", "site_code").build();
    private static final Cursor CURSOR = new Cursor(new AsOf(42, Instant.parse("2026-05-01T05:00:00.123456Z")),
            List.of(Instant.parse("2026-04-30T16:00:00Z"), LocalDate.of(2026, 5, 1), "9901A"));

    @Property
    void a_cursor_is_read_back_by_its_own_question(@ForAll("cursors") Cursor cursor) {
        assertThat(Cursor.decode(cursor.encode(QUESTION), QUESTION, NOISE)).isEqualTo(cursor);
    }

    @Property
    void no_other_question_takes_it(@ForAll String question) {
        if (!question.equals(QUESTION)) {
            refused(CURSOR.encode(QUESTION), question);
        }
    }

    @Property
    void a_changed_bit_is_found(@ForAll @IntRange(max = 7) int bit, @ForAll @IntRange(max = 200) int at) {
        byte[] bytes = Base64.getUrlDecoder().decode(CURSOR.encode(QUESTION));
        bytes[at % bytes.length] ^= (byte) (1 << bit);

        refused(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), QUESTION);
    }

    @Property
    void a_cut_cursor_is_found(@ForAll @IntRange(max = 200) int length) {
        String whole = CURSOR.encode(QUESTION);

        refused(whole.substring(0, length % whole.length()), QUESTION);
    }

    @Property
    void any_text_is_refused_and_never_breaks(@ForAll String text) {
        refused(text, QUESTION);
    }

    @Example
    void a_cursor_that_is_too_long_is_not_even_read() {
        refused("A".repeat(2_001), QUESTION);
        refused(Base64.getUrlEncoder().encodeToString("x".repeat(10_000).getBytes(StandardCharsets.UTF_8)), QUESTION);
    }

    @Example
    void rows_behind_it_are_asked_for_with_typed_values() {
        assertThat(CURSOR.behind(NOISE, Order.ASC)).isEqualTo(new Sql("(observed_at, day, site_code) > (?, ?, ?)", CURSOR.last()));
        assertThat(CURSOR.behind(NOISE, Order.DESC)).isEqualTo(new Sql("(observed_at, day, site_code) < (?, ?, ?)", CURSOR.last()));
    }

    private static void refused(String text, String question) {
        assertThatExceptionOfType(ApiProblem.class).isThrownBy(() -> Cursor.decode(text, question, NOISE)).satisfies(problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.INVALID_CURSOR);
            assertThat(problem.faults()).extracting(ApiProblem.Fault::parameter).containsExactly("cursor");
        });
    }

    @Provide
    Arbitrary<Cursor> cursors() {
        Arbitrary<Instant> moments = Arbitraries.longs().between(0, 7_258_118_399_000_000L).map(micros -> Instant.EPOCH.plusNanos(micros / 1_000_000 * 1_000_000_000L));
        Arbitrary<String> codes = Arbitraries.strings().withChars("AZaz09._-").ofMinLength(1).ofMaxLength(64);
        return Combinators.combine(Arbitraries.longs().greaterOrEqual(0), moments, moments, Arbitraries.longs().between(0, 84_000).map(LocalDate::ofEpochDay), codes)
                .as((revision, moment, time, day, code) -> new Cursor(new AsOf(revision, moment), List.of(time, day, code)));
    }
}
