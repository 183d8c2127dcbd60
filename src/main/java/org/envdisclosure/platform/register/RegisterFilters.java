package org.envdisclosure.platform.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Filter;
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

    /** The register of a day, today's unless another is asked for. */
    public static Filter validOn() {
        return onDay(day -> Sql.of("valid_from <= ? AND (valid_to IS NULL OR valid_to > ?)", day, day));
    }

    /** Versions that had begun on a day, today unless another is asked for; also those that had ended. */
    public static Filter begunOn() {
        return onDay(day -> Sql.of("valid_from <= ?", day));
    }

    private static Filter onDay(Function<LocalDate, Sql> condition) {
        Filter.Parameter parameter = new Filter.Parameter("at",
                LocalizedText.of("登记所属日期，默认今天", "The register of this day, today by default"), "2026-10-31", false);
        return new Filter() {
            @Override
            public List<Parameter> parameters() {
                return List.of(parameter);
            }

            @Override
            public boolean appliesAlways() {
                return true;
            }

            @Override
            public Sql condition(Map<String, List<String>> given, @Nullable AsOf asOf, Instant now) {
                List<String> days = given.getOrDefault("at", List.of());
                return condition.apply(days.isEmpty() ? ChinaTime.dateOf(now)
                        : days.stream().findFirst().filter(text -> days.size() == 1).flatMap(TimeText::date)
                                .orElseThrow(() -> ApiProblem.parameter("at", "at 的形式为 2026-05-01", "at has the form 2026-05-01")));
            }
        };
    }
}
