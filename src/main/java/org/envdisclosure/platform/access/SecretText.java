package org.envdisclosure.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The text of a key. */
final class SecretText {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int SHOWN = 10;

    private SecretText() {
    }

    /** 256 random bits, recognisable as a key of this service. */
    static String create() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return "envd_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJreHasIt) {
            throw new IllegalStateException(everyJreHasIt);
        }
    }

    /** Enough to recognise a long key, never more than a third of a short one. */
    static String prefix(String secret) {
        return secret.substring(0, Math.min(SHOWN, secret.length() / 3));
    }
}
