package org.envdisclosure.platform.export;

/** {@code numeric} and integers, as PostgreSQL prints them: every digit, trailing zeros too, never an exponent. */
final class NumberCell implements Cell {

    @Override
    public void print(byte[] from, int at, int length, RowBuffer out) {
        byte last = from[at + length - 1];
        if (last < '0' || last > '9') {
            throw new IllegalStateException("a numeric column holds NaN or infinity, which no measured value is");
        }
        out.put(from, at, length);
    }
}
