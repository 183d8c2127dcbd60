package org.envdisclosure.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

/**
 * A stream that knows how much was taken from it and why it failed, for the HTTP client tells neither.
 *
 * <p>One thread reads, others look at the count.
 */
final class CountedStream extends FilterInputStream {

    static final long UNKNOWN = -1;

    private final long expected;
    private volatile long taken;
    private volatile @Nullable IOException failure;

    /** @param expected bytes there must be, as announced to the service, or {@link #UNKNOWN} */
    CountedStream(InputStream in, long expected) {
        super(in);
        this.expected = expected;
    }

    /** Bytes there must be, or {@link #UNKNOWN}. */
    long expected() {
        return expected;
    }

    long taken() {
        return taken;
    }

    @Nullable IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int read = super.read(buffer, offset, length);
            count(read);
            return read;
        } catch (IOException broken) {
            failure = broken;
            throw broken;
        }
    }

    private void count(int read) throws IOException {
        taken += Math.max(read, 0);
        boolean wrong = read < 0 ? taken != expected : taken > expected;
        if (expected != UNKNOWN && wrong) {
            throw new IOException("changed while it was being sent: it had %d bytes at first".formatted(expected));
        }
    }
}
