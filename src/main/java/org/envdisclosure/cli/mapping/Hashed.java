package org.envdisclosure.cli.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A code for what has none: a prefix and the first 10 hex digits of SHA-256 over the text in UTF-8. The same text has the same code
 * for ever; of a million different ones two have the same with a chance of about one in two.
 */
record Hashed(String prefix) implements Step.OfEach {

    private static final int DIGITS = 10;

    @Override
    public String of(String value) {
        return prefix + HexFormat.of().formatHex(sha256(value)).substring(0, DIGITS);
    }

    private static byte[] sha256(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
