package org.envdisclosure.source.rules;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A code as sources write it: with spaces in and around it, full-width letters, small letters, characters nobody sees, brackets with nothing in
 * them.
 *
 * @param text what is kept: the code in its plain form where it has the length of one, else what was received; null where there is none
 */
public record ReceivedCode(@Nullable String text) {

    private static final Pattern STRAY = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+|\\([\\s\\p{Z}_]*\\)$");
    private static final Set<String> NO_CODE = Set.of("", "-", "--", "—", "/", "*", "NA", "NULL");

    /** @param length of a code in its plain form */
    public static ReceivedCode of(@Nullable String received, int length) {
        String plain = received == null ? "" : STRAY.matcher(Normalizer.normalize(received, Normalizer.Form.NFKC)).replaceAll("").toUpperCase(Locale.ROOT);
        if (received == null || NO_CODE.contains(plain)) {
            return new ReceivedCode(null);
        }
        return new ReceivedCode(plain.length() == length ? plain : received.strip());
    }
}
