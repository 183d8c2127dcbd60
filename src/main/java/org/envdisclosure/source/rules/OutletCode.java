package org.envdisclosure.source.rules;

import java.util.regex.Pattern;

/**
 * The code of an outlet, unique within its source: of waste gas {@code DA001}, of waste water {@code DW001} (HJ 608-2017). Places that have none of
 * these, such as a point of noise, have another.
 */
public final class OutletCode {

    /** Without a dot, which parts it from the source's code in the code of the outlet. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,15}");
    private static final Pattern REGULAR = Pattern.compile("D[AW]\\d{3}");

    /** What a place discharges into. */
    public static final String AIR = "air";
    public static final String WATER = "water";
    public static final String OTHER = "other";

    private OutletCode() {
    }

    public static boolean isOne(String code) {
        return FORM.matcher(code).matches();
    }

    /** What a code says of the medium; {@code other} where it says nothing. */
    public static String medium(String code) {
        if (!REGULAR.matcher(code).matches()) {
            return OTHER;
        }
        return code.charAt(1) == 'A' ? AIR : WATER;
    }
}
