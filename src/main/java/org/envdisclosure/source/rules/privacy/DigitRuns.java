package org.envdisclosure.source.rules.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of persons in a text, also where their digits are written apart. Dates, times, amounts and decimals are no such numbers. */
final class DigitRuns {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    /** What may stand between digits of one number. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\-\u2010-\u2015_.·•,、/\\\\*()~|+]{1,3}");
    private static final Pattern OTHER_NUMBERS = Pattern.compile("""
            (?<![0-9])(?:19|20)[0-9]{2}\\s?[-/.年]\\s?[0-9]{1,2}\\s?[-/.月]\\s?[0-9]{1,2}\\s?日?(?![0-9])\
            |(?<![0-9])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?(?![0-9])\
            |(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?(?![0-9,])\
            |(?<![0-9.])[0-9]+\\.[0-9]+(?![0-9.])""");
    private static final Pattern TELEPHONE_WORD = Pattern.compile("(?i)(?<![a-z])(?:tel|mobile|phone|mp|wechat|wx|vx|v|qq|t|m)$");
    private static final Pattern MOBILE = Pattern.compile("(?:0|86|0086)?(1[3-9][0-9]{9})");
    private static final Pattern CARD = Pattern.compile("[3-69][0-9]{15,18}");
    private static final int SHORTEST = 11;
    private static final int RESIDENT_ID = 18;
    private static final int LONGEST = 19;
    private static final int LONGEST_WORD = 8;

    private final String text;
    private final List<int[]> groups = new ArrayList<>();
    private final BitSet otherNumbers = new BitSet();

    DigitRuns(String text) {
        this.text = text;
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            groups.add(new int[] {digits.start(), digits.end()});
        }
        Matcher others = OTHER_NUMBERS.matcher(text);
        while (others.find()) {
            otherNumbers.set(others.start(), others.end());
        }
    }

    /** Where a number was found; ends are exclusive. */
    record Found(PersonalData kind, int from, int to) {
    }

    List<Found> found() {
        List<Found> found = new ArrayList<>();
        FirmCodes firms = new FirmCodes(text);
        for (int first = 0; first < groups.size(); first++) {
            addFrom(first, found);
            addWithin(groups.get(first), firms, found);
        }
        return found;
    }

    private void addFrom(int first, List<Found> found) {
        StringBuilder number = new StringBuilder();
        for (int last = first; last < groups.size() && (last == first || isJoined(last)); last++) {
            number.append(text, groups.get(last)[0], groups.get(last)[1]);
            if (number.length() > LONGEST) {
                return;
            }
            if (number.length() >= SHORTEST) {
                add(number.toString(), first, last, found);
            }
        }
    }

    /** A resident identity number with more digits before or behind it. */
    private void addWithin(int[] group, FirmCodes firms, List<Found> found) {
        int check = checkLetter(group[1]);
        for (int from = group[0]; from <= group[1] - RESIDENT_ID + 1; from++) {
            boolean letter = from == group[1] - RESIDENT_ID + 1;
            if (!firms.contain(from) && (letter ? check > 0 && ResidentId.isResidentId(text.substring(from, group[1]) + "X") : ResidentId.isResidentId(text.substring(from, from + RESIDENT_ID)))) {
                found.add(new Found(PersonalData.RESIDENT_ID, from, letter ? check : from + RESIDENT_ID));
            }
        }
    }

    private void add(String number, int first, int last, List<Found> found) {
        int from = groups.get(first)[0];
        int to = groups.get(last)[1];
        boolean apart = isApart(from, to);
        int check = number.length() == RESIDENT_ID - 1 ? checkLetter(to) : 0;
        if (check > 0 && ResidentId.isResidentId(number + "X")) {
            found.add(new Found(PersonalData.RESIDENT_ID, from, check));
        } else if (ResidentId.isResidentId(number) || apart && ResidentId.isOldNumber(number)) {
            found.add(new Found(PersonalData.RESIDENT_ID, from, to));
        }
        if (MOBILE.matcher(number).matches() && (apart || isAfterTelephone(from, to)) && isWrittenAsOne(first, last) && isNoOtherNumber(from, to)) {
            found.add(new Found(PersonalData.MOBILE_PHONE, from, to));
        } else if (apart && CARD.matcher(number).matches() && isInFours(first, last) && isLuhn(number) && isNoOtherNumber(from, to)) {
            found.add(new Found(PersonalData.BANK_CARD, from, to));
        }
    }

    /** The end of a check digit X behind the digits, also when it is written apart; 0 for none. */
    private int checkLetter(int to) {
        Matcher between = BETWEEN.matcher(text).region(to, text.length());
        int at = between.lookingAt() ? between.end() : to;
        return at < text.length() && (text.charAt(at) == 'X' || text.charAt(at) == 'x') ? at + 1 : 0;
    }

    private boolean isJoined(int group) {
        return BETWEEN.matcher(text.substring(groups.get(group - 1)[1], groups.get(group)[0])).matches();
    }

    /** A number that goes on in letters is a code. */
    private boolean isApart(int from, int to) {
        return (from == 0 || !isCodeLetter(text.charAt(from - 1))) && (to == text.length() || !isCodeLetter(text.charAt(to)));
    }

    private boolean isAfterTelephone(int from, int to) {
        return (to == text.length() || !isCodeLetter(text.charAt(to))) && TELEPHONE_WORD.matcher(text.substring(Math.max(0, from - LONGEST_WORD), from)).find();
    }

    private boolean isNoOtherNumber(int from, int to) {
        int next = otherNumbers.nextSetBit(from);
        return next < 0 || next >= to;
    }

    private static boolean isCodeLetter(char character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }

    /** In a few parts, or digit by digit: five measured values beside each other are no telephone number. */
    private boolean isWrittenAsOne(int first, int last) {
        return last - first <= 3 || all(first, last, length -> length == 1) || all(first, last - 1, length -> length == 2);
    }

    private boolean isInFours(int first, int last) {
        return all(first, last - 1, length -> length == 4);
    }

    private boolean all(int first, int last, Predicate<Integer> length) {
        return groups.subList(first, last + 1).stream().allMatch(group -> length.test(group[1] - group[0]));
    }

    private static boolean isLuhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        }
        return sum % 10 == 0;
    }
}
