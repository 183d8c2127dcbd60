package org.envdisclosure.platform.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A window on a stream: the bytes from a mark, where the record in hand begins, to what has been read. It grows with the record up
 * to a capacity, and {@link #fill} is refused beyond; so no body can take more memory than that.
 */
final class ByteWindow implements Closeable {

    private static final int SLACK = 64 * 1024;

    private final InputStream source;
    private final int capacity;
    private byte[] bytes = new byte[SLACK];
    private int mark;
    private int end;

    /** @param maxRecordBytes how many bytes from the mark can always be in the window */
    ByteWindow(InputStream source, int maxRecordBytes) {
        this.source = source;
        this.capacity = Math.addExact(maxRecordBytes, SLACK);
    }

    /** The array behind the window; another one after {@link #fill}. */
    byte[] bytes() {
        return bytes;
    }

    /** Index of the mark in {@link #bytes()}; another one after {@link #fill}. */
    int mark() {
        return mark;
    }

    /** How many bytes the window holds from the mark on. */
    int length() {
        return end - mark;
    }

    /** The byte {@code offset} bytes after the mark. */
    byte at(int offset) {
        return bytes[mark + offset];
    }

    /** Moves the mark forward: what lies before it is forgotten. */
    void advance(int count) {
        mark += count;
    }

    /**
     * Reads more behind what is there; false at the end of the stream.
     *
     * @throws IllegalStateException when the window already holds its capacity: the caller has to advance first
     */
    boolean fill() throws IOException {
        if (end == bytes.length) {
            makeRoom();
        }
        int read = source.read(bytes, end, bytes.length - end);
        end += Math.max(read, 0);
        return read >= 0;
    }

    private void makeRoom() {
        int length = length();
        if (length == capacity) {
            throw new IllegalStateException("record outgrew the window");
        }
        if (length > bytes.length / 2 && bytes.length < capacity) {
            bytes = Arrays.copyOfRange(bytes, mark, mark + Math.min(capacity, bytes.length * 2));
        } else {
            System.arraycopy(bytes, mark, bytes, 0, length);
        }
        mark = 0;
        end = length;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
