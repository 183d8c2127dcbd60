package org.envdisclosure.source.rules;

import java.util.regex.Pattern;

/**
 * The unified social credit code of legal persons and other organisations (GB 32100-2015): 18 characters, of which the first tells the
 * registering department, the second the kind of organisation, six the division, nine the organisation (GB 11714), the last checks the others.
 *
 * <p>Some codes that were issued early are in legal use although their check digit fails, so a failure is a reason to look and none to refuse.
 */
public final class UnifiedSocialCreditCode {

    /** GB 32100-2015: digits and capitals without I, O, S, V and Z; the place in it is a character's value. */
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    /** Characters of one. */
    public static final int LENGTH = 18;

    private static final Pattern FORM = Pattern.compile("[" + CHARACTERS + "]{" + LENGTH + "}");

    /** 3 to the power of the place, modulo 31. */
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    /** What is to be thought of a code. */
    public enum Verdict {
        VALID,
        /** Well formed, but the last character is not the one that follows from the others. */
        CHECK_DIGIT_FAILS,
        /** Not 18 of the characters that may stand in one. */
        MALFORMED
    }

    private UnifiedSocialCreditCode() {
    }

    /** @param code as {@link ReceivedCode} leaves it */
    public static Verdict verdict(String code) {
        if (!FORM.matcher(code).matches()) {
            return Verdict.MALFORMED;
        }
        return code.charAt(LENGTH - 1) == checkDigit(code) ? Verdict.VALID : Verdict.CHECK_DIGIT_FAILS;
    }

    /**
     * The last character that follows from the first 17.
     *
     * @throws IllegalArgumentException when they are fewer or others than may stand in a code
     */
    public static char checkDigit(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            int value = i < code.length() ? CHARACTERS.indexOf(code.charAt(i)) : -1;
            if (value < 0) {
                throw new IllegalArgumentException("no first 17 characters of a code: " + code);
            }
            sum += value * WEIGHTS[i];
        }
        int modulus = CHARACTERS.length();
        return CHARACTERS.charAt((modulus - sum % modulus) % modulus);
    }
}
