package org.envdisclosure.platform.export;

/** {@code date} as {@code 2026-05-01}, which is how PostgreSQL prints it under {@code DateStyle = ISO}. */
final class DateCell implements Cell {

    private static final int LENGTH = "2026-05-01".length();

    @Override
    public void print(byte[] from, int at, int length, RowBuffer out) {
        if (length != LENGTH) {
            throw new IllegalStateException("a date column holds infinity or a day outside the years 1 to 9999");
        }
        out.put(from, at, length);
    }
}
