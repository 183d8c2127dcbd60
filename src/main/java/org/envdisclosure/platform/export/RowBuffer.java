package org.envdisclosure.platform.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of rows being printed; emptied and used again, and grown when one row is longer than it. */
public final class RowBuffer {

    private byte[] bytes;
    private int length;

    public RowBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    /** The array with room for {@code more} bytes from {@link #length()} on; say with {@link #length(int)} how far it was filled. */
    byte[] room(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), bytes.length + (bytes.length >> 1)));
        }
        return bytes;
    }

    /** The array they stand at the beginning of. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    public void length(int length) {
        this.length = length;
    }

    public void put(char ascii) {
        room(1)[length++] = (byte) ascii;
    }

    public void put(byte[] text) {
        put(text, 0, text.length);
    }

    public void put(byte[] from, int at, int count) {
        System.arraycopy(from, at, room(count), length, count);
        length += count;
    }

    /** What was printed into another. */
    public void put(RowBuffer other) {
        put(other.bytes, 0, other.length);
    }

    /** Text of ASCII alone. */
    public void ascii(String text) {
        put(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** What was printed, alone. */
    public byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }
}
