package org.envdisclosure.platform.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A piece of SQL whose every value is apart from its text. The text is written by us and holds {@code ?} where a value goes;
 * nothing of a request ever enters it. Values: {@link String}, {@code List<String>}, {@link Integer}, {@link Long},
 * {@link BigDecimal}, {@link Boolean}, {@link Instant}, {@link LocalDate}.
 *
 * @param text   SQL with one {@code ?} for each value, and no other {@code ?}
 * @param values in the order of their marks
 */
public record Sql(String text, List<Object> values) {

    /** No SQL at all; {@link #and} passes over it. */
    public static final Sql EMPTY = new Sql("", List.of());

    private static final int COUNTED_VALUES = 8;

    public Sql {
        int marks = 0;
        for (int at = text.indexOf('?'); at >= 0; at = text.indexOf('?', at + 1)) {
            marks++;
        }
        if (marks != values.size()) {
            throw new IllegalArgumentException(marks + " marks for " + values.size() + " values in: " + text);
        }
    }

    public static Sql of(String text, Object... values) {
        return new Sql(text, List.of(values));
    }

    /**
     * {@code column} equals one of {@code values}. A few are written as so many marks, not as one array: the planner counts them,
     * and a statement it keeps for reuse takes the index on the column instead of guessing at ten values.
     */
    public static Sql oneOf(String column, List<String> values) {
        if (values.size() == 1) {
            return of(column + " = ?", values.get(0));
        }
        return values.isEmpty() || values.size() > COUNTED_VALUES ? of(column + " = ANY(?)", values)
                : of(column + " IN (" + "?, ".repeat(values.size() - 1) + "?)", values.toArray());
    }

    /** All of {@code conditions}, joined by AND; empty ones are passed over. */
    public static Sql and(Sql... conditions) {
        return and(Arrays.asList(conditions));
    }

    public static Sql and(List<Sql> conditions) {
        return joined(" AND ", conditions);
    }

    /** All of {@code items}, joined by commas. */
    public static Sql list(List<Sql> items) {
        return joined(", ", items);
    }

    public static Sql or(List<Sql> conditions) {
        Sql joined = joined(" OR ", conditions);
        return joined.isEmpty() ? joined : Sql.of("(").then(joined).then(")");
    }

    private static Sql joined(String word, List<Sql> conditions) {
        List<Sql> real = conditions.stream().filter(condition -> !condition.isEmpty()).toList();
        return new Sql(real.stream().map(Sql::text).collect(Collectors.joining(word)),
                real.stream().flatMap(condition -> condition.values.stream()).toList());
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    public Sql then(String more, Object... moreValues) {
        return then(Sql.of(more, moreValues));
    }

    public Sql then(Sql more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(more.values);
        return new Sql(text + more.text, List.copyOf(all));
    }

    /** The text with {@code $1::type, $2::type …} for a prepared statement; bind {@link #values()} in order. */
    public String prepared() {
        int[] number = {0};
        return filled(value -> "$" + ++number[0] + "::" + SqlLiteral.typeOf(value));
    }

    /** The text with {@code ?} for JDBC, each with its type. */
    public String jdbc() {
        return filled(value -> "?::" + SqlLiteral.typeOf(value));
    }

    /** The text with every value as a literal, for COPY, which takes no parameters. */
    public String literal() {
        return filled(SqlLiteral::of);
    }

    private String filled(Function<Object, String> mark) {
        StringBuilder sql = new StringBuilder(text.length() + 16 * values.size());
        int copied = 0;
        for (Object value : values) {
            int at = text.indexOf('?', copied);
            sql.append(text, copied, at).append(mark.apply(value));
            copied = at + 1;
        }
        return sql.append(text, copied, text.length()).toString();
    }
}
