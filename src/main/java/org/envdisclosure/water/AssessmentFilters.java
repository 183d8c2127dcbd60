package org.envdisclosure.water;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.TimeText;
import org.jspecify.annotations.Nullable;

/** Which periods of what: months of sections, unless something else is asked for. */
final class AssessmentFilters {

    private static final Filter.Parameter KIND = new Filter.Parameter("period_kind", LocalizedText.of("month、quarter、year；未给出 quarter、year 时默认 month",
            "month, quarter, year; month by default where neither quarter nor year is given"), "month", true);
    private static final Filter.Parameter QUARTER = new Filter.Parameter("quarter", LocalizedText.of("季，如 2026-Q3", "Quarters such as 2026-Q3"), "2026-Q3", true);
    private static final Filter.Parameter YEAR = new Filter.Parameter("year", LocalizedText.of("年，如 2026", "Years such as 2026"), "2026", true);
    private static final Filter.Parameter SCOPE = new Filter.Parameter("scope",
            LocalizedText.of("评价对象，默认 section：" + String.join("、", AssessmentScope.words()), "What is assessed, section by default: " + String.join(", ", AssessmentScope.words())),
            "section", true);
    private static final Pattern QUARTER_FORM = Pattern.compile("\\d{4}-Q[1-4]");
    private static final Pattern YEAR_FORM = Pattern.compile("\\d{4}");

    private AssessmentFilters() {
    }

    /** A filter that has a condition also when nobody asks. */
    private record Always(List<Parameter> parameters, Asked asked) implements Filter {

        @FunctionalInterface
        private interface Asked {
            Sql condition(Map<String, List<String>> given);
        }

        @Override
        public Sql condition(Map<String, List<String>> given, @Nullable AsOf asOf, Instant now) {
            return asked.condition(given);
        }

        @Override
        public boolean appliesAlways() {
            return true;
        }
    }

    static Filter scope() {
        return new Always(List.of(SCOPE), given -> {
            List<String> words = given.getOrDefault("scope", List.of());
            words.forEach(word -> Filters.requireWord("scope", word, AssessmentScope.words()));
            return Sql.oneOf("scope", words.isEmpty() ? List.of(AssessmentScope.SECTION.wire()) : words);
        });
    }

    /** Quarters and years named by themselves beside each other; the times every dataset takes bound the first day of any kind. */
    static Filter period() {
        return new Always(List.of(KIND, QUARTER, YEAR), given -> {
            List<String> kinds = given.getOrDefault("period_kind", List.of());
            kinds.forEach(word -> Filters.requireWord("period_kind", word, AssessmentColumns.KINDS));
            List<String> named = new ArrayList<>();
            named.addAll(required("quarter", given, QUARTER_FORM, "2026-Q3"));
            named.addAll(required("year", given, YEAR_FORM, "2026"));
            List<Sql> any = new ArrayList<>();
            if (!kinds.isEmpty() || named.isEmpty()) {
                any.add(Sql.oneOf("period_kind", kinds.isEmpty() ? List.of("month") : kinds));
            }
            if (!named.isEmpty()) {
                any.add(Sql.oneOf("period", named));
            }
            return Sql.or(any);
        });
    }

    private static List<String> required(String parameter, Map<String, List<String>> given, Pattern form, String example) {
        List<String> values = given.getOrDefault(parameter, List.of());
        for (String value : values) {
            if (!form.matcher(value).matches() || TimeText.month(value.substring(0, 4) + "-01").isEmpty()) {
                throw ApiProblem.parameter(parameter, "%s 的形式为 %s".formatted(parameter, example), "%s has the form %s".formatted(parameter, example));
            }
        }
        return values;
    }

    /** Sections and sources of drinking water by code, whatever else is asked of the scope. */
    static Filter section() {
        return Filters.codes("section", "code", LocalizedText.of("断面编码（scope 为 section 或 drinking_source）",
                "Section codes, of the scopes section and drinking_source"), "99S001");
    }
}
