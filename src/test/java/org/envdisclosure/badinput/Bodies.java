package org.envdisclosure.badinput;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Bodies out of parts. */
final class Bodies {

    private Bodies() {
    }

    static byte[] gzip(byte[] plain) {
        return gzip(plain, 1);
    }

    /** {@code plain} so many times over: a bomb takes little room until it goes off. */
    static byte[] gzip(byte[] plain, int times) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < times; i++) {
                gzip.write(plain);
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return packed.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    static byte[] cut(byte[] body, int bytes) {
        return Arrays.copyOf(body, body.length - bytes);
    }

    /** One byte of it turned over. */
    static byte[] damaged(byte[] body, int at) {
        byte[] other = body.clone();
        other[at] ^= 0x55;
        return other;
    }
}
