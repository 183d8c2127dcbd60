package org.envdisclosure.air;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.place.Divisions;
import org.envdisclosure.place.Site;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.platform.measure.ValueRange;
import org.envdisclosure.platform.register.VersionRow;
import org.jspecify.annotations.Nullable;

/** From the cells of a station to the values of a version. */
final class StationCells {

    private static final ValueRange ELEVATION = ValueRange.of("-500", "9000");
    /** A city is judged by these; the others stand for a region, a background, a source or a street. */
    private static final String URBAN = "urban";
    private static final List<String> SITE_TYPES = List.of(URBAN, "regional", "background", "source_impact", "traffic");
    private static final List<String> LEVELS = List.of("national", "province", "city", "county");

    private final Divisions divisions;

    StationCells(Divisions divisions) {
        this.divisions = divisions;
    }

    /** @throws Cells.Refused with {@code bad_<column>} or {@code missing_name} */
    Map<String, Object> values(Cells cells) throws Cells.Refused {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Site.read(cells, values);
        values.put("name_en", cells.text("name_en", Site.LONGEST_NAME));
        String cityName = cells.text("city_name", Site.LONGEST_NAME);
        String cityCode = cells.code("city_code");
        values.put("city_code", cityCode != null || cityName == null ? cityCode : divisions.codeOf(cityName));
        values.put("city_name", cityName);
        values.put("division_code", cells.code("division_code"));
        values.put("elevation", cells.number("elevation", ELEVATION));
        String siteType = cells.word("site_type", SITE_TYPES);
        values.put("site_type", siteType);
        values.put("control_level", cells.word("control_level", LEVELS));
        values.put("in_city_evaluation", cells.truth("in_city_evaluation", siteType == null || siteType.equals(URBAN)));
        values.put("measured_pollutants", pollutants(cells));
        values.put("operator", cells.text("operator", Site.LONGEST_NAME));
        return VersionRow.present(values);
    }

    private static @Nullable List<String> pollutants(Cells cells) throws Cells.Refused {
        List<String> words = cells.list("measured_pollutants");
        if (words != null && words.stream().anyMatch(word -> word == null || Pollutant.ofWire(word).isEmpty())) {
            throw new Cells.Refused("bad_measured_pollutants");
        }
        return words;
    }
}
