package org.envdisclosure.platform.dataset;

import java.time.Instant;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.time.TimeRange;

/**
 * The column that places a row in time, and how an interval is held against it.
 *
 * @param column the column's name
 * @param kind   what its value stands for
 */
public record TimeAxis(String column, Kind kind) {

    /** What a time value stands for. */
    public enum Kind {
        /** The end of the averaging period: read as {@code from < t <= to}. */
        PERIOD_END,
        /** An instant: read as {@code from <= t < to}. */
        INSTANT,
        /** A calendar day: read as {@code from <= day < to}. */
        DAY
    }

    /** The rows whose covered time lies in {@code range}; an open end bounds nothing. */
    public Sql within(TimeRange range) {
        return Sql.and(
                range.from() == null ? Sql.EMPTY : Sql.of(column + (kind == Kind.PERIOD_END ? " > ?" : " >= ?"), value(range.from())),
                range.to() == null ? Sql.EMPTY : Sql.of(column + (kind == Kind.PERIOD_END ? " <= ?" : " < ?"), value(range.to())));
    }

    private Object value(Instant instant) {
        return kind == Kind.DAY ? ChinaTime.dateOf(instant) : instant;
    }
}
