package org.envdisclosure.air;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.place.Divisions;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.Received;
import org.envdisclosure.platform.measure.ReceivedValues;
import org.envdisclosure.platform.measure.ValueRange;
import org.envdisclosure.platform.time.TimeText;
import org.jspecify.annotations.Nullable;

/** From the cells of a station to a row of the register. Unlike a measurement, a register entry with a wrong cell is refused. */
final class StationCells {

    private static final ValueRange LONGITUDE = ValueRange.of("-180", "180");
    private static final ValueRange LATITUDE = ValueRange.of("-90", "90");
    private static final ValueRange ELEVATION = ValueRange.of("-500", "9000");
    private static final List<String> SITE_TYPES = List.of("urban", "regional", "background", "source_impact", "traffic");
    private static final List<String> LEVELS = List.of("national", "province", "city", "county");
    private static final int LONGEST_TEXT = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, LocalDate> newestVersions;
    private final Divisions divisions;

    /** @param newestVersions by station, the first day of its newest version: what a row without {@code valid_from} corrects */
    StationCells(Map<String, LocalDate> newestVersions, Divisions divisions) {
        this.newestVersions = newestVersions;
        this.divisions = divisions;
    }

    /** A cell that cannot be taken; {@code getMessage} is the reason word. */
    static final class Refused extends Exception {
        Refused(String reason) {
            super(reason, null, false, false);
        }
    }

    /** @throws Refused with {@code bad_<column>} */
    StationRow row(Function<String, @Nullable String> cell) throws Refused {
        String code = cell.apply("station_code");
        if (code == null || !Filters.CODE.matcher(code).matches()) {
            throw new Refused("bad_station_code");
        }
        String name = text(cell, "name");
        if (name == null) {
            throw new Refused("missing_name");
        }
        LocalDate from = date(cell, "valid_from");
        LocalDate to = date(cell, "valid_to");
        LocalDate start = from != null ? from : newestVersions.getOrDefault(code, LocalDate.parse(Stations.START_NOT_KNOWN));
        if (to != null && !to.isAfter(start)) {
            throw new Refused("valid_to_not_after_valid_from");
        }
        String cityName = text(cell, "city_name");
        String cityCode = code(cell, "city_code");
        return new StationRow(code, start, name, text(cell, "name_en"),
                cityCode != null || cityName == null ? cityCode : divisions.codeOf(cityName), cityName, code(cell, "division_code"),
                number(cell, "longitude", LONGITUDE), number(cell, "latitude", LATITUDE), code(cell, "datum"),
                number(cell, "elevation", ELEVATION), word(cell, "site_type", SITE_TYPES), word(cell, "control_level", LEVELS),
                truth(cell, "in_city_evaluation"), pollutants(cell), text(cell, "operator"), to);
    }

    private static @Nullable String given(Function<String, @Nullable String> cell, String column) {
        String text = cell.apply(column);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable String text(Function<String, @Nullable String> cell, String column) throws Refused {
        String text = given(cell, column);
        if (text != null && (text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl))) {
            throw new Refused("bad_" + column);
        }
        return text;
    }

    private static @Nullable String code(Function<String, @Nullable String> cell, String column) throws Refused {
        String text = given(cell, column);
        if (text != null && !Filters.CODE.matcher(text).matches()) {
            throw new Refused("bad_" + column);
        }
        return text;
    }

    private static @Nullable String word(Function<String, @Nullable String> cell, String column, List<String> allowed) throws Refused {
        String text = given(cell, column);
        if (text != null && !allowed.contains(text)) {
            throw new Refused("bad_" + column);
        }
        return text;
    }

    private static @Nullable LocalDate date(Function<String, @Nullable String> cell, String column) throws Refused {
        String text = given(cell, column);
        if (text == null) {
            return null;
        }
        return TimeText.date(text).orElseThrow(() -> new Refused("bad_" + column));
    }

    private static @Nullable BigDecimal number(Function<String, @Nullable String> cell, String column, ValueRange range) throws Refused {
        String text = given(cell, column);
        Received received = ReceivedValues.read(text, range);
        if (text != null && received.value() == null) {
            throw new Refused("bad_" + column);
        }
        return received.value();
    }

    private static boolean truth(Function<String, @Nullable String> cell, String column) throws Refused {
        String text = given(cell, column);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw new Refused("bad_" + column);
        }
        return text == null || text.equals("true");
    }

    /** A JSON array, or in CSV words joined by {@code ;}. */
    private static @Nullable List<String> pollutants(Function<String, @Nullable String> cell) throws Refused {
        String text = given(cell, "measured_pollutants");
        if (text == null) {
            return null;
        }
        List<String> words;
        try {
            words = text.startsWith("[") ? JSON.readValue(text, new TypeReference<List<String>>() { }) : Arrays.asList(text.split(";"));
        } catch (JsonProcessingException notAList) {
            throw new Refused("bad_measured_pollutants");
        }
        if (words.stream().anyMatch(word -> word == null || Pollutant.ofWire(word).isEmpty())) {
            throw new Refused("bad_measured_pollutants");
        }
        return words;
    }
}
