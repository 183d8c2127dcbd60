package org.envdisclosure.source.rules.privacy;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.envdisclosure.source.rules.UnifiedSocialCreditCode;

/** Where a text has unified social credit codes of firms (GB 32100-2015), as permit numbers begin with: 18 digits of one say nothing of a person. */
final class FirmCodes {

    /** The market's registrar is department 9, where no resident identity number begins. */
    private static final Pattern LIKE_ONE = Pattern.compile("9[1-3][0-9]{6}[0-9A-Z]{10}");

    private final BitSet places = new BitSet();

    FirmCodes(String text) {
        Matcher codes = LIKE_ONE.matcher(text);
        while (codes.find()) {
            if (UnifiedSocialCreditCode.verdict(codes.group()) == UnifiedSocialCreditCode.Verdict.VALID) {
                places.set(codes.start(), codes.end());
            }
        }
    }

    boolean contain(int place) {
        return places.get(place);
    }
}
