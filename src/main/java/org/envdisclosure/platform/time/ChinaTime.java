package org.envdisclosure.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Wire form of time. The zone is the fixed offset +08:00: Asia/Shanghai had summer time until 1991, the data has not.
 */
public final class ChinaTime {

    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX").withZone(OFFSET);
    private static final DateTimeFormatter FRACTION = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(OFFSET);

    private ChinaTime() {
    }

    /** {@code 2026-05-01T13:00:00+08:00}; a fraction of a second appears only where there is one. */
    public static String format(Instant instant) {
        return instant.getNano() == 0 ? SECONDS.format(instant) : FRACTION.format(instant.atOffset(OFFSET));
    }

    /** Local midnight at the start of {@code day}. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(OFFSET).toInstant();
    }

    public static LocalDate dateOf(Instant instant) {
        return instant.atOffset(OFFSET).toLocalDate();
    }
}
