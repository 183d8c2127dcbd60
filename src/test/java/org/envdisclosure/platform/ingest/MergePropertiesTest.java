package org.envdisclosure.platform.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.envdisclosure.platform.ingest.MergeProbe.Key;
import org.envdisclosure.platform.ingest.MergeProbe.Merged;
import org.envdisclosure.platform.ingest.MergeProbe.Staged;
import org.envdisclosure.platform.ingest.MergeProbe.Values;
import org.envdisclosure.platform.measure.DataStatus;
import org.jspecify.annotations.Nullable;

/** After any batches the table holds, as of every revision, what a plain map would. */
class MergePropertiesTest {

    private static final Instant HOUR = Instant.parse("2026-05-01T05:00:00Z");

    private static @Nullable MergeProbe probe;

    @BeforeContainer
    static void open() throws SQLException {
        probe = new MergeProbe();
    }

    @AfterContainer
    static void close() throws SQLException {
        probe.close();
    }

    @Property(tries = 100)
    void every_past_state_is_what_a_map_says_and_no_row_is_lost(@ForAll("histories") List<List<Staged>> batches) throws Exception {
        probe.clear();
        Model model = new Model();
        for (List<Staged> batch : batches) {
            Merged merged = probe.merge(UUID.randomUUID(), batch);

            assertThat(merged.verdicts()).isEqualTo(batch.isEmpty() ? null : model.take(batch));
            Merge.Outcome outcome = merged.outcome();
            assertThat(outcome.inserted() + outcome.unchanged() + outcome.corrected() + outcome.rejected()).isEqualTo(batch.size());
            assertThat(probe.state(null)).isEqualTo(model.newest());
        }
        for (int revision = 0; revision < model.states.size(); revision++) {
            assertThat(probe.state((long) revision)).as("revision %d", revision).isEqualTo(model.states.get(revision));
        }
        assertThat(probe.texts("SELECT revision FROM dataset_revision WHERE dataset = 'probe' ORDER BY published_at"))
                .containsExactlyElementsOf(model.revisions());
    }

    /** What the merge is to do, with a map for each revision. */
    private static final class Model {
        private final List<Map<Key, Values>> states = new ArrayList<>(List.of(Map.of()));

        Map<Key, Values> newest() {
            return states.get(states.size() - 1);
        }

        List<String> revisions() {
            List<String> numbers = new ArrayList<>();
            for (int revision = 1; revision < states.size(); revision++) {
                numbers.add(String.valueOf(revision));
            }
            return numbers;
        }

        /** One verdict for each row. */
        String take(List<Staged> batch) {
            Map<Key, Values> next = new TreeMap<>(newest());
            StringBuilder verdicts = new StringBuilder();
            for (int i = 0; i < batch.size(); i++) {
                Staged row = batch.get(i);
                Values last = batch.subList(i + 1, batch.size()).stream().filter(later -> later.key().equals(row.key())).map(Staged::values)
                        .reduce((earlier, later) -> later).orElse(null);
                verdicts.append(last != null ? sameReceived(row.values(), last) ? 'd' : 'x' : settled(next, row.key(), row.values()));
            }
            if (verdicts.chars().anyMatch(verdict -> "icr".indexOf(verdict) >= 0)) {
                states.add(next);
            }
            return verdicts.toString();
        }

        private static char settled(Map<Key, Values> state, Key key, Values came) {
            Values there = state.get(key);
            if (there == null) {
                state.put(key, came);
                return 'i';
            }
            boolean higher = came.status().compareTo(there.status()) > 0;
            boolean lower = came.status().compareTo(there.status()) < 0;
            boolean same = sameReceived(came, there);
            char verdict = !same && lower ? 'l' : !same || higher ? 'c' : sameNumber(came.doubled(), there.doubled()) ? 'u' : 'r';
            if (verdict == 'c' || verdict == 'r') {
                state.put(key, new Values(came.value(), came.note(), came.doubled(), came.neighbour(), lower ? there.status() : came.status()));
            }
            return verdict;
        }

        private static boolean sameReceived(Values one, Values other) {
            return sameNumber(one.value(), other.value()) && Objects.equals(one.note(), other.note());
        }

        private static boolean sameNumber(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return one == null || other == null ? one == other : one.compareTo(other) == 0;
        }
    }

    /** Few keys and few values, so that they meet often; a batch has one status, as batches have. */
    @Provide
    Arbitrary<List<List<Staged>>> histories() {
        Arbitrary<Key> keys = Combinators.combine(Arbitraries.of("a", "b", "c"), Arbitraries.integers().between(0, 1))
                .as((code, hour) -> new Key(code, HOUR.plusSeconds(3600L * hour)));
        Arbitrary<BigDecimal> numbers = Arbitraries.of("1", "1.0", "2", "0.60", "0.6").map(BigDecimal::new);
        Arbitrary<Values> values = Combinators.combine(numbers.injectNull(0.2), Arbitraries.of("x", "").injectNull(0.2), numbers.injectNull(0.2),
                numbers.injectNull(0.2)).as((value, note, doubled, neighbour) -> new Values(value, note, doubled, neighbour, DataStatus.REALTIME));
        Arbitrary<List<Staged>> rows = Combinators.combine(keys, values).as((key, value) -> new Staged(key, value, true)).list().ofMaxSize(10);
        return Combinators.combine(rows, Arbitraries.of(DataStatus.class)).as(MergePropertiesTest::withStatus).list().ofMaxSize(6);
    }

    private static List<Staged> withStatus(List<Staged> rows, DataStatus status) {
        return rows.stream().map(row -> {
            Values values = row.values();
            return new Staged(row.key(), new Values(values.value(), values.note(), values.doubled(), values.neighbour(), status), true);
        }).toList();
    }
}
