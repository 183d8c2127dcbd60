package org.envdisclosure.air.rules.period;

/** The averaging time of a limit. */
public enum LimitPeriod {
    YEAR,
    /** A daily mean; of ozone the day's greatest 8-hour mean. */
    DAY,
    HOUR
}
