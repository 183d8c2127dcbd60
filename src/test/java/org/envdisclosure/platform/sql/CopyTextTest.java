package org.envdisclosure.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.envdisclosure.platform.database.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows go through a real COPY and come back as they were. */
class CopyTextTest {

    private static @Nullable Connection connection;

    record Row(@Nullable String text, @Nullable BigDecimal number, @Nullable Long whole, @Nullable Boolean truth, @Nullable Instant time,
               @Nullable List<String> texts) {
    }

    @BeforeContainer
    static void connect() throws SQLException {
        connection = TestDatabase.dataSource(TestDatabase.fresh()).getConnection();
        execute("CREATE TABLE copied (sequence serial, text text, number numeric, whole bigint, truth boolean, time timestamptz, texts text[])");
    }

    @AfterContainer
    static void disconnect() throws SQLException {
        connection.close();
    }

    @Property(tries = 200)
    void rows_come_back_as_they_went_in(@ForAll("rows") List<Row> rows) throws Exception {
        assertThat(copied(rows)).containsExactlyElementsOf(rows);
    }

    @Example
    void a_value_is_written_as_its_type() {
        CopyText row = new CopyText();
        for (Object value : Arrays.asList("a\tb", new BigDecimal("0.60"), 7, true, LocalDate.parse("2026-03-01"), Instant.parse("2026-03-01T08:00:00Z"),
                List.of("x", 1), null)) {
            row.value(value);
        }
        assertThat(new String(row.take(), StandardCharsets.UTF_8)).isEqualTo("a\\tb\t0.60\t7\tt\t2026-03-01\t2026-03-01T08:00:00Z\t{\"x\",\"1\"}\t\\N");
    }

    @Example
    void a_nul_becomes_the_replacement_character() throws Exception {
        assertThat(copied(List.of(new Row("a\0b", null, null, null, null, List.of("c\0")))))
                .containsExactly(new Row("a\uFFFDb", null, null, null, null, List.of("c\uFFFD")));
    }

    @Example
    void null_empty_and_the_marks_of_both_stay_apart() throws Exception {
        List<Row> rows = List.of(new Row(null, null, null, null, null, null), new Row("", null, null, null, null, List.of()),
                new Row("\\N", null, null, null, null, List.of("")), new Row("NULL", null, null, null, null, List.of("NULL", "{}", "\\N")),
                new Row("\\.", null, null, null, null, List.of("a,b", "\"", "\\")));

        assertThat(copied(rows)).containsExactlyElementsOf(rows);
    }

    @Example
    void what_was_taken_is_not_sent_again() {
        CopyText rows = new CopyText();
        rows.text("a").integer(1).endRow();

        assertThat(rows.length()).isEqualTo(4);
        assertThat(rows.take()).asString().isEqualTo("a\t1\n");
        assertThat(rows.length()).isZero();
        rows.text("b").endRow();
        assertThat(rows.take()).asString().isEqualTo("b\n");
    }

    private static List<Row> copied(List<Row> rows) throws Exception {
        execute("TRUNCATE copied");
        CopyText copy = new CopyText();
        for (Row row : rows) {
            copy.text(row.text).number(row.number).integer(row.whole).bool(row.truth).instant(row.time).texts(row.texts).endRow();
        }
        connection.unwrap(PGConnection.class).getCopyAPI()
                .copyIn("COPY copied (text, number, whole, truth, time, texts) FROM STDIN", new ByteArrayInputStream(copy.take()));
        List<Row> back = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT text, number, whole, truth, time, texts FROM copied ORDER BY sequence")) {
            while (found.next()) {
                OffsetDateTime time = found.getObject("time", OffsetDateTime.class);
                Array texts = found.getArray("texts");
                back.add(new Row(found.getString("text"), found.getBigDecimal("number"), (Long) found.getObject("whole"), (Boolean) found.getObject("truth"),
                        time == null ? null : time.toInstant(), texts == null ? null : Arrays.asList((String[]) texts.getArray())));
            }
        }
        return back;
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<String> texts = NastyTexts.any();
        Arbitrary<BigDecimal> numbers = Arbitraries.bigDecimals().between(new BigDecimal("-1e9"), new BigDecimal("1e9")).ofScale(3);
        Arbitrary<Instant> times = Arbitraries.longs().between(-2_208_988_800L, 7_258_118_399L).map(Instant::ofEpochSecond);
        return Combinators.combine(texts.injectNull(0.1), numbers.injectNull(0.1), Arbitraries.longs().injectNull(0.1),
                Arbitraries.of(true, false).injectNull(0.1), times.injectNull(0.1), texts.list().ofMaxSize(4).injectNull(0.1))
                .as(Row::new).list().ofMinSize(1).ofMaxSize(10);
    }
}
