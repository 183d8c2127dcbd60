package org.envdisclosure.platform.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.envdisclosure.platform.ingest.MergeProbe.Key;
import org.envdisclosure.platform.ingest.MergeProbe.Merged;
import org.envdisclosure.platform.ingest.MergeProbe.Staged;
import org.envdisclosure.platform.ingest.MergeProbe.Values;
import org.envdisclosure.platform.measure.DataStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every verdict there is, and what becomes of the table and its history. */
class MergeTest {

    private static final Instant HOUR = Instant.parse("2026-05-01T05:00:00Z");
    private static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID SECOND = UUID.fromString("00000000-0000-0000-0000-000000000002");

    private static MergeProbe probe;

    @BeforeAll
    static void open() throws SQLException {
        probe = new MergeProbe();
    }

    @AfterAll
    static void close() throws SQLException {
        probe.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        probe.clear();
    }

    @Test
    void a_new_key_is_inserted_as_revision_1() throws Exception {
        Merged merged = probe.merge(FIRST, List.of(row("a", "0.60", DataStatus.REALTIME)));

        assertThat(merged).isEqualTo(new Merged(new Merge.Outcome(1, 0, 0, 0, 0, 1), "i"));
        assertThat(probe.state(null)).containsExactly(entry("a", "0.60", DataStatus.REALTIME));
        assertThat(probe.texts("SELECT concat_ws(' ', revision, coalesce(revision_reason, '-'), batch_id) FROM probe")).containsExactly("1 - " + FIRST);
        assertThat(probe.texts("SELECT concat_ws(' ', dataset, revision, batch_id) FROM dataset_revision")).containsExactly("probe 1 " + FIRST);
    }

    @Test
    void an_equal_number_with_other_digits_is_unchanged_and_makes_no_revision() throws Exception {
        probe.merge(FIRST, List.of(row("a", "0.6", DataStatus.REALTIME)));

        Merged merged = probe.merge(SECOND, List.of(row("a", "0.60", DataStatus.REALTIME)));

        assertThat(merged).isEqualTo(new Merged(new Merge.Outcome(0, 1, 0, 0, 0, 0), "u"));
        assertThat(probe.state(null)).containsExactly(entry("a", "0.6", DataStatus.REALTIME));
        assertThat(probe.text("SELECT revision FROM dataset_head WHERE dataset = 'probe'")).isEqualTo("1");
    }

    @Test
    void another_value_is_a_correction_and_the_old_one_goes_to_the_history() throws Exception {
        probe.merge(FIRST, List.of(row("a", "1", DataStatus.REALTIME), row("b", "5", DataStatus.REALTIME)));

        Merged merged = probe.merge(SECOND, List.of(row("a", "2", DataStatus.REALTIME)));

        assertThat(merged).isEqualTo(new Merged(new Merge.Outcome(0, 0, 1, 0, 0, 2), "c"));
        assertThat(probe.state(null)).containsExactly(entry("a", "2", DataStatus.REALTIME), entry("b", "5", DataStatus.REALTIME));
        assertThat(probe.state(1L)).containsExactly(entry("a", "1", DataStatus.REALTIME), entry("b", "5", DataStatus.REALTIME));
        assertThat(probe.texts("SELECT concat_ws(' ', code, value, revision, superseded_revision, batch_id) FROM probe_history")).containsExactly("a 1 1 2 " + FIRST);
        assertThat(probe.texts("SELECT concat_ws(' ', revision, revision_reason, batch_id) FROM probe WHERE code = 'a'")).containsExactly("2 resend " + SECOND);
    }

    @Test
    void a_value_that_is_gone_is_a_correction_too() throws Exception {
        probe.merge(FIRST, List.of(row("a", "1", DataStatus.REALTIME)));

        assertThat(probe.merge(SECOND, List.of(row("a", null, DataStatus.REALTIME))).verdicts()).isEqualTo("c");
        assertThat(probe.state(null)).containsExactly(entry("a", null, DataStatus.REALTIME));
    }

    @Test
    void the_last_of_a_repeated_key_counts() throws Exception {
        Merged merged = probe.merge(FIRST, List.of(row("a", "1", DataStatus.REALTIME), row("a", "2", DataStatus.REALTIME), row("b", "7", DataStatus.REALTIME),
                row("a", "2.0", DataStatus.REALTIME)));

        assertThat(merged).isEqualTo(new Merged(new Merge.Outcome(2, 1, 0, 1, 0, 1), "xdii"));
        assertThat(probe.state(null)).containsExactly(entry("a", "2.0", DataStatus.REALTIME), entry("b", "7", DataStatus.REALTIME));
    }

