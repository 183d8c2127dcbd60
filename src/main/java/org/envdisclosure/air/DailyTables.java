package org.envdisclosure.air;

import static org.envdisclosure.platform.ingest.StoredTable.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.ingest.StoredTable.Field;

/** The daily tables as the roll-up writes them; their columns stand in the migrations of this room. */
final class DailyTables {

    /** What makes a day more than a row: with none of these it is no input of a period. */
    static final List<String> VALUES = List.of("pm25", "pm10", "so2", "no2", "co", "o3_8h_max", "aqi");

    private static final TimeAxis DAY = new TimeAxis("date", TimeAxis.Kind.DAY);

    static final StoredTable STATIONS = new StoredTable("air-daily", "air_daily",
            List.of(field("station_code", "text"), field("date", "date")), List.of(),
            AirTables.joined(values(), validHours(), end()), List.of(field("computed_at", "timestamptz")), DAY, false);

    static final StoredTable CITIES = new StoredTable("air-cities-daily", "air_cities_daily",
            List.of(field("city_code", "text"), field("date", "date")), List.of(),
            AirTables.joined(List.of(field("city_name", "text"), field("level", "text")), values(),
                    List.of(field("valid_hours", "integer"), field("stations_used", "integer"), field("stations_expected", "integer")), end()),
            List.of(field("computed_at", "timestamptz")), DAY, false);

    private DailyTables() {
    }

    /** Whether the day of the alias has any of {@link #VALUES}. */
    static String hasValue(String alias) {
        return "num_nonnulls(" + String.join(", ", VALUES.stream().map(column -> alias + "." + column).toList()) + ") > 0";
    }

    private static List<Field> values() {
        List<Field> fields = new ArrayList<>();
        for (String column : List.of("pm25", "pm10", "so2", "no2", "co", "o3_8h_max", "o3_1h_max")) {
            fields.add(field(column, "numeric"));
        }
        fields.addAll(AirTables.index());
        return fields;
    }

    private static List<Field> validHours() {
        return Stream.concat(Stream.concat(Stream.of("valid_hours"), Arrays.stream(Pollutant.values()).map(pollutant -> "valid_hours_" + pollutant.column())),
                Stream.of("valid_windows_o3_8h")).map(column -> field(column, "integer")).toList();
    }

    private static List<Field> end() {
        return List.of(field("complete", "boolean"), field("flags", "text[]"), field("data_status", "text"));
    }
}
