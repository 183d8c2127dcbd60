package org.envdisclosure.air.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The editions of HJ 633, side by side: a value is judged by the edition in force at its own time, never by today's.
 *
 * <p>The breakpoints are those of the AQI standard itself; they do not follow the limits of GB 3095 when these tighten in
 * 2031, unless a new edition says so.
 */
public enum AqiEdition {
    /** In force for everything before 2026-03-01; the service judges by no older edition. */
    HJ_633_2012("HJ 633-2012", Hj633Of2012.TABLE),
    /** In force from 2026-03-01: lower breakpoints of PM10 and PM2.5, rounded input, and no AQI from an incomplete set. */
    HJ_633_2026("HJ 633-2026", Hj633Of2026.TABLE);

    private static final LocalDate CHANGE = LocalDate.of(2026, 3, 1);
    private static final Instant CHANGE_MIDNIGHT = CHANGE.atStartOfDay(ZoneOffset.ofHours(8)).toInstant();

    private final String label;
    private final IaqiTable table;

    AqiEdition(String label, IaqiTable table) {
        this.label = label;
        this.table = table;
    }

    /** {@code HJ 633-2012} or {@code HJ 633-2026}, as published. */
    public String label() {
        return label;
    }

    /** The edition for the hour that ends at {@code hourEnd}: the hour ending at midnight belongs to the day before. */
    public static AqiEdition inForceFor(Instant hourEnd) {
        return hourEnd.isAfter(CHANGE_MIDNIGHT) ? HJ_633_2026 : HJ_633_2012;
    }

    /** The edition for a calendar day of China (+08:00). */
    public static AqiEdition inForceOn(LocalDate day) {
        return day.isBefore(CHANGE) ? HJ_633_2012 : HJ_633_2026;
    }

    /**
     * The individual index, rounded up (HJ 633-2012, 6.2; HJ 633-2026, 4.2.6). HJ 633-2026 rounds the concentration
     * first, half to even (4.2.2); HJ 633-2012 names no such step. A 1-hour mean of PM10 or PM2.5 is read on the 24-hour
     * column: so says HJ 633-2026 (4.2.4), and so the authority did before it. Never throws.
     *
     * @param concentration µg/m³, CO mg/m³
     */
    public Iaqi iaqi(Pollutant pollutant, Averaging averaging, BigDecimal concentration) {
        if (concentration.signum() < 0) {
            return Iaqi.NotDefined.NEGATIVE;
        }
        return table.iaqi(pollutant, averaging, hundredths(concentration, pollutant));
    }

    private long hundredths(BigDecimal concentration, Pollutant pollutant) {
        return switch (this) {
            case HJ_633_2012 -> Hundredths.roundedUp(concentration);
            case HJ_633_2026 -> Hundredths.roundedHalfEven(concentration, pollutant.concentrationDigits());
        };
    }

    /** True where a missing pollutant forbids an AQI of 100 or less (HJ 633-2026, 5.3.1); HJ 633-2012 has no such rule. */
    boolean needsEveryPollutant() {
        return this == HJ_633_2026;
    }

    /**
     * The least AQI that is published. HJ 633-2026, 4.1.1, has the range begin at 1, although all concentrations may truly
     * be 0: such an hour is shown as 1 (its individual indices stay 0). The table of HJ 633-2012 begins at 0.
     */
    int leastAqi() {
        return switch (this) {
            case HJ_633_2012 -> 0;
            case HJ_633_2026 -> 1;
        };
    }
}
