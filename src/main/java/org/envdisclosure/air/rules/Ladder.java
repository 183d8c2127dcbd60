package org.envdisclosure.air.rules;

import java.util.Arrays;

/**
 * One column of the breakpoint table: the concentrations at which the index is 0, 50, 100, 150, 200, 300, 400, 500.
 * Read by equation 1 of both editions, rounded up; all arithmetic in whole numbers.
 */
final class Ladder {

    private static final int[] INDEX = {0, 50, 100, 150, 200, 300, 400, 500};
    private static final Iaqi CAPPED = new Iaqi.Index(500, true);

    private final long[] hundredths;
    private final Iaqi above;

    private Ladder(Iaqi above, int... breakpoints) {
        this.above = above;
        this.hundredths = Arrays.stream(breakpoints).mapToLong(Hundredths::of).toArray();
    }

    /** A column with all eight breakpoints; above the last the index stays at 500. */
    static Ladder of(int... breakpoints) {
        if (breakpoints.length != INDEX.length) {
            throw new IllegalArgumentException("a full column has %d breakpoints, not %d".formatted(INDEX.length, breakpoints.length));
        }
        return new Ladder(CAPPED, breakpoints);
    }

    /** A column that a footnote ends early; {@code above} is what the footnote says for higher concentrations. */
    static Ladder ending(Iaqi above, int... breakpoints) {
        return new Ladder(above, breakpoints);
    }

    Iaqi iaqi(long concentration) {
        for (int rung = 1; rung < hundredths.length; rung++) {
            if (concentration <= hundredths[rung]) {
                return new Iaqi.Index(between(rung, concentration), false);
            }
        }
        return above;
    }

    private int between(int rung, long concentration) {
        long indexStep = INDEX[rung] - INDEX[rung - 1];
        long concentrationStep = hundredths[rung] - hundredths[rung - 1];
        long rise = indexStep * (concentration - hundredths[rung - 1]);
        return INDEX[rung - 1] + (int) Math.floorDiv(rise + concentrationStep - 1, concentrationStep);
    }
}
