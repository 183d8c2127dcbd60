package org.envdisclosure.air.rules;

/**
 * How many of a city's stations must have a valid daily value before the city has one. The text of HJ 663 was not at hand
 * and no other source for these numbers was found: they are a setting of this service, not the standard's.
 *
 * @param percent      of the stations that monitor the pollutant
 * @param few          below this number of stations {@code percentOfFew} is asked for instead
 * @param percentOfFew of the stations that monitor the pollutant, where these are few
 */
public record StationShare(int percent, int few, int percentOfFew) {

    public static final StationShare USUAL = new StationShare(75, 4, 50);

    private static final int HUNDRED = 100;

    /** @throws IllegalArgumentException when a percentage is not 0 to 100 */
    public StationShare {
        if (percent < 0 || percent > HUNDRED || percentOfFew < 0 || percentOfFew > HUNDRED) {
            throw new IllegalArgumentException("a share of stations is 0 to 100 percent, not %d and %d".formatted(percent, percentOfFew));
        }
    }

    /** Whether {@code valid} of {@code planned} stations are enough; no station is never enough. */
    public boolean isReachedBy(int valid, int planned) {
        int needed = planned < few ? percentOfFew : percent;
        return valid > 0 && (long) valid * HUNDRED >= (long) planned * needed;
    }
}
