package org.envdisclosure.air;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.ingest.StoredTable.Field;

import static org.envdisclosure.platform.ingest.StoredTable.field;

/** The tables of the air datasets as ingest writes them; their columns stand in the migrations of this room. */
final class AirTables {

    private static final TimeAxis HOUR_END = new TimeAxis("observed_at", TimeAxis.Kind.PERIOD_END);

    static final StoredTable STATIONS = new StoredTable("air-stations", "air_stations",
            List.of(field("station_code", "text"), field("valid_from", "date")),
            List.of(field("name", "text"), field("name_en", "text"), field("city_code", "text"), field("city_name", "text"),
                    field("division_code", "text"), field("longitude", "numeric"), field("latitude", "numeric"), field("datum", "text"),
                    field("elevation", "numeric"), field("site_type", "text"), field("control_level", "text"),
                    field("in_city_evaluation", "boolean"), field("measured_pollutants", "text[]"), field("operator", "text"),
                    field("valid_to", "date")),
            List.of(), List.of(), null, false);

    static final StoredTable HOURLY = new StoredTable("air-hourly", "air_hourly",
            List.of(field("station_code", "text"), field("observed_at", "timestamptz")),
            joined(concentrations(), List.of(field("o3_8h_received", "numeric"), field("pm25_24h_received", "numeric"),
                    field("pm10_24h_received", "numeric"), field("reported_aqi", "integer"), field("reported_primary_pollutants", "text[]"),
                    field("received_flags", "text[]"), field("received_text", "text"))),
            index(),
            List.of(field("o3_8h", "numeric"), field("pm25_24h", "numeric"), field("pm10_24h", "numeric"), field("flags", "text[]"),
                    field("revision_note", "text")),
            HOUR_END, true).withDigest();

    static final StoredTable CITY_HOURS = new StoredTable("air-cities-hourly", "air_cities_hourly",
            List.of(field("city_code", "text"), field("observed_at", "timestamptz")),
            List.of(),
            joined(List.of(field("city_name", "text"), field("level", "text")), concentrations(),
                    List.of(field("o3_8h", "numeric"), field("pm25_24h", "numeric"), field("pm10_24h", "numeric")), index(),
                    List.of(field("flags", "text[]"), field("stations_used", "integer"), field("stations_expected", "integer"),
                            field("data_status", "text"))),
            List.of(), HOUR_END, false);

    private AirTables() {
    }

    private static List<Field> concentrations() {
        return Arrays.stream(Pollutant.values()).map(pollutant -> field(pollutant.column(), "numeric")).toList();
    }

    static List<Field> index() {
        List<Field> fields = new ArrayList<>();
        for (Pollutant pollutant : Pollutant.values()) {
            fields.add(field("iaqi_" + pollutant.column(), "integer"));
        }
        fields.addAll(List.of(field("aqi", "integer"), field("aqi_level", "integer"), field("primary_pollutants", "text[]"),
                field("aqi_standard", "text"), field("aqi_na_reason", "text"), field("beyond_index", "boolean")));
        return fields;
    }

    @SafeVarargs
    static List<Field> joined(List<Field>... groups) {
        return Stream.of(groups).flatMap(List::stream).toList();
    }
}
