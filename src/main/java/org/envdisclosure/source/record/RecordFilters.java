package org.envdisclosure.source.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.TimeText;
import org.jspecify.annotations.Nullable;

/** Questions that records can be asked. Of what was withdrawn nothing is left that could meet one. */
final class RecordFilters {

    private static final List<String> SEARCHED = List.of("title", "document_no", "decision");

    private RecordFilters() {
    }

    static Filter authority() {
        return stored("authority", Filters.single(new Filter.Parameter("authority", LocalizedText.of("作出机关的准确名称", "Exact names of authorities"), "示例市生态环境局（虚构）", true),
                (values, asOf) -> Sql.oneOf("authority", values)));
    }

    /**
     * The filter, asking the stored column for the same values as well: that alone an index can answer, and what is hidden meets the filter
     * itself never.
     */
    static Filter stored(String column, Filter filter) {
        String parameter = filter.parameters().get(0).name();
        return new Filter() {
            @Override
            public List<Parameter> parameters() {
                return filter.parameters();
            }

            @Override
            public Sql condition(Map<String, List<String>> given, @Nullable AsOf asOf, Instant now) {
                return Sql.and(filter.condition(given, asOf, now), Sql.oneOf(RecordTable.storedFor(column), given.getOrDefault(parameter, List.of())));
            }
        };
    }

    /** Part of a text, in whatever case; several words are alternatives. */
    static Filter search() {
        return Filters.single(new Filter.Parameter("q", LocalizedText.of("标题、文号或决定内容中含有的文字", "Text within title, document number or decision"), "超标", true),
                (values, asOf) -> {
                    List<Sql> found = new ArrayList<>();
                    for (String value : values) {
                        SEARCHED.forEach(column -> found.add(Sql.of("strpos(lower(" + column + "), ?) > 0", value.toLowerCase(Locale.ROOT))));
                    }
                    return Sql.or(found);
                });
    }

    /** {@code <name>_from} and {@code <name>_to} on a date that not every record has; a bare date in the end is exclusive, as everywhere. */
    static Filter dates(String name, String column, String zh, String en) {
        Filter.Parameter from = new Filter.Parameter(name + "_from", LocalizedText.of(zh + "不早于", en + ", the first"), "2026-01-01", false);
        Filter.Parameter to = new Filter.Parameter(name + "_to", LocalizedText.of(zh + "早于", en + ", the one after the last"), "2027-01-01", false);
        return new Filter() {
            @Override
            public List<Parameter> parameters() {
                return List.of(from, to);
            }

            @Override
            public Sql condition(Map<String, List<String>> given, @Nullable AsOf asOf, Instant now) {
                LocalDate first = date(from.name(), given);
                LocalDate end = date(to.name(), given);
                if (first != null && end != null && !first.isBefore(end)) {
                    throw ApiProblem.parameter(from.name(), "%s 须早于 %s（不含）".formatted(from.name(), to.name()), "%s is before %s, which is exclusive".formatted(from.name(), to.name()));
                }
                return Sql.and(first == null ? Sql.EMPTY : Sql.of(column + " >= ?", first), end == null ? Sql.EMPTY : Sql.of(column + " < ?", end));
            }
        };
    }

    private static @Nullable LocalDate date(String name, Map<String, List<String>> given) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return null;
        }
        return TimeText.date(values.size() == 1 ? values.get(0) : "").orElseThrow(() -> ApiProblem.parameter(name, name + " 为一个日期，如 2026-05-01",
                name + " is one date, such as 2026-05-01"));
    }
}
