package org.envdisclosure.air.rules.period;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import org.envdisclosure.air.rules.Pollutant;
import org.jspecify.annotations.Nullable;

/** Table 1 of one edition of GB 3095: for each pollutant three limits of class 1 and three of class 2. */
final class LimitTable {

    /** The standard has no such limit. */
    static final int NONE = -1;

    private static final int COLUMNS = 2 * LimitPeriod.values().length;

    private final Map<Pollutant, int[]> rows = new EnumMap<>(Pollutant.class);

    LimitTable(Row... rows) {
        Arrays.stream(rows).forEach(row -> this.rows.put(row.pollutant, row.limits));
    }

    static Row row(Pollutant pollutant, int... limits) {
        if (limits.length != COLUMNS) {
            throw new IllegalArgumentException("%s has %d limits, not %d".formatted(pollutant, limits.length, COLUMNS));
        }
        return new Row(pollutant, limits);
    }

    @Nullable BigDecimal limit(AreaClass area, Pollutant pollutant, LimitPeriod period) {
        int limit = rows.get(pollutant)[area.ordinal() * LimitPeriod.values().length + period.ordinal()];
        return limit == NONE ? null : BigDecimal.valueOf(limit);
    }

    /** One pollutant's line of the table; not a record, since it holds an array. */
    static final class Row {
        private final Pollutant pollutant;
        private final int[] limits;

        private Row(Pollutant pollutant, int[] limits) {
            this.pollutant = pollutant;
            this.limits = limits;
        }
    }
}
