package org.envdisclosure.platform.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KeyOrderTest {

    @Property
    void keys_in_order_never_repeat(@ForAll("keys") List<List<String>> keys, @ForAll("sorted") boolean sorted) {
        List<List<String>> fed = sorted ? keys.stream().sorted((a, b) -> String.join(" ", a).compareTo(String.join(" ", b))).toList() : keys;

        assertThat(inOrder(fed) && new HashSet<>(fed).size() < fed.size()).isFalse();
    }

    @Example
    void files_by_station_and_by_time_are_in_order() {
        assertThat(inOrder(List.of(List.of("a", "01"), List.of("a", "02"), List.of("b", "01")))).isTrue();
        assertThat(inOrder(List.of(List.of("a", "01"), List.of("b", "01"), List.of("a", "02")))).isTrue();
        assertThat(inOrder(List.of(List.of("a", "02"), List.of("b", "01"), List.of("a", "03")))).isFalse();
        assertThat(inOrder(List.of(List.of("a", "01"), List.of("a", "01")))).isFalse();
    }

    private static boolean inOrder(List<List<String>> keys) {
        KeyOrder order = new KeyOrder();
        int half = keys.size() / 2;
        for (List<List<String>> chunk : List.of(keys.subList(0, half), keys.subList(half, keys.size()))) {
            String[][] columns = new String[2][];
            Arrays.setAll(columns, column -> chunk.stream().map(key -> key.get(column)).toArray(String[]::new));
            order.see(columns);
        }
        return order.holds();
    }

    @Provide
    Arbitrary<List<List<String>>> keys() {
        Arbitrary<List<String>> key = Combinators.combine(Arbitraries.of("a", "b", "c"), Arbitraries.of("01", "02", "03")).as(List::of);
        return key.list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<Boolean> sorted() {
        return Arbitraries.of(true, false);
    }
}
