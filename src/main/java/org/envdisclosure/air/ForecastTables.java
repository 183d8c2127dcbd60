package org.envdisclosure.air;

import static org.envdisclosure.platform.ingest.StoredTable.field;

import java.util.List;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.ingest.StoredTable.Field;

/** The tables of forecasts, of what came, and of how good they were; their columns stand in the migrations of this room. */
final class ForecastTables {

    private static final TimeAxis DAY = new TimeAxis("date", TimeAxis.Kind.DAY);
    private static final List<Field> KEY = List.of(field("city_code", "text"), field("issuer", "text"), field("issued_at", "timestamptz"), field("date", "date"));
    private static final List<Field> FORETOLD = List.of(field("aqi_low", "integer"), field("aqi_high", "integer"), field("aqi_level_low", "integer"),
            field("aqi_level_high", "integer"), field("primary_pollutants", "text[]"), field("text", "text"));
    private static final List<Field> FROM_ELSEWHERE = List.of(field("city_name", "text"), field("lead_day", "integer"));
    private static final List<Field> SUPERSEDES = List.of(field("supersedes", "timestamptz"));
    private static final List<Field> OUTCOME = List.of(field("observed_aqi", "integer"), field("observed_level", "integer"),
            field("observed_primary_pollutants", "text[]"), field("level_hit", "boolean"), field("within_range", "boolean"),
            field("primary_hit", "boolean"), field("bias", "numeric"), field("data_status", "text"));
    private static final List<Field> COMPUTED_AT = List.of(field("computed_at", "timestamptz"));

    static final StoredTable FORECASTS = new StoredTable("air-forecasts", "air_forecasts", KEY, FORETOLD, FROM_ELSEWHERE, SUPERSEDES, DAY, false);

    static final StoredTable VERIFICATION = new StoredTable("air-forecasts-verification", "air_forecasts_verification", KEY, List.of(),
            AirTables.joined(FORETOLD, FROM_ELSEWHERE, SUPERSEDES, OUTCOME), COMPUTED_AT, DAY, false);

    static final StoredTable SCORES = new StoredTable("air-forecasts-scores", "air_forecasts_scores",
            List.of(field("city_code", "text"), field("issuer", "text"), field("lead_day", "integer"), field("period_start", "date")), List.of(),
            List.of(field("period", "text"), field("city_name", "text"), field("forecasts", "integer"), field("verified", "integer"),
                    field("level_hits", "integer"), field("level_hit_rate", "numeric"), field("with_range", "integer"), field("within_range", "integer"),
                    field("within_range_rate", "numeric"), field("primary_hits", "integer"), field("primary_hit_rate", "numeric"),
                    field("bias", "numeric"), field("data_status", "text")),
            COMPUTED_AT, PeriodTable.TIME, false);

    private ForecastTables() {
    }
}
