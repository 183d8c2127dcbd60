package org.envdisclosure.air;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.envdisclosure.air.rules.AqiLevel;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.period.AqiForecast;
import org.envdisclosure.air.rules.period.ForecastOutcome;
import org.envdisclosure.platform.ingest.Recomputation;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.rollup.Rollup;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.platform.sql.TextArray;
import org.jspecify.annotations.Nullable;

/** Forecasts held against the city's day as it came. A bucket is a city and a day, with every forecast of it. */
@ApplicationScoped
class ForecastVerification implements Rollup {

    private static final int AT_ONCE = 500;
    private static final List<AqiLevel> LEVELS = List.of(AqiLevel.values());
    private static final String FORECASTS = """
            SELECT f.city_code, f.issuer, f.issued_at, f.date, f.aqi_low, f.aqi_high, f.aqi_level_low, f.aqi_level_high, f.primary_pollutants,
                   f.text, f.city_name, f.lead_day, f.supersedes, c.aqi AS observed_aqi, c.aqi_level AS observed_level,
                   c.primary_pollutants AS observed_primary_pollutants, c.data_status
              FROM rollup_due d
              JOIN air_forecasts f ON f.city_code = d.bucket_key AND f.date = d.bucket_day
              JOIN air_cities_daily c ON c.city_code = d.bucket_key AND c.date = d.bucket_day
            """;

    private final Clock clock;

    ForecastVerification(Clock clock) {
        this.clock = clock;
    }

    @Override
    public StoredTable table() {
        return ForecastTables.VERIFICATION;
    }

    @Override
    public int bucketsAtOnce() {
        return AT_ONCE;
    }

    @Override
    public void published(Connection connection, long revision) throws SQLException {
        StaleVerification.followVerification(connection);
    }

    @Override
    public void compute(Connection connection, Stage stage) throws SQLException, IOException {
        Instant now = clock.instant();
        Recomputation.stageRows(connection, FORECASTS, (row, out) -> write(row, now, out), stage);
    }

    private static void write(ResultSet row, Instant now, CopyText out) throws SQLException {
        List<String> observedPrimary = texts(row.getArray("observed_primary_pollutants"));
        ForecastOutcome outcome = outcome(row, observedPrimary);
        out.text(row.getString("city_code")).text(row.getString("issuer")).instant(instant(row, "issued_at")).date(row.getObject("date", LocalDate.class))
                .integer(whole(row, "aqi_low")).integer(whole(row, "aqi_high"))
                .integer(whole(row, "aqi_level_low")).integer(whole(row, "aqi_level_high"))
                .texts(texts(row.getArray("primary_pollutants"))).text(row.getString("text"))
                .text(row.getString("city_name")).integer(whole(row, "lead_day")).instant(instant(row, "supersedes"))
                .integer(whole(row, "observed_aqi")).integer(whole(row, "observed_level")).texts(observedPrimary);
        out.bool(outcome == null ? null : outcome.levelHit()).bool(outcome == null ? null : outcome.withinRange())
                .bool(outcome == null ? null : outcome.primaryHit()).number(outcome == null ? null : outcome.bias())
                .text(row.getString("data_status")).instant(now);
    }

    /** Null where the day has no AQI. */
    private static @Nullable ForecastOutcome outcome(ResultSet row, @Nullable List<String> observedPrimary) throws SQLException {
        Integer observed = whole(row, "observed_aqi");
        return observed == null ? null : ForecastOutcome.of(forecast(row), observed, pollutants(observedPrimary));
    }

    private static AqiForecast forecast(ResultSet row) throws SQLException {
        Integer low = whole(row, "aqi_low");
        Integer high = whole(row, "aqi_high");
        return new AqiForecast(row.getInt("lead_day"), LEVELS.get(row.getInt("aqi_level_low") - 1), LEVELS.get(row.getInt("aqi_level_high") - 1),
                low == null || high == null ? null : new AqiForecast.AqiRange(low, high),
                pollutants(texts(row.getArray("primary_pollutants"))).stream().collect(Collectors.toSet()));
    }

    private static List<Pollutant> pollutants(@Nullable List<String> names) {
        return names == null ? List.of() : names.stream().flatMap(name -> Pollutant.ofWire(name).stream()).toList();
    }

    private static @Nullable List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? null : TextArray.of(array);
    }

    private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
