package org.envdisclosure.source.rules;

import java.util.regex.Pattern;

/**
 * The number of a pollutant-discharge permit (HJ 608-2017, appendix A): the unit's credit code, three digits that tell its sites apart, and
 * {@code P}. Others are in use, so a wrong one is a reason to look and none to refuse.
 */
public final class PermitNumber {

    /** Characters of one. */
    public static final int LENGTH = 22;

    private static final int OF_THE_UNIT = 18;
    private static final Pattern REST = Pattern.compile("\\d{3}P");

    private PermitNumber() {
    }

    /** Whether it is made as the standard has it, of a valid credit code. */
    public static boolean isRegular(String number) {
        return number.length() == LENGTH && REST.matcher(number.substring(OF_THE_UNIT)).matches()
                && UnifiedSocialCreditCode.verdict(number.substring(0, OF_THE_UNIT)) == UnifiedSocialCreditCode.Verdict.VALID;
    }
}
