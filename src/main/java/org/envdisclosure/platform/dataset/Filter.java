package org.envdisclosure.platform.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.TimeRange;
import org.jspecify.annotations.Nullable;

/** One question a dataset can be asked beside its time: it checks its own values and yields its own condition. */
public interface Filter {

    /**
     * A query parameter of a filter.
     *
     * @param name        as the caller writes it
     * @param description what it means and what it takes
     * @param example     a value that works
     * @param repeatable  may be given more than once or comma-separated
     */
    record Parameter(String name, LocalizedText description, String example, boolean repeatable) {
    }

    /** The query parameters this filter reads; most read one. */
    List<Parameter> parameters();

    /**
     * The condition on the dataset's relation.
     *
     * @param given the values of this filter's parameters, comma-separated ones already apart; never all empty, unless the
     *              filter {@linkplain #appliesAlways applies always}
     * @param now   what "today" is counted from
     * @throws org.envdisclosure.platform.problem.ApiProblem naming the parameter whose value is wrong
     */
    Sql condition(Map<String, List<String>> given, @Nullable AsOf asOf, Instant now);

    /**
     * Parameters of other questions that make no sense beside the given values, such as a month beside a quarter; whoever gives one of them
     * is told so.
     */
    default List<String> excluded(Map<String, List<String>> given) {
        return List.of();
    }

    /**
     * The same for a filter that also looks at the time asked for, such as one that picks the newest within it.
     *
     * @param range the time the question covers
     */
    default Sql condition(Map<String, List<String>> given, @Nullable AsOf asOf, Instant now, TimeRange range) {
        return condition(given, asOf, now);
    }

    /**
     * What the relation counts "today" from where the question is about another day, such as the register of that day.
     *
     * @param now the minute of the question
     */
    default Instant moment(Map<String, List<String>> given, Instant now) {
        return now;
    }

    /** Whether the filter has a condition also when the caller says nothing. */
    default boolean appliesAlways() {
        return false;
    }
}
