package org.envdisclosure.cli.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;

/**
 * A date or a time in one of several patterns, made ISO 8601.
 *
 * @param offset of a time that does not say its own
 */
record Dated(List<DateTimeFormatter> patterns, ZoneOffset offset) implements Step.OfEach {

    @Override
    public String of(String value) throws Refusal {
        for (DateTimeFormatter pattern : patterns) {
            try {
                return iso(pattern.parseBest(value, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
            } catch (DateTimeException anotherPattern) {
                // the next one may fit
            }
        }
        throw new Refusal("bad_date");
    }

    private String iso(TemporalAccessor read) {
        if (read instanceof LocalDate day) {
            return day.toString();
        }
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(read instanceof LocalDateTime local ? local.atOffset(offset) : read);
    }
}
