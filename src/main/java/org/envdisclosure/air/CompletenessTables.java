package org.envdisclosure.air;

import static org.envdisclosure.platform.ingest.StoredTable.field;

import java.util.List;
import java.util.stream.Stream;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.ingest.StoredTable.Field;

/** The tables of the valid-data rate as the roll-ups write them; their columns stand in the migrations of this room. */
final class CompletenessTables {

    static final StoredTable MONTHS = of("air-completeness", "air_completeness", field("gaps", "text[]"));
    static final StoredTable YEARS = of("air-completeness-annual", "air_completeness_annual", field("longest_gap", "text"));

    private CompletenessTables() {
    }

    private static StoredTable of(String dataset, String name, Field gaps) {
        List<Field> counts = Stream.of("hours_expected", "hours_received", "hours_valid", "hours_not_monitored").map(column -> field(column, "integer")).toList();
        return new StoredTable(dataset, name, List.of(field("station_code", "text"), field("period", "text"), field("pollutant", "text")), List.of(),
                AirTables.joined(List.of(field("period_start", "date"), field("period_end", "date")), counts,
                        List.of(field("valid_rate", "numeric"), field("days_valid", "integer"), field("gaps_count", "integer"),
                                field("longest_gap_hours", "integer"), gaps, field("data_status", "text"))),
                List.of(field("computed_at", "timestamptz")), PeriodTable.TIME, false);
    }
}
