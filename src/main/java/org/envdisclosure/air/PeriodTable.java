package org.envdisclosure.air;

import static org.envdisclosure.platform.ingest.StoredTable.field;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.ingest.StoredTable.Field;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.measure.CalendarPeriod;

/** The five tables of periods: months, quarters and years of stations or cities, each with the columns its dataset declares. */
enum PeriodTable {
    STATION_MONTHS("air-monthly", "air_monthly", CalendarPeriod.Kind.MONTH, false),
    STATION_YEARS("air-annual", "air_annual", CalendarPeriod.Kind.YEAR, false),
    CITY_MONTHS("air-cities-monthly", "air_cities_monthly", CalendarPeriod.Kind.MONTH, true),
    CITY_QUARTERS("air-cities-quarterly", "air_cities_quarterly", CalendarPeriod.Kind.QUARTER, true),
    CITY_YEARS("air-cities-annual", "air_cities_annual", CalendarPeriod.Kind.YEAR, true);

    static final TimeAxis TIME = new TimeAxis("period_start", TimeAxis.Kind.DAY);

    private final String dataset;
    private final String table;
    private final CalendarPeriod.Kind kind;
    private final boolean cities;

    PeriodTable(String dataset, String table, CalendarPeriod.Kind kind, boolean cities) {
        this.dataset = dataset;
        this.table = table;
        this.kind = kind;
        this.cities = cities;
    }

    String dataset() {
        return dataset;
    }

    String table() {
        return table;
    }

    CalendarPeriod.Kind kind() {
        return kind;
    }

    boolean ofCities() {
        return cities;
    }

    /** The column with the code of the station or city. */
    String place() {
        return cities ? "city_code" : "station_code";
    }

    /** The table of the days it rests on. */
    String days() {
        return cities ? "air_cities_daily" : "air_daily";
    }

    /** PostgreSQL's word for the kind of period. */
    String unit() {
        return kind.wire();
    }

    /** A period's length as an interval. */
    String length() {
        return switch (kind) {
            case MONTH -> "1 month";
            case QUARTER -> "3 months";
            case YEAR -> "1 year";
        };
    }

    /** Everything the dataset declares, in its order. */
    List<Column> columns() {
        CalendarPeriod example = CalendarPeriod.containing(kind, kind == CalendarPeriod.Kind.YEAR ? LocalDate.of(2027, 1, 1) : LocalDate.of(2026, 7, 1));
        boolean ofYear = kind == CalendarPeriod.Kind.YEAR;
        return Stream.of(cities ? PeriodColumns.city() : PeriodColumns.station(), PeriodColumns.period(example), PeriodColumns.values(example),
                PeriodColumns.days(example), PeriodColumns.assessment(ofYear), PeriodColumns.comparison(), PeriodColumns.withoutExceptional(ofYear),
                AirColumns.status(), DailyColumns.computed()).flatMap(List::stream).toList();
    }

    StoredTable stored() {
        List<Field> key = List.of(field(place(), "text"), field("period", "text"));
        List<Field> computed = columns().stream()
                .filter(column -> !column.name().equals(place()) && !column.name().equals("period") && !column.name().equals("computed_at"))
                .map(column -> field(column.name(), column.type().sqlType())).toList();
        return new StoredTable(dataset, table, key, List.of(), computed, List.of(field("computed_at", "timestamptz")), TIME, false);
    }
}
