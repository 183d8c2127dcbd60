package org.envdisclosure.source.rules.privacy;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as the scan reads it: compatible forms made one (NFKC), invisible characters and marks left out, digits of every script
 * Arabic; and for each of its characters where it came from.
 */
final class Folded {

    private static final String CHINESE_DIGITS = "〇一二三四五六七八九";
    private static final String FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";
    /** Fillers that are letters by their category and show nothing. */
    private static final String BLANK_LETTERS = "\u115F\u1160\u3164\uFFA0\u2800";

    private final StringBuilder text;
    private int[] from;
    private int[] to;

    private Folded(int length) {
        this.text = new StringBuilder(length);
        this.from = new int[length + 16];
        this.to = new int[length + 16];
    }

    static Folded of(String original) {
        return fold(original, false);
    }

    /** The same with Chinese numerals read as digits, as in 一三八〇…. */
    static Folded spelledOut(String original) {
        return fold(original, true);
    }

    private static Folded fold(String original, boolean spelled) {
        Folded folded = new Folded(original.length());
        int next;
        for (int at = 0; at < original.length(); at = next) {
            int character = original.codePointAt(at);
            next = at + Character.charCount(character);
            if (!isInvisible(character)) {
                folded.append(Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC), spelled, at, next);
            }
        }
        return folded;
    }

    private static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || BLANK_LETTERS.indexOf(character) >= 0;
    }

    private void append(String characters, boolean spelled, int begin, int end) {
        characters.codePoints().forEach(character -> {
            if (!isInvisible(character)) {
                for (char unit : Character.toChars(digit(character, spelled))) {
                    append(unit, begin, end);
                }
            }
        });
    }

    private static int digit(int character, boolean spelled) {
        if (Character.getType(character) == Character.DECIMAL_DIGIT_NUMBER) {
            return '0' + Character.digit(character, 10);
        }
        int value = spelled ? Math.max(CHINESE_DIGITS.indexOf(character), FORMAL_DIGITS.indexOf(character)) : -1;
        return value < 0 ? character : '0' + value;
    }

    private void append(char unit, int begin, int end) {
        int at = text.length();
        if (at == from.length) {
            from = Arrays.copyOf(from, at * 2);
            to = Arrays.copyOf(to, at * 2);
        }
        from[at] = begin;
        to[at] = end;
        text.append(unit);
    }

    String text() {
        return text.toString();
    }

    /** The place in the original of characters of this text. */
    Hit hit(String field, PersonalData kind, int begin, int end) {
        return new Hit(field, kind, from[begin], to[end - 1]);
    }

    /** The same text without anything but letters and digits, in lower case; places stay known. */
    Folded compact() {
        Folded compact = new Folded(text.length());
        for (int at = 0; at < text.length(); at++) {
            if (Character.isLetterOrDigit(text.charAt(at)) || Character.isSurrogate(text.charAt(at))) {
                compact.append(Character.toLowerCase(text.charAt(at)), from[at], to[at]);
            }
        }
        return compact;
    }
}
