package org.envdisclosure.platform.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** Strict decoding: bytes that are not UTF-8 are not replaced in silence. */
final class Utf8 {

    private Utf8() {
    }

    /** The text of the bytes, null when they are not UTF-8. */
    static @Nullable String decode(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, UTF_8);
        // the replacement character may also have been sent as such; only then is the slow, strict decoder asked
        return text.indexOf('\uFFFD') < 0 || isValid(bytes, from, to) ? text : null;
    }

    private static boolean isValid(byte[] bytes, int from, int to) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
