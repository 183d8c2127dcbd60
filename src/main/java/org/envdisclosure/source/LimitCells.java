package org.envdisclosure.source;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.envdisclosure.place.Site;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.platform.measure.ValueRange;
import org.envdisclosure.platform.register.VersionRow;
import org.envdisclosure.source.rules.Factor;
import org.envdisclosure.source.rules.OutletCode;
import org.jspecify.annotations.Nullable;

/**
 * From the cells of a limit to the values of a version.
 *
 * @param outlets that are registered, by {@code outlet_id}
 */
record LimitCells(Set<String> outlets) {

    private static final ValueRange ANY = ValueRange.of("-999999999999", "999999999999");
    private static final Pattern FACTOR = Pattern.compile("[A-Za-z0-9_-]{1,20}");

    /** @throws Cells.Refused with {@code bad_<column>}, {@code missing_<column>}, {@code unknown_outlet_code} or {@code limit_low_over_limit_high} */
    Map<String, Object> values(Cells cells) throws Cells.Refused {
        List<String> parts = MadeCode.LIMIT.partsOf(cells);
        requireParts(parts);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            values.put(MadeCode.LIMIT.parts().get(i), parts.get(i));
        }
        String factor = parts.get(2);
        String name = cells.text("factor_name", Site.LONGEST_NAME);
        values.put("factor_name", name != null ? name : Factor.of(factor).map(known -> known.name().zh()).orElse(null));
        limits(cells, factor, values);
        values.put("judged_on", cells.word("judged_on", SourceColumns.JUDGED_ON));
        values.put("limit_standard", cells.text("limit_standard", Site.LONGEST_NAME));
        values.put("basis", cells.word("basis", SourceColumns.BASES));
        return VersionRow.present(values);
    }

    private void requireParts(List<String> parts) throws Cells.Refused {
        if (!OutletCode.isOne(parts.get(1))) {
            throw new Cells.Refused("bad_outlet_code");
        }
        if (!FACTOR.matcher(parts.get(2)).matches()) {
            throw new Cells.Refused("bad_factor_code");
        }
        if (!SourceColumns.AVERAGINGS.contains(parts.get(parts.size() - 1))) {
            throw new Cells.Refused("bad_averaging");
        }
        if (!outlets.contains(parts.get(0) + "." + parts.get(1))) {
            throw new Cells.Refused("unknown_outlet_code");
        }
    }

    private static void limits(Cells cells, String factor, Map<String, @Nullable Object> values) throws Cells.Refused {
        BigDecimal low = cells.number("limit_low", ANY);
        BigDecimal high = cells.number("limit_high", ANY);
        if (low == null && high == null) {
            throw new Cells.Refused("missing_limit_high");
        }
        if (low != null && high != null && low.compareTo(high) > 0) {
            throw new Cells.Refused("limit_low_over_limit_high");
        }
        values.put("limit_low", low);
        values.put("limit_high", high);
        String unit = cells.text("unit", Site.LONGEST_NAME);
        // the code of a factor does not tell the unit of what was sent
        if (unit == null && !factor.equals(Factor.PH)) {
            throw new Cells.Refused("missing_unit");
        }
        values.put("unit", unit);
    }
}
