package org.envdisclosure.water.rules.assessment;

/**
 * How many values of an item a period needs. That a month (a week, ten days) may rest on one is quoted by others; the rest is this
 * service's setting, not the rule's text, which was not found.
 *
 * @param month   also for a week or ten days
 * @param quarter usually 2
 * @param year    usually 6; sections under national control 12 months
 */
public record MinimumCounts(int month, int quarter, int year) {

    public static final MinimumCounts USUAL = new MinimumCounts(1, 2, 6);
    public static final MinimumCounts NATIONAL_CONTROL = new MinimumCounts(1, 2, 12);
}
