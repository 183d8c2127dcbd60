package org.envdisclosure.platform.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asked of a dataset, checked and typed.
 *
 * @param dataset       what is asked
 * @param format        the form of the answer
 * @param fields        the columns of the answer, in its order
 * @param range         the time covered
 * @param fixed         conditions the path sets, such as one station
 * @param filters       the filters that apply, with their values
 * @param statuses      the states of review asked for; empty for all
 * @param asOf          how a past state was asked for, or null
 * @param updatedSince  only rows published after this moment, or null
 * @param order         direction
 * @param limit         rows of a page, or of a stream when it was asked for; 0 for all
 * @param cursor        where the last page ended, or null
 * @param count         whether the rows are counted
 * @param bom           whether a CSV begins with a byte order mark
 * @param canonical     the question as text, the same for the same question: everything but cursor, limit and format
 * @param now           the minute it was asked in, by this service's clock: what ages and "today" are counted from
 */
public record Question(Dataset dataset, Format format, List<Column> fields, TimeRange range, Sql fixed,
                       Map<Filter, Map<String, List<String>>> filters, List<DataStatus> statuses, @Nullable AsOfText asOf,
                       @Nullable Instant updatedSince, Order order, int limit, @Nullable Cursor cursor, Count count, boolean bom,
                       String canonical, Instant now) {

    /**
     * A past state as it was asked for; exactly one of the two.
     *
     * @param revision the number, or null
     * @param moment   the instant, or null
     */
    public record AsOfText(@Nullable Long revision, @Nullable Instant moment) {
    }

    /** Whether the answer can never change. */
    public boolean isPinned() {
        return asOf != null || cursor != null;
    }

    /** The same, for its last row only. */
    public Question last() {
        return new Question(dataset, format, fields, range, fixed, filters, statuses, asOf, updatedSince, Order.DESC, 1, cursor, count, bom,
                canonical, now);
    }

    /** The same about another time. */
    public Question within(TimeRange other) {
        return new Question(dataset, format, fields, other, fixed, filters, statuses, asOf, updatedSince, order, limit, cursor, count, bom,
                canonical, now);
    }

    /** Every condition but the cursor's, on the relation as of {@code state}. */
    Sql conditions(@Nullable AsOf state, @Nullable Long publishedAfter) {
        List<Sql> all = new ArrayList<>();
        all.add(fixed);
        dataset.time().ifPresent(time -> all.add(time.within(range)));
        filters.forEach((filter, given) -> all.add(filter.condition(given, state, now, range)));
        if (!statuses.isEmpty()) {
            all.add(Sql.oneOf("data_status", statuses.stream().map(DataStatus::wire).toList()));
        }
        if (publishedAfter != null) {
            all.add(Sql.of("revision > ?", publishedAfter));
        }
        return Sql.and(all);
    }

    /** What the relation counts ages and "today" from: now, unless a filter asks for another day. */
    Instant moment() {
        Instant moment = now;
        for (Map.Entry<Filter, Map<String, List<String>>> filter : filters.entrySet()) {
            moment = filter.getKey().moment(filter.getValue(), moment);
        }
        return moment;
    }

    String orderBy(String alias) {
        return dataset.key().stream().map(name -> alias + name + " " + order).collect(Collectors.joining(", "));
    }
}
