package org.envdisclosure.platform.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of rows being printed; emptied and used again, and grown when one row is longer than it. */
final class RowBuffer {

    /** Printed two digits at a time: 00 01 02 … 99. */
    private static final byte[] PAIRS = pairs();

    private byte[] bytes;
    private int length;

    RowBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    /** The array with room for {@code more} bytes from {@link #length()} on; say with {@link #length(int)} how far it was filled. */
    byte[] room(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), bytes.length + (bytes.length >> 1)));
        }
        return bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void length(int length) {
        this.length = length;
    }

    void put(char ascii) {
        room(1)[length++] = (byte) ascii;
    }

    void put(byte[] text) {
        put(text, 0, text.length);
    }

    void put(byte[] from, int at, int count) {
        System.arraycopy(from, at, room(count), length, count);
        length += count;
    }

    /** Two digits of 0 to 99 at {@code at}. */
    static void pair(byte[] to, int at, int value) {
        to[at] = PAIRS[2 * value];
        to[at + 1] = PAIRS[2 * value + 1];
    }

    private static byte[] pairs() {
        StringBuilder digits = new StringBuilder(200);
        for (int i = 0; i < 100; i++) {
            digits.append(i / 10).append(i % 10);
        }
        return digits.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
