package org.envdisclosure.platform.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decimal numbers as text, ASCII digits only: full-width digits and typographic minus signs are not numbers here. */
final class DecimalText {

    static final int LONGEST = 40;

    /** A number can be written in 11 characters that fills the memory when it is printed; no measured quantity needs more. */
    private static final BigInteger GREATEST_EXPONENT = BigInteger.valueOf(20);
    private static final int LONGEST_FAST = 18;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:[0-9]++\\.?[0-9]*+|\\.[0-9]++)(?:[eE]([+-]?[0-9]++))?");

    private DecimalText() {
    }

    /** The number of a short plain decimal such as {@code -12.50}; null for every other text, numbers too. */
    static @Nullable BigDecimal shortPlain(String text) {
        int length = text.length();
        int first = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        if (length - first > LONGEST_FAST || first == length || text.charAt(first) == '.' || text.charAt(length - 1) == '.') {
            return null;
        }
        long digits = 0;
        int point = -1;
        for (int i = first; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return null;
            }
        }
        return BigDecimal.valueOf(first == 0 ? digits : -digits, point < 0 ? 0 : length - 1 - point);
    }

    /** Whether {@code text} is a number at all, scientific notation included. */
    static boolean isNumber(String text) {
        return text.length() <= LONGEST && NUMBER.matcher(text).matches();
    }

    /** The value of a text that {@link #isNumber}; null when its exponent is beyond any measured quantity. */
    static @Nullable BigDecimal value(String number) {
        Matcher matcher = NUMBER.matcher(number);
        String exponent = matcher.matches() ? matcher.group(1) : null;
        if (exponent != null && new BigInteger(exponent).abs().compareTo(GREATEST_EXPONENT) > 0) {
            return null;
        }
        BigDecimal value = new BigDecimal(number);
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
