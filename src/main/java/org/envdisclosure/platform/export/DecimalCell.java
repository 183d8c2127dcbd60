package org.envdisclosure.platform.export;

import static org.envdisclosure.platform.export.NetworkOrder.int16;
import static org.envdisclosure.platform.export.NetworkOrder.uint16;

/** {@code numeric}, digit for digit with its trailing zeros, never with an exponent. */
final class DecimalCell implements Cell {

    /** Count of groups, weight of the first, sign, digits after the point: two bytes each. */
    private static final int HEAD = 8;
    /** A group is four decimal digits, 0 to 9999. */
    private static final int GROUP = 4;
    private static final int POSITIVE = 0x0000;
    private static final int NEGATIVE = 0x4000;

    @Override
    public void print(byte[] from, int at, int length, RowBuffer out) {
        int groups = uint16(from, at);
        int weight = int16(from, at + 2);
        int sign = uint16(from, at + 4);
        int scale = uint16(from, at + 6);
        if (sign != POSITIVE && sign != NEGATIVE || length != HEAD + 2 * groups) {
            throw new IllegalStateException("a numeric column holds NaN or infinity, which no measured value is");
        }
        byte[] to = out.room(1 + GROUP * (Math.max(weight, 0) + 1) + 1 + scale + GROUP);
        int end = out.length();
        if (sign == NEGATIVE) {
            to[end++] = '-';
        }
        end = whole(from, at + HEAD, groups, weight, to, end);
        out.length(scale == 0 ? end : fraction(from, at + HEAD, groups, weight, scale, to, end));
    }

    private static int whole(byte[] from, int digits, int groups, int weight, byte[] to, int at) {
        if (weight < 0) {
            to[at] = '0';
            return at + 1;
        }
        int end = leading(group(from, digits, groups, 0), to, at);
        for (int i = 1; i <= weight; i++) {
            four(group(from, digits, groups, i), to, end);
            end += GROUP;
        }
        return end;
    }

    private static int fraction(byte[] from, int digits, int groups, int weight, int scale, byte[] to, int at) {
        to[at] = '.';
        int end = at + 1 + scale;
        int i = weight + 1;
        for (int next = at + 1; next < end; next += GROUP) {
            four(group(from, digits, groups, i++), to, next);
        }
        return end;
    }

    /** Groups before the first and after the last sent one are zero. */
    private static int group(byte[] from, int digits, int groups, int index) {
        return index >= 0 && index < groups ? int16(from, digits + 2 * index) : 0;
    }

    private static void four(int group, byte[] to, int at) {
        int high = group / 100;
        RowBuffer.pair(to, at, high);
        RowBuffer.pair(to, at + 2, group - 100 * high);
    }

    /** The first group, without zeros in front. */
    private static int leading(int group, byte[] to, int at) {
        if (group < 10) {
            to[at] = (byte) ('0' + group);
            return at + 1;
        }
        if (group < 100) {
            RowBuffer.pair(to, at, group);
            return at + 2;
        }
        int skipped = group < 1000 ? 1 : 0;
        four(group, to, at);
        System.arraycopy(to, at + skipped, to, at, GROUP - skipped);
        return at + GROUP - skipped;
    }
}
