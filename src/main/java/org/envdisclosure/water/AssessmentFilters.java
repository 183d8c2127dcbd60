package org.envdisclosure.water;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Which periods of what: months of sections, unless something else is asked for. */
final class AssessmentFilters {

    private static final Filter.Parameter KIND = new Filter.Parameter("period_kind", LocalizedText.of(
            "month、quarter、year；未给出 quarter、year 时默认 month，给出时须与其一致；month= 只用于月",
            "month, quarter, year; month by default; beside quarter or year only what they say anyway; month= is for months only"), "quarter,year", true);
    private static final Filter.Parameter QUARTER = new Filter.Parameter("quarter", LocalizedText.of("季，如 2026-Q3；不与 from、to、date、month 同用",
            "Quarters such as 2026-Q3; not beside from, to, date, month"), "2026-Q3", true);
    private static final Filter.Parameter YEAR = new Filter.Parameter("year", LocalizedText.of("年，如 2026；不与 from、to、date、month 同用",
            "Years such as 2026; not beside from, to, date, month"), "2026", true);

    private AssessmentFilters() {
    }

    static Filter scope() {
        return Filters.wordsOr(AssessmentScope.SECTION.wire(), "scope", "scope", AssessmentScope.words(),
                LocalizedText.of("评价对象，默认 section：" + String.join("、", AssessmentScope.words()), "What is assessed, section by default: " + String.join(", ", AssessmentScope.words())));
    }

    /**
     * Quarters and years named by themselves, also beside each other; else the periods of some kinds, of which the times every dataset
     * takes bound the first day.
     */
    static Filter period() {
        return new Periods();
    }

    private static final class Periods implements Filter {

        @Override
        public List<Parameter> parameters() {
            return List.of(KIND, QUARTER, YEAR);
        }

        @Override
        public boolean appliesAlways() {
            return true;
        }

        @Override
        public Sql condition(Map<String, List<String>> given, @Nullable AsOf asOf, Instant now) {
            List<String> kinds = given.getOrDefault("period_kind", List.of());
            kinds.forEach(word -> Filters.requireWord("period_kind", word, AssessmentColumns.KINDS));
            List<String> named = new ArrayList<>();
            named.addAll(required("quarter", given, Filters.QUARTER, "2026-Q3"));
            named.addAll(required("year", given, Filters.YEAR, "2026"));
            requireAgreement(kinds, given.keySet());
            return named.isEmpty() ? Sql.oneOf("period_kind", kinds.isEmpty() ? List.of("month") : kinds) : Sql.oneOf("period", named);
        }

        /** Whoever names quarters asks for no month beside them: that would be every month there is. */
        private static void requireAgreement(List<String> kinds, Set<String> given) {
            Set<String> named = Stream.of("quarter", "year").filter(given::contains).collect(Collectors.toSet());
            if (!kinds.isEmpty() && !named.isEmpty() && !named.equals(Set.copyOf(kinds))) {
                throw ApiProblem.parameter("period_kind", "period_kind 与 %s 不一致，请去掉 period_kind".formatted(String.join("、", new TreeSet<>(named))),
                        "period_kind says something else than %s; leave period_kind out".formatted(String.join(" and ", new TreeSet<>(named))));
            }
        }

        /** What names its periods has no other time; {@code month} names a month and nothing that begins with it. */
        @Override
        public List<String> excluded(Map<String, List<String>> given) {
            if (given.containsKey("quarter") || given.containsKey("year")) {
                return List.of("month", "date", "from", "to");
            }
            return given.getOrDefault("period_kind", List.of("month")).equals(List.of("month")) ? List.of() : List.of("month");
        }
    }

    private static List<String> required(String parameter, Map<String, List<String>> given, Pattern form, String example) {
        List<String> values = given.getOrDefault(parameter, List.of());
        values.forEach(value -> Filters.requirePeriod(parameter, value, form, example));
        return values;
    }

    /** Sections and sources of drinking water by code, whatever else is asked of the scope. */
    static Filter section() {
        return Filters.codes("section", "code", LocalizedText.of("断面编码（scope 为 section 或 drinking_source）",
                "Section codes, of the scopes section and drinking_source"), "99S001");
    }
}
