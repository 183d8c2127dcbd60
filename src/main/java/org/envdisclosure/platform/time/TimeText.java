package org.envdisclosure.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates and instants as callers write them. */
public final class TimeText {

    /** Years this service speaks of; outside them a date is taken for a slip. */
    public static final int FIRST_YEAR = 1900;
    public static final int LAST_YEAR = 2199;

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");
    // an unencoded + in a URL arrives as a blank
    private static final Pattern BLANK_OFFSET = Pattern.compile(" (?=\\d{2}:\\d{2}$)");

    private TimeText() {
    }

    /** A date, meaning local midnight at its start, or an instant with offset. */
    public static Optional<Instant> moment(String text) {
        return DATE.matcher(text).matches() ? date(text).map(ChinaTime::startOf) : instant(text);
    }

    /** An ISO 8601 instant with offset; seconds and a fraction may be left out. */
    public static Optional<Instant> instant(String text) {
        String repaired = BLANK_OFFSET.matcher(text).replaceFirst("+");
        if (!INSTANT.matcher(repaired).matches()) {
            return Optional.empty();
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(repaired);
            return within(time.getYear()) ? Optional.of(time.toInstant()) : Optional.empty();
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    public static Optional<LocalDate> date(String text) {
        if (!DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(text);
            return within(date.getYear()) ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    public static Optional<YearMonth> month(String text) {
        if (!MONTH.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            YearMonth month = YearMonth.parse(text);
            return within(month.getYear()) ? Optional.of(month) : Optional.empty();
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static boolean within(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
