package org.envdisclosure.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/**
 * A whole answer in memory, compressed for callers that take gzip where that pays.
 *
 * @param bytes      as they go out
 * @param compressed whether they are gzip
 */
record AnswerBody(byte[] bytes, boolean compressed) {

    /** Below this gzip costs more than it saves: an answer that fits one packet. */
    private static final int WORTH_COMPRESSING = 1_400;

    static AnswerBody of(Asked asked, byte[] body) {
        boolean compressed = isCompressed(asked, body);
        return new AnswerBody(compressed ? gzip(body) : body, compressed);
    }

    static boolean isCompressed(Asked asked, byte[] body) {
        return asked.takesGzip() && isWorthIt(body);
    }

    static boolean isWorthIt(byte[] body) {
        return body.length >= WORTH_COMPRESSING;
    }

    static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }
}
