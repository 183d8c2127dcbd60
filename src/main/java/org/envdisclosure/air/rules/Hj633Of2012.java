package org.envdisclosure.air.rules;

import static org.envdisclosure.air.rules.Averaging.EIGHT_HOURS;
import static org.envdisclosure.air.rules.Averaging.ONE_HOUR;
import static org.envdisclosure.air.rules.Averaging.TWENTY_FOUR_HOURS;

import java.util.Map;

/** HJ 633-2012, table 1; µg/m³, CO mg/m³. */
final class Hj633Of2012 {

    /** Notes to the table: above 800 the index is that of the other average (SO2: 24 hours, O3: 1 hour). */
    private static final Iaqi NONE = Iaqi.NotDefined.ABOVE_COLUMN;

    //                                                   IAQI: 0   50  100  150   200   300   400   500
    private static final Ladder SO2_24H  = Ladder.of(          0,  50, 150, 475,  800, 1600, 2100, 2620);
    private static final Ladder SO2_1H   = Ladder.ending(NONE, 0, 150, 500, 650,  800);
    private static final Ladder NO2_24H  = Ladder.of(          0,  40,  80, 180,  280,  565,  750,  940);
    private static final Ladder NO2_1H   = Ladder.of(          0, 100, 200, 700, 1200, 2340, 3090, 3840);
    private static final Ladder CO_24H   = Ladder.of(          0,   2,   4,  14,   24,   36,   48,   60);
    private static final Ladder CO_1H    = Ladder.of(          0,   5,  10,  35,   60,   90,  120,  150);
    private static final Ladder O3_1H    = Ladder.of(          0, 160, 200, 300,  400,  800, 1000, 1200);
    private static final Ladder O3_8H    = Ladder.ending(NONE, 0, 100, 160, 215,  265,  800);
    private static final Ladder PM10_24H = Ladder.of(          0,  50, 150, 250,  350,  420,  500,  600);
    private static final Ladder PM25_24H = Ladder.of(          0,  35,  75, 115,  150,  250,  350,  500);

    /** The table has no 1-hour column for particles; the authority reads their 1-hour means on the 24-hour column. */
    static final IaqiTable TABLE = new IaqiTable(Map.of(
            Pollutant.SO2, Map.of(ONE_HOUR, SO2_1H, TWENTY_FOUR_HOURS, SO2_24H),
            Pollutant.NO2, Map.of(ONE_HOUR, NO2_1H, TWENTY_FOUR_HOURS, NO2_24H),
            Pollutant.CO, Map.of(ONE_HOUR, CO_1H, TWENTY_FOUR_HOURS, CO_24H),
            Pollutant.O3, Map.of(ONE_HOUR, O3_1H, EIGHT_HOURS, O3_8H),
            Pollutant.PM10, Map.of(ONE_HOUR, PM10_24H, TWENTY_FOUR_HOURS, PM10_24H),
            Pollutant.PM25, Map.of(ONE_HOUR, PM25_24H, TWENTY_FOUR_HOURS, PM25_24H)));

    private Hj633Of2012() {
    }
}
