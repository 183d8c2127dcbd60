package org.envdisclosure.air;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.place.Divisions;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.ValueRange;
import org.jspecify.annotations.Nullable;

/** From the cells of a station to a row of the register. */
final class StationCells {

    private static final ValueRange LONGITUDE = ValueRange.of("-180", "180");
    private static final ValueRange LATITUDE = ValueRange.of("-90", "90");
    private static final ValueRange ELEVATION = ValueRange.of("-500", "9000");
    private static final List<String> SITE_TYPES = List.of("urban", "regional", "background", "source_impact", "traffic");
    private static final List<String> LEVELS = List.of("national", "province", "city", "county");
    private static final int LONGEST_TEXT = 200;

    private final Map<String, LocalDate> newestVersions;
    private final Divisions divisions;

    /** @param newestVersions by station, the first day of its newest version: what a row without {@code valid_from} corrects */
    StationCells(Map<String, LocalDate> newestVersions, Divisions divisions) {
        this.newestVersions = newestVersions;
        this.divisions = divisions;
    }

    /** @throws Cells.Refused with {@code bad_<column>} */
    StationRow row(Function<String, @Nullable String> received) throws Cells.Refused {
        String code = received.apply("station_code");
        if (code == null || !Filters.CODE.matcher(code).matches()) {
            throw new Cells.Refused("bad_station_code");
        }
        Cells cells = new Cells(received);
        String name = cells.text("name", LONGEST_TEXT);
        if (name == null) {
            throw new Cells.Refused("missing_name");
        }
        LocalDate from = cells.date("valid_from");
        LocalDate to = cells.date("valid_to");
        LocalDate start = from != null ? from : newestVersions.getOrDefault(code, LocalDate.parse(Stations.START_NOT_KNOWN));
        if (to != null && !to.isAfter(start)) {
            throw new Cells.Refused("valid_to_not_after_valid_from");
        }
        String cityName = cells.text("city_name", LONGEST_TEXT);
        String cityCode = cells.code("city_code");
        return new StationRow(code, start, name, cells.text("name_en", LONGEST_TEXT),
                cityCode != null || cityName == null ? cityCode : divisions.codeOf(cityName), cityName, cells.code("division_code"),
                cells.number("longitude", LONGITUDE), cells.number("latitude", LATITUDE), cells.code("datum"),
                cells.number("elevation", ELEVATION), cells.word("site_type", SITE_TYPES), cells.word("control_level", LEVELS),
                cells.truth("in_city_evaluation"), pollutants(cells), cells.text("operator", LONGEST_TEXT), to);
    }

    private static @Nullable List<String> pollutants(Cells cells) throws Cells.Refused {
        List<String> words = cells.list("measured_pollutants");
        if (words != null && words.stream().anyMatch(word -> word == null || Pollutant.ofWire(word).isEmpty())) {
            throw new Cells.Refused("bad_measured_pollutants");
        }
        return words;
    }
}
