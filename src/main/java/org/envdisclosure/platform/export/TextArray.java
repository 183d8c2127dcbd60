package org.envdisclosure.platform.export;

import static org.envdisclosure.platform.export.NetworkOrder.int32;

/** A cursor over a binary {@code text[]} of one dimension without nulls; anything else is an {@link IllegalStateException}. */
final class TextArray {

    /** Dimensions, flags, element type, then length and lower bound of the one dimension. */
    private static final int HEAD_OF_EMPTY = 12;
    private static final int HEAD = 20;

    private byte[] from = new byte[0];
    private int next;
    private int left;
    private int length;

    void read(byte[] from, int at) {
        int dimensions = int32(from, at);
        if (dimensions > 1) {
            throw new IllegalStateException("a list of " + dimensions + " dimensions");
        }
        this.from = from;
        left = dimensions == 0 ? 0 : int32(from, at + HEAD_OF_EMPTY);
        next = at + HEAD;
        length = 0;
    }

    /** Goes on to the next item, which begins at {@link #at()} and has {@link #length()} bytes. */
    boolean nextItem() {
        if (left == 0) {
            return false;
        }
        left--;
        next += length;
        length = int32(from, next);
        if (length < 0) {
            throw new IllegalStateException("a list with a null in it");
        }
        next += Integer.BYTES;
        return true;
    }

    int at() {
        return next;
    }

    int length() {
        return length;
    }
}
