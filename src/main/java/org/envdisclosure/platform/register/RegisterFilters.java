package org.envdisclosure.platform.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.dataset.Relation;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.time.TimeText;
import org.jspecify.annotations.Nullable;

/** Questions about the versions of a register. */
public final class RegisterFilters {

    private RegisterFilters() {
    }

    /**
     * What a register says of a row's entry on the row's day. The list of the entries that may be meant is settled first, so that the
     * index on code and time serves long spans; the exact days are held against each row.
     *
     * @param register whose versions decide
     * @param table    of the rows, which have the register's code column
     * @param day      SQL of the row's day in China, qualified by the table
     * @param matched  columns of the register of which one has the value
     */
    public static Filter belonging(Filter.Parameter parameter, StoredTable register, String table, String day, String... matched) {
        String v = register.name();
        return belongingWithin(parameter, register, table,
                day + " >= " + v + ".valid_from AND (" + v + ".valid_to IS NULL OR " + day + " < " + v + ".valid_to)", matched);
    }

    /** @param within SQL that holds a row of the table against the days of a version */
    public static Filter belongingWithin(Filter.Parameter parameter, StoredTable register, String table, String within, String... matched) {
        String code = register.key().get(0).name();
        List<String> columns = new ArrayList<>(List.of(code, Register.VALID_FROM));
        register.received().forEach(field -> columns.add(field.name()));
        return Filters.single(parameter, (values, asOf) -> {
            Sql versions = Relation.revisedAt(register.dataset(), register.name(), columns, asOf);
            return Sql.of(code + " = ANY(ARRAY(SELECT DISTINCT " + code + " FROM ").then(versions)
                    .then(" WHERE ").then(oneOf("", matched, values)).then("))")
                    .then(" AND EXISTS (SELECT 1 FROM ").then(versions)
                    .then(" WHERE ").then(oneOf(register.name() + ".", matched, values))
                    .then(" AND " + register.name() + "." + code + " = " + table + "." + code + " AND " + within + ")");
        });
    }

    private static Sql oneOf(String alias, String[] columns, List<String> values) {
        return Sql.or(Arrays.stream(columns).map(column -> Sql.oneOf(alias + column, values)).toList());
    }

    /** The register of a day, today's unless another is asked for. */
    public static Filter validOn() {
        return onDay(day -> Sql.of("valid_from <= ? AND (valid_to IS NULL OR valid_to > ?)", day, day));
    }

    /** Versions that had begun on a day, today unless another is asked for; also those that had ended, but none that was never in force. */
    public static Filter begunOn() {
        return onDay(day -> Sql.of("valid_from <= ? AND valid_to IS DISTINCT FROM valid_from", day));
    }

    private static Filter onDay(Function<LocalDate, Sql> condition) {
        return new OnDay(condition);
    }

    /**
     * The register of a day, and what else its rows show of that day.
     *
     * @param holds the condition of a version
     */
    private record OnDay(Function<LocalDate, Sql> holds) implements Filter {

        private static final Parameter AT = new Parameter("at",
                LocalizedText.of("登记所属日期，默认今天", "The register of this day, today by default"), "2026-10-31", false);

        @Override
        public List<Parameter> parameters() {
            return List.of(AT);
        }

        @Override
        public boolean appliesAlways() {
            return true;
        }

        @Override
        public Sql condition(Map<String, List<String>> given, @Nullable AsOf asOf, Instant now) {
            return holds.apply(ChinaTime.dateOf(moment(given, now)));
        }

        @Override
        public Instant moment(Map<String, List<String>> given, Instant now) {
            List<String> days = given.getOrDefault(AT.name(), List.of());
            return days.isEmpty() ? now : days.stream().findFirst().filter(text -> days.size() == 1).flatMap(TimeText::date).map(ChinaTime::startOf)
                    .orElseThrow(() -> ApiProblem.parameter("at", "at 的形式为 2026-05-01", "at has the form 2026-05-01"));
        }
    }
}
