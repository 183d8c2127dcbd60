package org.envdisclosure.platform.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.platform.ingest.FeedProbe.DIGESTED;
import static org.envdisclosure.platform.ingest.FeedProbe.PLAIN;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;
import org.envdisclosure.platform.measure.DataStatus;
import org.jspecify.annotations.Nullable;

/** Rows that come again are told by their digest, and nothing but the work is another for it. */
class RecognitionTest {

    private static final String LAST = "h,2026-05-01T02:00:00Z,8,\n";
    private static final String HOURS = "abcdefg".chars().mapToObj(code -> (char) code + ",2026-05-01T01:00:00Z,1.50,\n").collect(Collectors.joining()) + LAST;

    private static @Nullable FeedProbe probe;

    @BeforeContainer
    static void open() throws SQLException {
        probe = new FeedProbe();
    }

    @BeforeTry
    void clear() throws SQLException {
        probe.clear();
    }

    /** A batch: rows, the edition of the rule that computes, the state of review. */
    record Batch(String rows, int factor, DataStatus status, boolean atomic) {
    }

    @Property(tries = 60)
    void receipts_rows_and_history_are_those_of_a_table_without_digests(@ForAll("feeds") List<Batch> feed) throws Exception {
        for (Batch batch : feed) {
            Receipt plain = probe.take(PLAIN, new ByteArrayInputStream(FeedProbe.body(batch.rows)), batch.factor, batch.status, batch.atomic);
            Receipt digested = probe.take(DIGESTED, new ByteArrayInputStream(FeedProbe.body(batch.rows)), batch.factor, batch.status, batch.atomic);

            assertThat(told(digested)).isEqualTo(told(plain));
            assertThat(probe.state(DIGESTED)).isEqualTo(probe.state(PLAIN));
        }
    }

    private static String told(Receipt receipt) {
        return "%s %s received=%d inserted=%d unchanged=%d corrected=%d rejected=%d %s..%s revision=%d %s".formatted(receipt.state(), receipt.failure(),
                receipt.received(), receipt.inserted(), receipt.unchanged(), receipt.corrected(), receipt.rejected(), receipt.timeFrom(), receipt.timeTo(),
                receipt.revision(), receipt.rejects());
    }

    @Example
    void of_a_row_that_came_before_nothing_is_compared() throws Exception {
        probe.take(DIGESTED, HOURS, 2, DataStatus.REALTIME);
        // what a comparison would find; only who goes by the digest does not
        probe.execute("UPDATE digested SET value = 7 WHERE code = 'c'");

        assertThat(told(probe.take(DIGESTED, HOURS, 2, DataStatus.REALTIME)))
                .isEqualTo("stored null received=8 inserted=0 unchanged=8 corrected=0 rejected=0 2026-05-01T01:00:00Z..2026-05-01T02:00:00Z revision=0 []");
    }

    @Example
    void another_edition_of_the_rule_reaches_every_row_that_comes_again() throws Exception {
        probe.take(DIGESTED, HOURS, 2, DataStatus.REALTIME);

        Receipt again = probe.take(DIGESTED, HOURS, 3, DataStatus.REALTIME);

        assertThat(again.unchanged()).isEqualTo(8);
        assertThat(again.revision()).isEqualTo(2);
        assertThat(probe.texts("SELECT doubled || ' ' || revision_reason FROM digested WHERE code = 'h'")).containsExactly("24 recalculation");
        assertThat(probe.take(DIGESTED, HOURS, 3, DataStatus.REALTIME).revision()).isZero();
    }

    @Example
    void a_row_published_in_another_way_is_compared() throws Exception {
        probe.take(DIGESTED, HOURS, 2, DataStatus.REALTIME);
        probe.execute("UPDATE digested SET value = 7, staged_digest = NULL WHERE code = 'c'");

        assertThat(probe.take(DIGESTED, HOURS, 2, DataStatus.REALTIME).corrected()).isEqualTo(1);
    }

