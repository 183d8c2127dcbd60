package org.envdisclosure.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.envdisclosure.platform.stream.Position.Head;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00.123456Z");

    private static Position position(Map<String, Head> heads) {
        return new Position(new TreeMap<>(heads));
    }

    @Test
    void an_id_is_short_and_in_order() {
        assertThat(position(Map.of("air-stations", new Head(7, null), "air-hourly", new Head(124, NOON))).id()).isEqualTo("air-hourly:124.hi3xuasmdc,air-stations:7");
        assertThat(position(Map.of()).id()).isEqualTo("-");
    }

    @Property
    void an_id_says_everything(@ForAll("positions") Position position) {
        assertThat(Position.parse(position.id())).contains(position);
        assertThat(position.id()).matches("[a-z0-9:.,-]+");
    }

    @Provide
    Arbitrary<Position> positions() {
        Arbitrary<Instant> moments = Arbitraries.longs().between(0, 7_000_000_000_000_000L).map(micros -> Instant.EPOCH.plusNanos(micros * 1000));
        Arbitrary<Head> heads = Combinators.combine(Arbitraries.longs().between(1, 999_999_999_999_999L), moments.injectNull(0.2)).as(Head::new);
        return Arbitraries.maps(Arbitraries.strings().withChars("abz09-").ofMinLength(1).ofMaxLength(64), heads).ofMaxSize(40)
                .map(PositionTest::position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "air-hourly", "air-hourly:", "air-hourly:-1", "air-hourly:1,", "air-hourly:1.", "air-hourly:1.A", "air-hourly:1,air-hourly:1",
        "Air-hourly:1", "air-hourly:1;air-daily:2", "air-hourly:1 ", "air-hourly:1234567890123456", "-,air-hourly:1", "air-hourly:1.zzzzzzzzzzzz", "é:1"})
    void what_is_no_id_is_none(String text) {
        assertThat(Position.parse(text)).isEmpty();
    }

    @Test
    void a_number_given_anew_at_another_moment_is_another_head() {
        assertThat(new Head(5, NOON).isOtherThan(new Head(5, NOON))).isFalse();
        assertThat(new Head(5, NOON).isOtherThan(new Head(5, NOON.plusNanos(1000)))).isTrue();
        assertThat(new Head(5, NOON).isOtherThan(new Head(5, null))).isFalse();
        assertThat(new Head(5, NOON).isOtherThan(new Head(4, null))).isTrue();
        assertThat(Head.NONE.isOtherThan(new Head(4, null))).isTrue();
    }
}
