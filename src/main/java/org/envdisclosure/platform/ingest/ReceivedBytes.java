package org.envdisclosure.platform.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests a body as it comes from the network, before decompression. */
final class ReceivedBytes extends FilterInputStream {

    private final MessageDigest digest;
    private long count;

    ReceivedBytes(InputStream network) {
        super(network);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    long count() {
        return count;
    }

    /** Hexadecimal SHA-256 of what has been read so far. */
    String sha256() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read > 0) {
            count += read;
            digest.update(target, offset, read);
        }
        return read;
    }

    /** Skipping would leave bytes out of the digest. */
    @Override
    public long skip(long n) throws IOException {
        int wanted = (int) Math.min(Math.max(n, 0), 8192);
        return Math.max(read(new byte[wanted], 0, wanted), 0);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
