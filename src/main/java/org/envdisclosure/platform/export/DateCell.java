package org.envdisclosure.platform.export;

import static org.envdisclosure.platform.export.NetworkOrder.int32;

/** {@code date}, sent as days since 2000-01-01. */
final class DateCell implements Cell {

    private final DayText days = new DayText();

    @Override
    public void print(byte[] from, int at, int length, RowBuffer out) {
        int day = int32(from, at);
        if (day == Integer.MAX_VALUE || day == Integer.MIN_VALUE) {
            throw new IllegalStateException("a date column holds infinity, which is no day");
        }
        out.put(days.of(day));
    }
}
