package org.envdisclosure.platform.export;

import static org.envdisclosure.platform.export.NetworkOrder.int16;
import static org.envdisclosure.platform.export.NetworkOrder.int32;
import static org.envdisclosure.platform.export.NetworkOrder.int64;

/** {@code smallint}, {@code integer} and {@code bigint}, told apart by their length. */
final class IntegerCell implements Cell {

    private static final int LONGEST = 20;

    @Override
    public void print(byte[] from, int at, int length, RowBuffer out) {
        print(switch (length) {
            case Short.BYTES -> int16(from, at);
            case Integer.BYTES -> int32(from, at);
            case Long.BYTES -> int64(from, at);
            default -> throw new IllegalStateException("an integer of " + length + " bytes");
        }, out);
    }

    private static void print(long value, RowBuffer out) {
        byte[] to = out.room(LONGEST);
        int at = out.length();
        if (value < 0) {
            to[at++] = '-';
        }
        // counted down as a negative number, which has room for the smallest long too
        long rest = value < 0 ? value : -value;
        int end = at + digits(rest);
        for (int next = end - 1; next >= at; next--) {
            long tenth = rest / 10;
            to[next] = (byte) ('0' + (int) (10 * tenth - rest));
            rest = tenth;
        }
        out.length(end);
    }

    private static int digits(long negative) {
        int count = 1;
        for (long limit = -10; count < LONGEST - 1 && negative <= limit; limit *= 10) {
            count++;
        }
        return count;
    }
}
