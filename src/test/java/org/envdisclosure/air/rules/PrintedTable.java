package org.envdisclosure.air.rules;

import static org.envdisclosure.air.rules.Averaging.EIGHT_HOURS;
import static org.envdisclosure.air.rules.Averaging.ONE_HOUR;
import static org.envdisclosure.air.rules.Averaging.TWENTY_FOUR_HOURS;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * A second, independent copy of the breakpoint table, typed line by line as it is printed, and the formula in exact
 * fractions. It shares nothing with the code it checks.
 */
final class PrintedTable {

    record Column(Pollutant pollutant, Averaging averaging, int at2012, int at2026) {

        int place(AqiEdition edition) {
            return edition == AqiEdition.HJ_633_2012 ? at2012 : at2026;
        }

        @Override
        public String toString() {
            return pollutant.wireName() + " " + averaging;
        }
    }

    /** A breakpoint that the table does not have. */
    static final int NONE = -1;

    static final List<Column> COLUMNS = List.of(
            new Column(Pollutant.SO2, TWENTY_FOUR_HOURS, 1, 1), new Column(Pollutant.SO2, ONE_HOUR, 2, 2),
            new Column(Pollutant.NO2, TWENTY_FOUR_HOURS, 3, 3), new Column(Pollutant.NO2, ONE_HOUR, 4, 4),
            new Column(Pollutant.CO, TWENTY_FOUR_HOURS, 5, 5), new Column(Pollutant.CO, ONE_HOUR, 6, 6),
            new Column(Pollutant.O3, ONE_HOUR, 7, 7), new Column(Pollutant.O3, EIGHT_HOURS, 8, 8),
            new Column(Pollutant.PM10, TWENTY_FOUR_HOURS, 9, 10), new Column(Pollutant.PM25, TWENTY_FOUR_HOURS, 11, 12),
            // what is read on another's column
            new Column(Pollutant.PM10, ONE_HOUR, 9, 10), new Column(Pollutant.PM25, ONE_HOUR, 11, 12));

    private static final int[][] ROWS = {
        // IAQI  SO2 24h SO2 1h NO2 24h NO2 1h CO 24h CO 1h O3 1h O3 8h PM10'12 PM10'26 PM2.5'12 PM2.5'26
        {0,           0,     0,      0,     0,     0,    0,    0,    0,      0,      0,       0,       0},
        {50,         50,   150,     40,   100,     2,    5,  160,  100,     50,     50,      35,      35},
        {100,       150,   500,     80,   200,     4,   10,  200,  160,    150,    120,      75,      60},
        {150,       475,   650,    180,   700,    14,   35,  300,  215,    250,    250,     115,     115},
        {200,       800,   800,    280,  1200,    24,   60,  400,  265,    350,    350,     150,     150},
        {300,      1600,  NONE,    565,  2340,    36,   90,  800,  800,    420,    420,     250,     250},
        {400,      2100,  NONE,    750,  3090,    48,  120, 1000, NONE,    500,    500,     350,     350},
        {500,      2620,  NONE,    940,  3840,    60,  150, 1200, NONE,    600,    600,     500,     500}};

    private PrintedTable() {
    }

    static int[] indices() {
        return Arrays.stream(ROWS).mapToInt(row -> row[0]).toArray();
    }

    static int breakpoint(AqiEdition edition, Column column, int row) {
        return ROWS[row][column.place(edition)];
    }

    /** The last breakpoint the column has. */
    static int top(AqiEdition edition, Column column) {
        return Arrays.stream(ROWS).mapToInt(row -> row[column.place(edition)]).max().orElseThrow();
    }

    /** Equation 1 with the ceiling, for a concentration not above {@link #top}, in fractions of whole numbers. */
    static int iaqi(AqiEdition edition, Column column, BigDecimal concentration) {
        int row = 1;
        while (concentration.compareTo(BigDecimal.valueOf(breakpoint(edition, column, row))) > 0) {
            row++;
        }
        int scale = Math.max(concentration.scale(), 0);
        BigInteger one = BigInteger.TEN.pow(scale);
        BigInteger c = concentration.setScale(scale).unscaledValue();
        BigInteger low = BigInteger.valueOf(breakpoint(edition, column, row - 1)).multiply(one);
        BigInteger high = BigInteger.valueOf(breakpoint(edition, column, row)).multiply(one);
        BigInteger steps = BigInteger.valueOf(ROWS[row][0] - ROWS[row - 1][0]);
        BigInteger[] rise = steps.multiply(c.subtract(low)).divideAndRemainder(high.subtract(low));
        return ROWS[row - 1][0] + rise[0].intValueExact() + rise[1].signum();
    }
}
