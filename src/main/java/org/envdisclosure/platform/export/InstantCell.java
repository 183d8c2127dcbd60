package org.envdisclosure.platform.export;

import java.nio.charset.StandardCharsets;

/**
 * {@code timestamptz}, which PostgreSQL prints as {@code 2026-05-01 13:00:00.5+08} under {@code DateStyle = ISO} and
 * {@code TimeZone = +08:00}, printed as {@link org.envdisclosure.platform.time.ChinaTime#format} does.
 */
final class InstantCell implements Cell {

    private static final int DATE = "2026-05-01".length();
    private static final int SHORTEST = "2026-05-01 13:00:00+08".length();
    private static final byte[] MINUTES = ":00".getBytes(StandardCharsets.US_ASCII);

    @Override
    public void print(byte[] from, int at, int length, RowBuffer out) {
        int end = at + length;
        if (length < SHORTEST || from[at + DATE] != ' ' || from[end - 3] != '+' || from[end - 2] != '0' || from[end - 1] != '8') {
            throw new IllegalStateException("a timestamptz column holds infinity or an instant outside the years 1 to 9999");
        }
        from[at + DATE] = 'T';
        out.put(from, at, length);
        out.put(MINUTES);
    }
}
