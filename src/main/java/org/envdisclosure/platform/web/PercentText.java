package org.envdisclosure.platform.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Paths and queries as they come over the wire, one character a byte. Bytes that ought to be percent-encoded and are not, as in
 * {@code ?city=} and a Chinese name typed behind it, are taken for what they are: UTF-8.
 */
final class PercentText {

    private static final String NEVER_IN_A_URI = "\"<>\\^`{|}";

    private PercentText() {
    }

    /** The text behind the percent signs; empty when it is broken, no UTF-8 or holds NUL, which no text column can. */
    static Optional<String> decode(String wire) {
        if (isPlain(wire)) {
            return Optional.of(wire);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(wire.length());
        for (int i = 0; i < wire.length(); i++) {
            if (wire.charAt(i) != '%') {
                bytes.write(wire.charAt(i));
            } else if (hex(wire, i + 1) >= 0 && hex(wire, i + 2) >= 0) {
                bytes.write(hex(wire, i + 1) << 4 | hex(wire, i + 2));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        return text(bytes.toByteArray());
    }

    /** The same target, with every byte encoded that a URI cannot hold. */
    static String encodeStrays(String wire) {
        if (wire.chars().noneMatch(PercentText::isStray)) {
            return wire;
        }
        StringBuilder sound = new StringBuilder(wire.length() * 2);
        wire.chars().forEach(c -> sound.append(isStray(c) ? "%%%02X".formatted(c) : String.valueOf((char) c)));
        return sound.toString();
    }

    private static boolean isStray(int c) {
        return c <= ' ' || c >= 0x7F || NEVER_IN_A_URI.indexOf(c) >= 0;
    }

    private static boolean isPlain(String wire) {
        return wire.chars().noneMatch(c -> c == '%' || c == 0 || c >= 0x80);
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static int hex(String wire, int at) {
        return at < wire.length() && wire.charAt(at) < 0x80 ? Character.digit(wire.charAt(at), 16) : -1;
    }
}
