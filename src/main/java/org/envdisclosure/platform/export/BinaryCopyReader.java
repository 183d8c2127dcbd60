package org.envdisclosure.platform.export;

import static org.envdisclosure.platform.export.NetworkOrder.int16;
import static org.envdisclosure.platform.export.NetworkOrder.int32;

import java.util.Arrays;

/**
 * A cursor over PostgreSQL's binary COPY format: a header, tuples of length-prefixed fields, a trailer.
 *
 * <p>The server sends one tuple a message (the header comes with the first), so a tuple never spans two messages; one that does is
 * an error, as is everything else that is not as the format says. Errors are {@link IllegalStateException}.
 */
final class BinaryCopyReader {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    /** Flags, then the length of the header's extension. */
    private static final int AFTER_SIGNATURE = 8;
    private static final int CRITICAL_FLAGS = 0xFFFF_0000;
    private static final int TRAILER = -1;

    private final int columns;
    private byte[] message = new byte[0];
    private int next;
    private int fieldAt;
    private boolean begun;
    private boolean ended;

    BinaryCopyReader(int columns) {
        this.columns = columns;
    }

    /** Goes on with the next message; the one before is read to its end. */
    void take(byte[] message) {
        this.message = message;
        next = begun ? 0 : headerLength();
        begun = true;
    }

    /** Whether a further tuple is in this message; then {@link #field()} gives its fields one by one. */
    boolean nextTuple() {
        if (next == message.length) {
            return false;
        }
        require(!ended, "data after the trailer");
        require(message.length - next >= Short.BYTES, "a tuple is cut");
        int fields = int16(message, next);
        next += Short.BYTES;
        ended = fields == TRAILER;
        require(ended || fields == columns, "a tuple has " + fields + " fields, declared are " + columns);
        return !ended;
    }

    /** Length of the next field in bytes, -1 for NULL; it begins at {@link #fieldAt()} of {@link #message()}. */
    int field() {
        require(message.length - next >= Integer.BYTES, "a tuple is cut");
        int length = int32(message, next);
        fieldAt = next + Integer.BYTES;
        if (length < 0) {
            next = fieldAt;
            return -1;
        }
        require(length <= message.length - fieldAt, "a field is cut");
        next = fieldAt + length;
        return length;
    }

    byte[] message() {
        return message;
    }

    int fieldAt() {
        return fieldAt;
    }

    /** @throws IllegalStateException when the trailer has not come: what was read is not everything */
    void requireEnd() {
        require(ended, "it ended without a trailer");
    }

    private int headerLength() {
        require(message.length >= SIGNATURE.length + AFTER_SIGNATURE
                && Arrays.equals(message, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length), "no signature");
        require((int32(message, SIGNATURE.length) & CRITICAL_FLAGS) == 0, "unknown critical flags");
        int extension = int32(message, SIGNATURE.length + Integer.BYTES);
        int length = SIGNATURE.length + AFTER_SIGNATURE + extension;
        require(extension >= 0 && length <= message.length, "the header is cut");
        return length;
    }

    private static void require(boolean asTheFormatSays, String otherwise) {
        if (!asTheFormatSays) {
            throw new IllegalStateException("binary COPY: " + otherwise);
        }
    }
}
