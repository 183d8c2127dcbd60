package org.envdisclosure.cli.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The patterns of Java's {@link DateTimeFormatter}, strict: there is no 30 February. A year of two digits needs a pivot. */
final class DatePattern {

    private static final Pattern QUOTED_OR_YEAR = Pattern.compile("'[^']*'|[yu]+");

    private DatePattern() {
    }

    /**
     * @param pivot the year that two digits mean at the earliest; 1990 makes 90 to 99 of the last century and 00 to 89 of this
     * @throws IllegalArgumentException when it is no pattern of a date
     */
    static DateTimeFormatter of(String pattern, @Nullable Integer pivot) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        Matcher part = QUOTED_OR_YEAR.matcher(pattern);
        int end = 0;
        while (part.find()) {
            append(builder, pattern.substring(end, part.start()));
            appendPart(builder, part.group(), pivot);
            end = part.end();
        }
        append(builder, pattern.substring(end));
        DateTimeFormatter formatter = builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
        requireDate(formatter);
        return formatter;
    }

    private static void append(DateTimeFormatterBuilder builder, String pattern) {
        if (!pattern.isEmpty()) {
            builder.appendPattern(pattern);
        }
    }

    private static void appendPart(DateTimeFormatterBuilder builder, String part, @Nullable Integer pivot) {
        if (part.length() != 2 || part.startsWith("'")) {
            // a strict year of an era would need the era
            builder.appendPattern(part.startsWith("'") ? part : part.replace('y', 'u'));
        } else if (pivot == null) {
            throw new IllegalArgumentException("a year of two digits needs \"pivot\": the year they mean at the earliest, such as 1990");
        } else {
            builder.appendValueReduced(ChronoField.YEAR, 2, 2, pivot);
        }
    }

    private static void requireDate(DateTimeFormatter formatter) {
        try {
            LocalDate.parse(formatter.format(OffsetDateTime.parse("2026-05-01T13:00:00+08:00")), formatter);
        } catch (DateTimeException incomplete) {
            throw new IllegalArgumentException("no year, month and day can be read by it", incomplete);
        }
    }
}
