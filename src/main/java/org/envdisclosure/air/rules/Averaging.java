package org.envdisclosure.air.rules;

/** The averaging time of a concentration; with the pollutant it names a column of the breakpoint table. */
public enum Averaging {
    ONE_HOUR,
    EIGHT_HOURS,
    TWENTY_FOUR_HOURS
}
