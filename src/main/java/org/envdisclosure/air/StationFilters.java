package org.envdisclosure.air;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.dataset.Relation;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Questions about stations and their cities. */
final class StationFilters {

    private static final Filter.Parameter CITY = new Filter.Parameter("city",
            LocalizedText.of("城市代码（GB/T 2260）或准确名称", "City codes (GB/T 2260) or exact names"), "990100", true);

    private StationFilters() {
    }

    /** The relation has the city itself. */
    static Filter cityOfRegister() {
        return Filters.single(CITY, (values, asOf) -> Sql.or(List.of(Sql.oneOf("city_code", values), Sql.oneOf("city_name", values))));
    }

    /**
     * The station belonged to the city in that hour. The list of the city's stations is settled first, so that the index on
     * station and hour serves long spans; the exact membership is held against each row.
     */
    static Filter cityOfHour() {
        return Filters.single(CITY, StationFilters::cityOfHour);
    }

    /** The station belonged to the city on that day. */
    static Filter cityOfDay() {
        return Filters.single(CITY, (values, asOf) -> cityOf("air_daily",
                "air_daily.date >= air_stations.valid_from AND (air_stations.valid_to IS NULL OR air_daily.date < air_stations.valid_to)", values, asOf));
    }

    private static Sql cityOfHour(List<String> values, @Nullable AsOf asOf) {
        return cityOf("air_hourly", "hour_within(air_hourly.observed_at, air_stations.valid_from, air_stations.valid_to)", values, asOf);
    }

    private static Sql cityOf(String table, String within, List<String> values, @Nullable AsOf asOf) {
        Sql register = Relation.revisedAt("air-stations", "air_stations", AirColumns.names(AirColumns.station()), asOf);
        return Sql.of("station_code = ANY(ARRAY(SELECT DISTINCT station_code FROM ").then(register)
                .then(" WHERE ").then(Sql.or(List.of(Sql.oneOf("city_code", values), Sql.oneOf("city_name", values)))).then("))")
                .then(" AND EXISTS (SELECT 1 FROM ").then(register)
                .then(" WHERE ").then(Sql.or(List.of(Sql.oneOf("air_stations.city_code", values), Sql.oneOf("air_stations.city_name", values))))
                .then(" AND air_stations.station_code = " + table + ".station_code AND " + within + ")");
    }

    /** Cities unless counties are asked for. */
    static Filter level() {
        Filter.Parameter parameter = new Filter.Parameter("level",
                LocalizedText.of("city（默认）或 county", "city (default) or county"), "city", false);
        return new Filter() {
            @Override
            public List<Parameter> parameters() {
                return List.of(parameter);
            }

            @Override
            public boolean appliesAlways() {
                return true;
            }

            @Override
            public Sql condition(Map<String, List<String>> given, @Nullable AsOf asOf, Instant now) {
                List<String> levels = given.getOrDefault("level", List.of("city"));
                levels.forEach(level -> Filters.requireWord("level", level, List.of("city", "county")));
                return Sql.oneOf("level", levels);
            }
        };
    }
}