    @Test
    void a_higher_status_is_a_review_also_when_the_value_stays() throws Exception {
        probe.merge(FIRST, List.of(row("a", "1", DataStatus.REALTIME)));

        Merged merged = probe.merge(SECOND, List.of(row("a", "1", DataStatus.REVIEWED)));

        assertThat(merged).isEqualTo(new Merged(new Merge.Outcome(0, 0, 1, 0, 0, 2), "c"));
        assertThat(probe.state(null)).containsExactly(entry("a", "1", DataStatus.REVIEWED));
        assertThat(probe.texts("SELECT revision_reason FROM probe")).containsExactly("review");
    }

    @Test
    void a_lower_status_never_overwrites_and_an_equal_row_of_it_is_unchanged() throws Exception {
        probe.merge(FIRST, List.of(row("a", "1", DataStatus.FINAL), row("b", "1", DataStatus.FINAL)));

        Merged merged = probe.merge(SECOND, List.of(row("a", "2", DataStatus.REVIEWED), row("b", "1", DataStatus.REALTIME)));

        assertThat(merged).isEqualTo(new Merged(new Merge.Outcome(0, 1, 0, 1, 0, 0), "lu"));
        assertThat(probe.state(null)).containsExactly(entry("a", "1", DataStatus.FINAL), entry("b", "1", DataStatus.FINAL));
    }

    @Test
    void what_is_computed_anew_from_equal_values_is_a_recalculation() throws Exception {
        probe.merge(FIRST, List.of(row("a", "1", DataStatus.FINAL), row("b", "1", DataStatus.FINAL)));

        Merged merged = probe.merge(SECOND, List.of(computed("a", "1", "3", DataStatus.REALTIME, true), computed("b", "1", "3", DataStatus.REALTIME, false)));

        assertThat(merged).isEqualTo(new Merged(new Merge.Outcome(0, 1, 0, 0, 2, 2), "rr"));
        assertThat(probe.texts("SELECT concat_ws(' ', code, doubled, data_status, revision_reason, batch_id) FROM probe ORDER BY code"))
                .containsExactly("a 3 final recalculation " + SECOND, "b 3 final recalculation " + FIRST);
    }

    @Test
    void a_row_that_was_not_received_is_counted_nowhere_but_among_the_recomputed() throws Exception {
        assertThat(probe.merge(FIRST, List.of(computed("a", "1", "2", DataStatus.REALTIME, false))).outcome()).isEqualTo(new Merge.Outcome(0, 0, 0, 0, 0, 1));
        assertThat(probe.state(null)).hasSize(1);
    }

    @Test
    void an_hour_that_ends_at_midnight_touches_the_month_before() throws Exception {
        Instant midnight = Instant.parse("2026-05-31T16:00:00Z");
        probe.merge(FIRST, List.of(new Staged(new Key("a", midnight), values("1", "2", DataStatus.REALTIME), true)));
        probe.merge(SECOND, List.of(new Staged(new Key("a", midnight.plusSeconds(3600)), values("1", "2", DataStatus.REALTIME), true)));

        assertThat(probe.texts("SELECT concat_ws(' ', month, revision) FROM dataset_month WHERE dataset = 'probe' ORDER BY month"))
                .containsExactly("2026-05-01 1", "2026-06-01 2");
    }

    @Test
    void an_empty_batch_changes_nothing() throws SQLException, IOException {
        assertThat(probe.merge(FIRST, List.of()).outcome()).isEqualTo(new Merge.Outcome(0, 0, 0, 0, 0, 0));
    }

    private static Staged row(String code, @Nullable String value, DataStatus status) {
        return new Staged(new Key(code, HOUR), values(value, "2", status), true);
    }

    private static Staged computed(String code, String value, String doubled, DataStatus status, boolean received) {
        return new Staged(new Key(code, HOUR), values(value, doubled, status), received);
    }

    private static Values values(@Nullable String value, String doubled, DataStatus status) {
        return new Values(value == null ? null : new BigDecimal(value), "note", new BigDecimal(doubled), null, status);
    }

    private static Map.Entry<Key, Values> entry(String code, @Nullable String value, DataStatus status) {
        return Map.entry(new Key(code, HOUR), values(value, "2", status));
    }
}
