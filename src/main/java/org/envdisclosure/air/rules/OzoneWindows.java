package org.envdisclosure.air.rules;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * The 8-hour means of ozone that lie within one day: the windows ending at 08:00 to 24:00.
 *
 * @param valid    how many of the 17 have enough valid hours
 * @param greatest the greatest of them, unrounded; null when none is valid
 */
record OzoneWindows(int valid, @Nullable ExactMean greatest) {

    static final int HOURS = 8;
    static final int WINDOWS = StationDayHours.HOURS - HOURS + 1;

    /** @param hours the 24 hourly means, first that of 01:00; null where there is no valid one */
    static OzoneWindows of(@Nullable BigDecimal[] hours, int leastHoursOfWindow) {
        BigDecimal[] sums = new BigDecimal[hours.length + 1];
        int[] counts = new int[hours.length + 1];
        sums[0] = BigDecimal.ZERO;
        for (int hour = 0; hour < hours.length; hour++) {
            BigDecimal value = hours[hour];
            sums[hour + 1] = value == null ? sums[hour] : sums[hour].add(value);
            counts[hour + 1] = value == null ? counts[hour] : counts[hour] + 1;
        }
        int valid = 0;
        ExactMean greatest = null;
        for (int end = HOURS; end < sums.length; end++) {
            int count = counts[end] - counts[end - HOURS];
            if (count >= leastHoursOfWindow) {
                ExactMean mean = new ExactMean(sums[end].subtract(sums[end - HOURS]), count);
                greatest = greatest == null || mean.isGreaterThan(greatest) ? mean : greatest;
                valid++;
            }
        }
        return new OzoneWindows(valid, greatest);
    }

    /** The daily maximum (HJ 663, 6.1.2): with too few windows only when it exceeds the limit, since more could but raise it. */
    @Nullable ExactMean dailyMaximum(DayValidity validity) {
        boolean counts = valid >= validity.leastWindows() || greatest != null && greatest.exceeds(validity.ozoneLimit());
        return counts ? greatest : null;
    }
}
