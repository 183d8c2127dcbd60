package org.envdisclosure.platform.export;

import java.util.Arrays;

/** The bytes of rows being printed; emptied and used again, and grown when one row is longer than it. */
final class RowBuffer {

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
}
