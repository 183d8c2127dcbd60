package org.envdisclosure.platform.row;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.time.TimeText;
import org.jspecify.annotations.Nullable;

/**
 * What identifies one row of a table, as a path names it: codes and moments.
 *
 * @param values by column, in the order of the table's key; each a {@link String} or an {@link Instant}
 */
public record RowKey(Map<String, Object> values) {

    /**
     * Of a moment of sampling the bare date is its midnight; the end of an hour must be an instant.
     *
     * @param parts of the path, in the order of the table's key
     * @throws ApiProblem 404 where no row can have a code, 400 where a moment is none
     */
    public static RowKey ofPath(StoredTable table, String... parts) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<StoredTable.Field> key = table.key();
        for (int i = 0; i < key.size(); i++) {
            values.put(key.get(i).name(), isMoment(key.get(i)) ? moment(table, key.get(i).name(), parts[i]) : parts[i]);
        }
        RowKey asked = new RowKey(values);
        if (values.values().stream().anyMatch(value -> value instanceof String code && !Filters.CODE.matcher(code).matches())) {
            throw asked.unknown();
        }
        return asked;
    }

    private static Instant moment(StoredTable table, String column, String text) {
        TimeAxis time = table.time();
        boolean day = time != null && time.kind() == TimeAxis.Kind.INSTANT;
        Optional<Instant> moment = day ? TimeText.moment(text) : TimeText.instant(text);
        return moment.orElseThrow(() -> ApiProblem.parameter(column, "路径中的 %s 应为带时区的时刻，如 2026-05-01T13:00:00+08:00".formatted(column),
                "%s in the path is an instant with offset, such as 2026-05-01T13:00:00+08:00".formatted(column)));
    }

    private static boolean isMoment(StoredTable.Field field) {
        return field.sqlType().equals("timestamptz");
    }

    /** As {@link #record} wrote it. */
    static RowKey ofRecord(StoredTable table, Function<String, @Nullable String> cell) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (StoredTable.Field field : table.key()) {
            String text = String.valueOf(cell.apply(field.name()));
            values.put(field.name(), isMoment(field) ? Instant.parse(text) : text);
        }
        return new RowKey(values);
    }

    Map<String, String> record() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((column, value) -> texts.put(column, value.toString()));
        return texts;
    }

    /** The code in a column. */
    public String code(String column) {
        return (String) value(column);
    }

    public Instant moment(String column) {
        return (Instant) value(column);
    }

    private Object value(String column) {
        Object value = values.get(column);
        if (value == null) {
            throw new IllegalArgumentException("the key has no " + column);
        }
        return value;
    }

    /** The condition that only this row meets. */
    Sql condition() {
        return Sql.of(values.keySet().stream().map(column -> column + " = ?").collect(Collectors.joining(" AND ")), values.values().toArray());
    }

    ApiProblem unknown() {
        String named = values.values().stream().map(value -> value instanceof Instant moment ? ChinaTime.format(moment) : value.toString())
                .collect(Collectors.joining(" "));
        return ProblemType.NOT_FOUND.because("从未发布过 %s 的数据".formatted(named), "there has never been a row for %s".formatted(named));
    }
}
