package org.envdisclosure.platform.web;

import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A whole answer in memory, compressed for callers that take gzip where that pays. */
final class AnswerBody {

    /** Below this gzip costs more than it saves: an answer that fits one packet. */
    private static final int WORTH_COMPRESSING = 1_400;

    private AnswerBody() {
    }

    static boolean isCompressed(Asked asked, byte[] body) {
        return asked.takesGzip() && body.length >= WORTH_COMPRESSING;
    }

    static Response of(Response.ResponseBuilder response, Asked asked, byte[] body) {
        boolean compressed = isCompressed(asked, body);
        byte[] sent = compressed ? gzip(body) : body;
        if (compressed) {
            response.header("Content-Encoding", "gzip");
        }
        if (asked.isHead()) {
            // the framework drops the body and its length with it
            response.header("Content-Length", sent.length);
        }
        return response.entity(sent).build();
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }
}
