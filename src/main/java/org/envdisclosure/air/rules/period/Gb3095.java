package org.envdisclosure.air.rules.period;

import static org.envdisclosure.air.rules.Pollutant.CO;
import static org.envdisclosure.air.rules.Pollutant.NO2;
import static org.envdisclosure.air.rules.Pollutant.O3;
import static org.envdisclosure.air.rules.Pollutant.PM10;
import static org.envdisclosure.air.rules.Pollutant.PM25;
import static org.envdisclosure.air.rules.Pollutant.SO2;
import static org.envdisclosure.air.rules.period.LimitTable.NONE;
import static org.envdisclosure.air.rules.period.LimitTable.row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

import org.envdisclosure.air.rules.Pollutant;
import org.jspecify.annotations.Nullable;

/**
 * The ambient air quality standard with the limits of the six basic pollutants (table 1), side by side in the stages in which
 * they came into force: µg/m³, CO mg/m³.
 */
public enum Gb3095 {
    /** In force in the whole country from 2016-01-01, in many cities before; here for everything before 2026-03-01. */
    GB_3095_2012("GB 3095-2012", LocalDate.of(2016, 1, 1), new LimitTable(
            //         class 1: year   day    1h   class 2: year   day    1h
            row(SO2,              20,   50,  150,             60,  150,  500),
            row(NO2,              40,   80,  200,             40,   80,  200),
            row(CO,             NONE,    4,   10,           NONE,    4,   10),
            row(O3,             NONE,  100,  160,           NONE,  160,  200),
            row(PM10,             40,   50, NONE,             70,  150, NONE),
            row(PM25,             15,   35, NONE,             35,   75, NONE))),
    /** GB 3095-2026 until 2030-12-31 (4.4). */
    GB_3095_2026_TRANSITIONAL("GB 3095-2026 (transitional)", LocalDate.of(2026, 3, 1), new LimitTable(
            //         class 1: year   day    1h   class 2: year   day    1h
            row(SO2,              20,   50,  150,             60,  150,  500),
            row(NO2,              40,   80,  200,             40,   80,  200),
            row(CO,             NONE,    4,   10,           NONE,    4,   10),
            row(O3,             NONE,  100,  160,           NONE,  160,  200),
            row(PM10,             40,   50, NONE,             60,  120, NONE),
            row(PM25,             15,   35, NONE,             30,   60, NONE))),
    /** GB 3095-2026 from 2031-01-01 (4.4). */
    GB_3095_2026("GB 3095-2026", LocalDate.of(2031, 1, 1), new LimitTable(
            //         class 1: year   day    1h   class 2: year   day    1h
            row(SO2,              20,   50,  150,             20,   50,  150),
            row(NO2,              30,   50,  200,             30,   50,  200),
            row(CO,             NONE,    4,   10,           NONE,    4,   10),
            row(O3,             NONE,  100,  160,           NONE,  160,  200),
            row(PM10,             20,   50, NONE,             50,  100, NONE),
            row(PM25,             10,   25, NONE,             25,   50, NONE)));

    private final String label;
    private final LocalDate inForceFrom;
    private final LimitTable limits;

    Gb3095(String label, LocalDate inForceFrom, LimitTable limits) {
        this.label = label;
        this.inForceFrom = inForceFrom;
        this.limits = limits;
    }

    /** As published: {@code GB 3095-2012}, {@code GB 3095-2026 (transitional)} or {@code GB 3095-2026}. */
    public String label() {
        return label;
    }

    /** The first day on which these limits hold in the whole country. */
    public LocalDate inForceFrom() {
        return inForceFrom;
    }

    /** The stage for a calendar day of China; nothing here is judged by a standard older than that of 2012. */
    public static Gb3095 inForceOn(LocalDate day) {
        if (!day.isBefore(GB_3095_2026.inForceFrom)) {
            return GB_3095_2026;
        }
        return day.isBefore(GB_3095_2026_TRANSITIONAL.inForceFrom) ? GB_3095_2012 : GB_3095_2026_TRANSITIONAL;
    }

    /** Null where the standard has none: CO and ozone have no limit of a year, particles none of an hour. */
    public @Nullable BigDecimal limit(AreaClass area, Pollutant pollutant, LimitPeriod period) {
        return limits.limit(area, pollutant, period);
    }

    /**
     * What a statistic over a month, quarter or year is held against: the limit of a year, and of CO (95th percentile) and
     * ozone (90th percentile) that of a day.
     */
    public BigDecimal assessmentLimit(AreaClass area, Pollutant pollutant) {
        BigDecimal year = limit(area, pollutant, LimitPeriod.YEAR);
        return year != null ? year : Objects.requireNonNull(limit(area, pollutant, LimitPeriod.DAY));
    }
}
