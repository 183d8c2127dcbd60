package org.envdisclosure.water.rules;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Table 1 of one edition of GB 3838: five limits for each item, some of them for standing water only. */
final class LimitTable {

    private static final int COLUMNS = WaterClass.V.ordinal() + 1;

    private final Map<WaterItem, List<BigDecimal>> common = new EnumMap<>(WaterItem.class);
    private final Map<WaterItem, List<BigDecimal>> standing = new EnumMap<>(WaterItem.class);

    LimitTable(Row... rows) {
        Arrays.stream(rows).forEach(row -> (row.standingOnly ? standing : common).put(row.item, row.limits));
    }

    /** A line of the table, classes I to V. */
    static Row row(WaterItem item, String... limits) {
        return new Row(item, false, numbers(item, limits));
    }

    /** A line that holds for lakes and reservoirs and there comes before another of the same item. */
    static Row standing(WaterItem item, String... limits) {
        return new Row(item, true, numbers(item, limits));
    }

    /** Null where the table has no line for the item, and for {@link WaterClass#INFERIOR_V}. */
    @Nullable BigDecimal limit(WaterItem item, Waterbody waterbody, WaterClass waterClass) {
        List<BigDecimal> own = waterbody.isStanding() ? standing.get(item) : null;
        List<BigDecimal> limits = own == null ? common.get(item) : own;
        return limits == null || waterClass == WaterClass.INFERIOR_V ? null : limits.get(waterClass.ordinal());
    }

    private static List<BigDecimal> numbers(WaterItem item, String... limits) {
        if (limits.length != COLUMNS) {
            throw new IllegalArgumentException("%s has %d limits, not %d".formatted(item, limits.length, COLUMNS));
        }
        return Arrays.stream(limits).map(BigDecimal::new).toList();
    }

    record Row(WaterItem item, boolean standingOnly, List<BigDecimal> limits) {
    }
}
