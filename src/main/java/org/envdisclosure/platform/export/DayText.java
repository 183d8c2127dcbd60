package org.envdisclosure.platform.export;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** A day counted from 2000-01-01, as {@code 2026-05-01}. Rows of one day follow each other, so the last text is kept. */
final class DayText {

    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

    private long day;
    private byte[] text = print(0);

    byte[] of(long day) {
        if (day != this.day) {
            text = print(day);
            this.day = day;
        }
        return text;
    }

    private static byte[] print(long day) {
        return EPOCH.plusDays(day).toString().getBytes(StandardCharsets.US_ASCII);
    }
}
