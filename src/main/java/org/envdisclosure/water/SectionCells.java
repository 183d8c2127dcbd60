package org.envdisclosure.water;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.envdisclosure.place.Site;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.platform.register.VersionRow;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.Waterbody;
import org.jspecify.annotations.Nullable;

/** From the cells of a section to the values of a version. */
final class SectionCells {

    private static final List<String> WATERBODIES = Arrays.stream(Waterbody.values()).map(Waterbody::wire).toList();

    private SectionCells() {
    }

    /** @throws Cells.Refused with {@code bad_<column>} or {@code missing_name} */
    static Map<String, Object> values(Cells cells) throws Cells.Refused {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Site.read(cells, values);
        for (String column : List.of("province", "basin", "river")) {
            values.put(column, cells.text(column, Site.LONGEST_NAME));
        }
        values.put("waterbody", Objects.requireNonNullElse(cells.word("waterbody", WATERBODIES), Waterbody.RIVER.wire()));
        values.put("target_class", cells.word("target_class", List.of(WaterColumns.targets())));
        values.put("control_level", cells.word("control_level", WaterColumns.LEVELS));
        values.put("section_role", cells.word("section_role", WaterColumns.ROLES));
        values.put("responsible_city_code", cells.code("responsible_city_code"));
        values.put("characteristic_items", items(cells));
        return VersionRow.present(values);
    }

    private static @Nullable List<String> items(Cells cells) throws Cells.Refused {
        List<String> words = cells.list("characteristic_items");
        if (words != null && words.stream().anyMatch(word -> word == null || WaterItem.ofColumn(word).filter(WaterItem::isBasic).isEmpty())) {
            throw new Cells.Refused("bad_characteristic_items");
        }
        return words;
    }
}
