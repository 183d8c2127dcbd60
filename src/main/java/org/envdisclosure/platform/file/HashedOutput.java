package org.envdisclosure.platform.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts what is written through it and tells its SHA-256. */
public final class HashedOutput extends FilterOutputStream {

    private final MessageDigest digest;
    private long bytes;

    public HashedOutput(OutputStream out) {
        super(out);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJreHasIt) {
            throw new IllegalStateException(everyJreHasIt);
        }
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        digest.update((byte) b);
        bytes++;
    }

    @Override
    public void write(byte[] from, int at, int count) throws IOException {
        out.write(from, at, count);
        digest.update(from, at, count);
        bytes += count;
    }

    public long bytes() {
        return bytes;
    }

    /** Of everything written, in 64 hexadecimal digits; asked once, at the end. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
