package org.envdisclosure.air.rules;

import java.math.BigDecimal;

/**
 * What a day of one station needs to be valid.
 *
 * @param leastHours           valid hours a daily mean needs (GB 3095-2026, table 4; GB 3095-2012 has the same number)
 * @param leastHoursOfWindow   valid hours of eight that an 8-hour mean of ozone needs (GB 3095-2026, table 4)
 * @param leastWindows         valid 8-hour means, of the 17 that end at 08:00 to 24:00, that the daily maximum needs unless
 *                             it exceeds {@code ozoneLimit} (HJ 663, 6.1.2)
 * @param ozoneLimit           µg/m³; what the unrounded maximum is compared with. That the second-class limit of 160 is meant
 *                             is an assumption: the words at hand say only "the limit"
 * @param leastHoursOfMaximum  valid hours that the greatest 1-hour mean of ozone needs. No rule for it was found, and every
 *                             valid value takes part in an assessment (GB 3095-2026, 6.4), so one is enough by default
 */
public record DayValidity(int leastHours, int leastHoursOfWindow, int leastWindows, BigDecimal ozoneLimit, int leastHoursOfMaximum) {

    public static final DayValidity STANDARD = new DayValidity(20, 6, 14, BigDecimal.valueOf(160), 1);

    /** @throws IllegalArgumentException when a minimum is below 1 or above what a day has */
    public DayValidity {
        require("hours of a day", leastHours, StationDayHours.HOURS);
        require("hours of a window", leastHoursOfWindow, OzoneWindows.HOURS);
        require("windows", leastWindows, OzoneWindows.WINDOWS);
        require("hours of the ozone maximum", leastHoursOfMaximum, StationDayHours.HOURS);
    }

    private static void require(String what, int least, int greatest) {
        if (least < 1 || least > greatest) {
            throw new IllegalArgumentException("least %s is 1 to %d, not %d".formatted(what, greatest, least));
        }
    }
}
