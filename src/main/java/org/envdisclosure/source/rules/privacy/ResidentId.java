package org.envdisclosure.source.rules.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;

/** The resident identity number, GB 11643-1999: division, birth date, sequence, check digit; before 1999 15 digits without the last. */
final class ResidentId {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";
    private static final int FIRST_BIRTH = 1900;
    private static final int LAST_BIRTH = 2049;
    /** GB/T 2260, first two digits; 81 to 83 stand on the cards of residents of Hong Kong, Macao and Taiwan. */
    private static final Set<String> PROVINCES = Set.of("11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
            "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{17}[0-9X]");
    private static final Pattern OLD_NUMBER = Pattern.compile("[0-9]{15}");

    private ResidentId() {
    }

    /** @param number 17 digits and a digit or X */
    static boolean isResidentId(String number) {
        if (!NUMBER.matcher(number).matches() || !isOfProvince(number) || !isBirth(number.substring(6, 14))) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK.charAt(sum % CHECK.length()) == number.charAt(WEIGHTS.length);
    }

    /** @param number 15 digits */
    static boolean isOldNumber(String number) {
        return OLD_NUMBER.matcher(number).matches() && isOfProvince(number) && isBirth("19" + number.substring(6, 12));
    }

    private static boolean isOfProvince(String number) {
        return PROVINCES.contains(number.substring(0, 2));
    }

    private static boolean isBirth(String date) {
        try {
            int year = Integer.parseInt(date.substring(0, 4));
            if (year < FIRST_BIRTH || year > LAST_BIRTH) {
                return false;
            }
            LocalDate.of(year, Integer.parseInt(date.substring(4, 6)), Integer.parseInt(date.substring(6)));
            return true;
        } catch (DateTimeException noDate) {
            return false;
        }
    }
}
