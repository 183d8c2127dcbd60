package org.envdisclosure.platform.export;

import static org.envdisclosure.platform.export.NetworkOrder.int64;

import java.nio.charset.StandardCharsets;
import org.envdisclosure.platform.time.ChinaTime;

/**
 * {@code timestamptz}, sent as microseconds since 2000-01-01T00:00Z, printed as {@link ChinaTime#format} does: local time at +08:00,
 * a fraction only where there is one. Rows of one hour follow each other, so the last text is kept.
 */
final class InstantCell implements Cell {

    private static final long MICROS = 1_000_000;
    private static final long DAY = 86_400 * MICROS;
    private static final long AHEAD = ChinaTime.OFFSET.getTotalSeconds() * MICROS;
    private static final byte[] OFFSET = ChinaTime.OFFSET.getId().getBytes(StandardCharsets.US_ASCII);
    private static final int FRACTION_DIGITS = 6;

    private final DayText days = new DayText();
    private final RowBuffer text = new RowBuffer(64);
    private long printed = Long.MIN_VALUE;

    @Override
    public void print(byte[] from, int at, int length, RowBuffer out) {
        long micros = int64(from, at);
        if (micros != printed) {
            remember(micros);
        }
        out.put(text.bytes(), 0, text.length());
    }

    private void remember(long micros) {
        if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
            throw new IllegalStateException("a timestamptz column holds infinity, which is no instant");
        }
        text.length(0);
        text.put(days.of(Math.floorDiv(micros + AHEAD, DAY)));
        time(Math.floorMod(micros + AHEAD, DAY));
        text.put(OFFSET);
        printed = micros;
    }

    private void time(long microsOfDay) {
        int seconds = (int) (microsOfDay / MICROS);
        two('T', seconds / 3600);
        two(':', seconds / 60 % 60);
        two(':', seconds % 60);
        int fraction = (int) (microsOfDay % MICROS);
        if (fraction > 0) {
            fraction(fraction);
        }
    }

    private void two(char before, int value) {
        text.put(before);
        RowBuffer.pair(text.room(2), text.length(), value);
        text.length(text.length() + 2);
    }

    private void fraction(int micros) {
        text.put('.');
        byte[] to = text.room(FRACTION_DIGITS);
        int at = text.length();
        RowBuffer.pair(to, at, micros / 10_000);
        RowBuffer.pair(to, at + 2, micros / 100 % 100);
        RowBuffer.pair(to, at + 4, micros % 100);
        int end = at + FRACTION_DIGITS;
        while (to[end - 1] == '0') {
            end--;
        }
        text.length(end);
    }
}
