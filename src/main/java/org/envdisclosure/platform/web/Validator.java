package org.envdisclosure.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import org.envdisclosure.platform.dataset.Dataset;

/** Strong validators, made from everything an answer depends on. */
final class Validator {

    private static final int BYTES = 15;
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Validator() {
    }

    static String etag(Object... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(Dataset.CONTRACT.getBytes(StandardCharsets.UTF_8));
            for (Object part : parts) {
                sha.update((byte) 0);
                sha.update(part.toString().getBytes(StandardCharsets.UTF_8));
            }
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(sha.digest()).substring(0, BYTES * 4 / 3) + '"';
        } catch (NoSuchAlgorithmException everyJreHasIt) {
            throw new IllegalStateException(everyJreHasIt);
        }
    }

    /** RFC 9110 HTTP-date. */
    static String httpDate(Instant instant) {
        return HTTP_DATE.format(instant);
    }
}
