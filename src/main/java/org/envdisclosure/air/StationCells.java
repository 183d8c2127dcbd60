package org.envdisclosure.air;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.place.Divisions;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.platform.measure.ValueRange;
import org.envdisclosure.platform.register.VersionRow;
import org.jspecify.annotations.Nullable;

/** From the cells of a station to the values of a version. */
final class StationCells {

    private static final ValueRange LONGITUDE = ValueRange.of("-180", "180");
    private static final ValueRange LATITUDE = ValueRange.of("-90", "90");
    private static final ValueRange ELEVATION = ValueRange.of("-500", "9000");
    private static final List<String> SITE_TYPES = List.of("urban", "regional", "background", "source_impact", "traffic");
    private static final List<String> LEVELS = List.of("national", "province", "city", "county");
    private static final int LONGEST_TEXT = 200;

    private final Divisions divisions;

    StationCells(Divisions divisions) {
        this.divisions = divisions;
    }

    /** @throws Cells.Refused with {@code bad_<column>} or {@code missing_name} */
    Map<String, Object> values(Cells cells) throws Cells.Refused {
        String name = cells.text("name", LONGEST_TEXT);
        if (name == null) {
            throw new Cells.Refused("missing_name");
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("name_en", cells.text("name_en", LONGEST_TEXT));
        String cityName = cells.text("city_name", LONGEST_TEXT);
        String cityCode = cells.code("city_code");
        values.put("city_code", cityCode != null || cityName == null ? cityCode : divisions.codeOf(cityName));
        values.put("city_name", cityName);
        values.put("division_code", cells.code("division_code"));
        values.put("longitude", cells.number("longitude", LONGITUDE));
        values.put("latitude", cells.number("latitude", LATITUDE));
        values.put("datum", cells.code("datum"));
        values.put("elevation", cells.number("elevation", ELEVATION));
        values.put("site_type", cells.word("site_type", SITE_TYPES));
        values.put("control_level", cells.word("control_level", LEVELS));
        values.put("in_city_evaluation", cells.truth("in_city_evaluation"));
        values.put("measured_pollutants", pollutants(cells));
        values.put("operator", cells.text("operator", LONGEST_TEXT));
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
