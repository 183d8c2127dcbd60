package org.envdisclosure.air;

import java.util.List;
import java.util.Optional;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.register.RegisterFilters;
import org.envdisclosure.platform.sql.Sql;

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

    /** The station belonged to the city in that hour. */
    static Filter cityOfHour() {
        return RegisterFilters.belongingWithin(CITY, AirTables.STATIONS, "air_hourly",
                "hour_within(air_hourly.observed_at, air_stations.valid_from, air_stations.valid_to)", "city_code", "city_name");
    }

    /** The station belonged to the city on that day. */
    static Filter cityOfDay() {
        return RegisterFilters.belonging(CITY, AirTables.STATIONS, "air_daily", "air_daily.date", "city_code", "city_name");
    }

    /** The station belonged to the city on some day of the period. */
    static Filter cityOfPeriod(String table) {
        return RegisterFilters.belongingWithin(CITY, AirTables.STATIONS, table,
                "%1$s.period_end > air_stations.valid_from AND (air_stations.valid_to IS NULL OR %1$s.period_start < air_stations.valid_to)".formatted(table),
                "city_code", "city_name");
    }

    /** Quarters and years by name; a month has the parameter that every dataset takes. */
    static Optional<Filter> period(CalendarPeriod.Kind kind) {
        return switch (kind) {
            case MONTH -> Optional.empty();
            case QUARTER -> Optional.of(Filters.periods("quarter", "period", LocalizedText.of("季，如 2026-Q3", "Quarters such as 2026-Q3"), "2026-Q3", Filters.QUARTER));
            case YEAR -> Optional.of(Filters.periods("year", "period", LocalizedText.of("年，如 2026", "Years such as 2026"), "2026", Filters.YEAR));
        };
    }

    /** Cities unless counties are asked for. */
    static Filter level() {
        return Filters.wordsOr("city", "level", "level", List.of("city", "county"),
                LocalizedText.of("city（默认）或 county", "city (default) or county"));
    }
}
