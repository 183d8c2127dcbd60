package org.envdisclosure.platform.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.sql.Sql;
import org.postgresql.PGConnection;

/** Whatever rows PostgreSQL holds, CSV is what RFC 4180 and NDJSON what Jackson says, and numbers are what PostgreSQL says. */
class PrintedRowsTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    @Property(tries = 150)
    void any_rows_are_printed_as_they_are(@ForAll("rows") List<PrintedRow> rows) throws Exception {
        try (Connection connection = ExportDatabase.connect(); Statement statement = connection.createStatement()) {
            statement.execute(PrintedRow.TABLE);
            PrintedRow.insert(connection, rows);

            String csv = Exports.print(connection, PrintedRow.COLUMNS, PrintedRow.SELECT, Format.CSV);
            String ndjson = Exports.print(connection, PrintedRow.COLUMNS, PrintedRow.SELECT, Format.NDJSON);

            StringBuilder expectedCsv = new StringBuilder(PrintedRow.HEADER);
            StringBuilder expectedJson = new StringBuilder();
            for (PrintedRow row : rows) {
                expectedCsv.append(row.csv());
                expectedJson.append(JSON.writeValueAsString(row.json())).append('\n');
            }
            assertThat(csv).isEqualTo(expectedCsv.toString());
            assertThat(ndjson).isEqualTo(expectedJson.toString());
        }
    }

    @Property(tries = 100)
    void where_the_forms_agree_csv_is_what_postgresql_itself_writes(@ForAll("rows") List<PrintedRow> rows) throws Exception {
        try (Connection connection = ExportDatabase.connect(); Statement statement = connection.createStatement()) {
            statement.execute(PrintedRow.TABLE);
            PrintedRow.insert(connection, rows);
            String select = "SELECT code, amount, number, day FROM printed ORDER BY place";
            ByteArrayOutputStream own = new ByteArrayOutputStream();
            connection.unwrap(PGConnection.class).getCopyAPI()
                    .copyOut("COPY (" + select + ") TO STDOUT (FORMAT csv, HEADER)", own);

            String csv = Exports.print(connection, List.of(PrintedRow.COLUMNS.get(0), PrintedRow.COLUMNS.get(2),
                    PrintedRow.COLUMNS.get(3), PrintedRow.COLUMNS.get(6)), select, Format.CSV);

            assertThat(csv).isEqualTo(own.toString(StandardCharsets.UTF_8));
        }
    }

    @Provide
    Arbitrary<List<PrintedRow>> rows() {
        return Combinators.combine(texts().injectNull(0.1), texts().injectNull(0.1), decimals().injectNull(0.1),
                        Arbitraries.integers().injectNull(0.1), Arbitraries.of(true, false).injectNull(0.1), instants().injectNull(0.1),
                        days().injectNull(0.1), texts().list().ofMaxSize(3).injectNull(0.1))
                .as(PrintedRow::new).list().ofMinSize(1).ofMaxSize(12);
    }

    /** Everything but NUL and lone surrogates, which PostgreSQL cannot hold; what a format could trip over comes often. */
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().excludeChars('\0').ofMaxLength(12).filter(text -> text.codePoints().noneMatch(c -> c >= 0xD800 && c < 0xE000)),
                Arbitraries.strings().withChars("=+-@'\",;\\\n\r\t\b\f\u000B\u001F\u007F{}nN值\u2028. ").ofMaxLength(8),
                Arbitraries.of("", "PM2.5", "\\N", "\\.", "NULL", "null", "北京市", "\uD83C\uDF2B", "=1+1", "{a,b}", "  "));
    }

    private static Arbitrary<BigDecimal> decimals() {
        Arbitrary<BigInteger> digits = Arbitraries.integers().between(1, 60)
                .flatMap(count -> Arbitraries.bigIntegers().between(BigInteger.TEN.pow(count).negate(), BigInteger.TEN.pow(count)));
        return Combinators.combine(Arbitraries.oneOf(digits, Arbitraries.just(BigInteger.ZERO)), Arbitraries.integers().between(0, 20))
                .as(BigDecimal::new);
    }

    /** Microseconds, between the years 1 and 9999. */
    private static Arbitrary<Instant> instants() {
        return Combinators.combine(
                Arbitraries.longs().between(Instant.parse("0001-01-01T00:00:00Z").getEpochSecond(), Instant.parse("9999-12-31T15:59:59Z").getEpochSecond()),
                Arbitraries.oneOf(Arbitraries.just(0), Arbitraries.integers().between(0, 999_999)))
                .as((seconds, micros) -> Instant.ofEpochSecond(seconds).plus(Duration.ofNanos(1000L * micros)));
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(LocalDate.of(1, 1, 1).toEpochDay(), LocalDate.of(9999, 12, 31).toEpochDay()).map(LocalDate::ofEpochDay);
    }
}
