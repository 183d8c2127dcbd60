package org.envdisclosure.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.envdisclosure.place.Site;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.platform.measure.ValueRange;
import org.envdisclosure.platform.register.Register;
import org.envdisclosure.platform.register.VersionRow;
import org.envdisclosure.source.rules.OutletCode;
import org.jspecify.annotations.Nullable;

/**
 * From the cells of an outlet to the values of a version.
 *
 * @param sources that are registered
 * @param places  of the outlets of sensitive sources
 */
record OutletCells(Set<String> sources, ExactPlaces places) {

    private static final ValueRange OXYGEN = ValueRange.of("0", "21");

    /** @throws Cells.Refused with {@code bad_<column>}, {@code missing_<column>} or {@code unknown_source_id} */
    Map<String, Object> values(Cells cells) throws Cells.Refused {
        List<String> parts = MadeCode.OUTLET.partsOf(cells);
        String source = parts.get(0);
        String outlet = parts.get(1);
        if (!sources.contains(source)) {
            throw new Cells.Refused("unknown_source_id");
        }
        if (!OutletCode.isOne(outlet)) {
            throw new Cells.Refused("bad_outlet_code");
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("source_id", source);
        values.put("outlet_code", outlet);
        values.put("name", cells.text("name", Site.LONGEST_NAME));
        values.put("medium", Objects.requireNonNullElse(cells.word("medium", SourceColumns.MEDIA), OutletCode.medium(outlet)));
        values.put("discharge_to", cells.text("discharge_to", Site.LONGEST_NAME));
        values.put("reference_oxygen", cells.number("reference_oxygen", OXYGEN));
        Site.readPlace(cells, values);
        places.restore(MadeCode.OUTLET.of(cells), cells.date(Register.VALID_FROM), values);
        return VersionRow.present(values);
    }
}
