package org.envdisclosure.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

/** Every value comes back from a real PostgreSQL as it went in, as a literal and bound, under both rules for backslashes. */
class SqlLiteralTest {

    private static @Nullable Connection connection;

    @BeforeContainer
    static void connect() throws SQLException {
        connection = TestDatabase.dataSource(TestDatabase.fresh()).getConnection();
    }

    @AfterContainer
    static void disconnect() throws SQLException {
        connection.close();
    }

    @Property
    void a_value_comes_back_as_it_went_in(@ForAll("values") Object value, @ForAll boolean standardStrings) throws SQLException {
        execute("SET standard_conforming_strings = " + (standardStrings ? "on" : "off"));
        Sql sql = Sql.of("SELECT ?", value);

        assertThat(literally(sql)).isEqualTo(value);
        assertThat(bound(sql)).isEqualTo(value);
    }

    @Property
    void values_beside_each_other_do_not_touch(@ForAll("texts") String first, @ForAll("texts") String second, @ForAll boolean standardStrings) throws SQLException {
        execute("SET standard_conforming_strings = " + (standardStrings ? "on" : "off"));

        assertThat(literally(Sql.of("SELECT ARRAY[?", first).then(", ?]", second))).isEqualTo(List.of(first, second));
    }

    @Example
    void a_number_keeps_its_digits() throws SQLException {
        assertThat(literally(Sql.of("SELECT ?", new BigDecimal("0.60")))).isEqualTo(new BigDecimal("0.60"));
        assertThat(SqlLiteral.of(new BigDecimal("1E+3"))).isEqualTo("'1000'::numeric");
        assertThat(SqlLiteral.of(7)).isEqualTo("'7'::bigint");
    }

    @Example
    void a_nul_and_a_type_without_a_literal_are_refused() {
        assertThatThrownBy(() -> SqlLiteral.of("a\0b")).isInstanceOf(IllegalArgumentException.class).hasMessage("text with a NUL character");
        assertThatThrownBy(() -> SqlLiteral.of(List.of("a", "b\0"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SqlLiteral.of(1.5)).isInstanceOf(IllegalArgumentException.class).hasMessage("no SQL literal for java.lang.Double");
    }

    @Example
    void a_mark_without_a_value_and_a_value_without_a_mark_are_refused() {
        assertThatThrownBy(() -> Sql.of("a = ? AND b = ?", "x")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 marks for 1 values");
        assertThatThrownBy(() -> Sql.of("a = b", "x")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("0 marks for 1 values");
    }

    @Example
    void conditions_are_joined_and_empty_ones_passed_over() {
        Sql joined = Sql.and(Sql.EMPTY, Sql.of("a = ?", "x"), Sql.EMPTY, Sql.or(List.of(Sql.of("b = ?", 1), Sql.of("c"))));

        assertThat(joined).isEqualTo(new Sql("a = ? AND (b = ? OR c)", List.of("x", 1)));
        assertThat(joined.prepared()).isEqualTo("a = $1::text AND (b = $2::bigint OR c)");
        assertThat(joined.jdbc()).isEqualTo("a = ?::text AND (b = ?::bigint OR c)");
        assertThat(joined.literal()).isEqualTo("a = 'x'::text AND (b = '1'::bigint OR c)");
        assertThat(Sql.and(Sql.EMPTY, Sql.EMPTY).isEmpty()).isTrue();
        assertThat(Sql.or(List.of()).isEmpty()).isTrue();
    }

    @Example
    void a_question_mark_in_a_value_is_no_mark() {
        assertThat(Sql.of("a = ? AND b = ?", "?", "$1").literal()).isEqualTo("a = '?'::text AND b = '$1'::text");
    }

    private Object literally(Sql sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql.literal())) {
            return read(row);
        }
    }

    private Object bound(Sql sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.jdbc())) {
            Object value = sql.values().get(0);
            if (value instanceof List<?> list) {
                statement.setArray(1, connection.createArrayOf("text", list.toArray()));
            } else {
                statement.setObject(1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
            }
            try (ResultSet row = statement.executeQuery()) {
                return read(row);
            }
        }
    }

    private static Object read(ResultSet row) throws SQLException {
        row.next();
        return switch (row.getMetaData().getColumnTypeName(1)) {
            case "_text" -> Arrays.asList((String[]) row.getArray(1).getArray());
            case "timestamptz" -> row.getObject(1, OffsetDateTime.class).toInstant();
            case "date" -> row.getObject(1, LocalDate.class);
            case "bool" -> row.getBoolean(1);
            default -> row.getObject(1);
        };
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return NastyTexts.any();
    }

    /** Instants to the microsecond, which is as exact as PostgreSQL holds them. */
    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Instant> instants = Combinators.combine(Arbitraries.longs().between(-2_208_988_800L, 7_258_118_399L), Arbitraries.integers().between(0, 999_999))
                .as((second, micro) -> Instant.ofEpochSecond(second, micro * 1000L));
        Arbitrary<LocalDate> dates = Arbitraries.longs().between(-25_567, 84_000).map(LocalDate::ofEpochDay);
        return Arbitraries.oneOf(List.of(NastyTexts.any().asGeneric(), NastyTexts.any().list().ofMaxSize(5).asGeneric(), instants.asGeneric(), dates.asGeneric(),
                Arbitraries.longs().asGeneric(), Arbitraries.of(true, false).asGeneric(),
                Arbitraries.bigDecimals().between(new BigDecimal("-1e12"), new BigDecimal("1e12")).ofScale(6).asGeneric()));
    }
}
