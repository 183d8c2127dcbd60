package org.envdisclosure.air.rules.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankedTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "A 3.07 B 2.75 C 4.12,               B1 A2 C3",
        "A 2.75 B 2.75 C 4.12,               A1= B1= C3",
        "A 4.12 B 2.75 C 2.750 D 2.74,       D1 B2= C2= A4",       // the same number, however it is written
        "A 2 B 2 C 2 D 3 E 3 F 4,            A1= B1= C1= D4= E4= F6",
        "A - B 2.75 C - D 1.00,              D1 B2 A- C-",
        "A -,                                A-"})
    void the_least_index_is_first_and_equal_ones_share_a_rank(String indices, String ranking) {
        Map<String, BigDecimal> byName = new LinkedHashMap<>();
        String[] words = indices.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            byName.put(words[i], words[i + 1].equals("-") ? null : new BigDecimal(words[i + 1]));
        }
        assertThat(Ranked.byIndex(byName.keySet(), byName::get)).extracting(RankedTest::text).containsExactly(ranking.split(" "));
    }

    @Test
    void nobody_is_ranked_among_none() {
        assertThat(Ranked.byIndex(List.<String>of(), name -> BigDecimal.ONE)).isEmpty();
    }

    @Test
    void each_place_carries_its_own_index() {
        assertThat(Ranked.byIndex(Stream.of("4.12", "2.75").toList(), BigDecimal::new)).containsExactly(
                new Ranked<>("2.75", new BigDecimal("2.75"), 1, false), new Ranked<>("4.12", new BigDecimal("4.12"), 2, false));
    }

    private static String text(Ranked<String> one) {
        return one.entity() + (one.rank() == null ? "-" : one.rank()) + (one.tied() ? "=" : "");
    }
}