    @Example
    void what_another_batch_replaced_meanwhile_is_put_back_by_the_later_one() throws Exception {
        probe.take(DIGESTED, HOURS, 2, DataStatus.REALTIME);
        InputStream slow = endingWith(HOURS, () -> probe.take(DIGESTED, LAST.replace(",8,", ",9,"), 2, DataStatus.REALTIME));

        Receipt later = probe.take(DIGESTED, slow, 2, DataStatus.REALTIME, false);

        assertThat(told(later)).isEqualTo(
                "stored null received=8 inserted=0 unchanged=7 corrected=1 rejected=0 2026-05-01T01:00:00Z..2026-05-01T02:00:00Z revision=3 []");
        assertThat(probe.texts("SELECT value || ' ' || doubled || ' ' || revision FROM digested WHERE code = 'h'")).containsExactly("8 16 3");
        assertThat(probe.texts("SELECT value || ' ' || revision || ' ' || superseded_revision FROM digested_history ORDER BY revision"))
                .containsExactly("8 1 2", "9 2 3");
    }

    @Example
    void many_chunks_of_new_old_and_changed_rows_each_find_their_verdict() throws Exception {
        String first = many(0, 60_000, "1");
        String second = many(20_000, 80_000, "1").replace("n031000,2026-05-01T01:00:00Z,1,", "n031000,2026-05-01T01:00:00Z,2,");
        probe.take(DIGESTED, first, 2, DataStatus.REALTIME);

        Receipt receipt = probe.take(DIGESTED, second, 2, DataStatus.REALTIME);

        assertThat(told(receipt)).isEqualTo("stored null received=60000 inserted=20000 unchanged=39999 corrected=1 rejected=0 "
                + "2026-05-01T01:00:00Z..2026-05-01T01:00:00Z revision=2 []");
        assertThat(probe.texts("SELECT count(*) || ' ' || sum(value) FROM digested")).containsExactly("80000 80001");
    }

    private static String many(int from, int to, String value) {
        return IntStream.range(from, to).mapToObj(number -> "n%06d,2026-05-01T01:00:00Z,%s,\n".formatted(number, value)).collect(Collectors.joining());
    }

    /** Something that happens before a body has ended. */
    @FunctionalInterface
    private interface Meanwhile {
        void happens() throws SQLException, IOException;
    }

    /** A body at whose end something else happens before the end is told; by then its rows are on their way. */
    private static InputStream endingWith(String rows, Meanwhile meanwhile) {
        return new FilterInputStream(new ByteArrayInputStream(FeedProbe.body(rows))) {
            private boolean happened;

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int read = super.read(target, offset, length);
                if (read < 0 && !happened) {
                    happened = true;
                    try {
                        meanwhile.happens();
                    } catch (SQLException failure) {
                        throw new IOException(failure);
                    }
                }
                return read;
            }
        };
    }

    @Provide
    Arbitrary<List<Batch>> feeds() {
        Arbitrary<String> row = Combinators.combine(Arbitraries.of("a", "b", "c", "d\\", "e"), Arbitraries.of("01", "02"), Arbitraries.of("1", "1.0", "2", ""),
                Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.just("")), Tuple.of(1, Arbitraries.of("x", "y"))))
                .as((code, hour, value, text) -> "%s,2026-05-01T%s:00:00Z,%s,%s\n".formatted(code, hour, value, text));
        Arbitrary<List<String>> rows = row.list().ofMinSize(1).ofMaxSize(12);
        Arbitrary<String> body = Arbitraries.oneOf(rows, rows.map(list -> list.stream().sorted().toList()),
                rows.map(list -> list.stream().sorted().distinct().toList())).map(list -> String.join("", list));
        Arbitrary<Batch> batch = Combinators.combine(body, Arbitraries.frequency(Tuple.of(4, 2), Tuple.of(1, 3)),
                Arbitraries.frequency(Tuple.of(4, DataStatus.REALTIME), Tuple.of(1, DataStatus.REVIEWED)),
                Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true))).as(Batch::new);
        return batch.list().ofMinSize(2).ofMaxSize(5).flatMap(list -> Arbitraries.of(list).list().ofMinSize(2).ofMaxSize(7));
    }
}
