package org.envdisclosure.cli.mapping;

import java.util.regex.Pattern;

/**
 * A code of the contract, 1 to 64 of {@code A-Za-z0-9._-}: every run of other characters becomes one {@code by}, none at the ends.
 *
 * @param by one of {@code . _ -}, or empty
 */
record Coded(String by) implements Step.OfEach {

    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern OTHERS_AT_THE_ENDS = Pattern.compile("^" + OTHERS + "|" + OTHERS + "$");
    private static final int LONGEST = 64;

    @Override
    public String of(String value) throws Refusal {
        String code = OTHERS.matcher(OTHERS_AT_THE_ENDS.matcher(value).replaceAll("")).replaceAll(by);
        if (code.isEmpty() || code.length() > LONGEST) {
            throw new Refusal("bad_code");
        }
        return code;
    }
}
