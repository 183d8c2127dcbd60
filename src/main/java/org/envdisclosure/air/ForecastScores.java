package org.envdisclosure.air;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.air.rules.period.ForecastOutcome;
import org.envdisclosure.air.rules.period.ForecastScore;
import org.envdisclosure.platform.ingest.Recomputation;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.rollup.Rollup;
import org.envdisclosure.platform.sql.CopyText;
import org.jspecify.annotations.Nullable;

/** How good the forecasts of a month were, for each issuer and lead time. A bucket is a city and the first day of a month. */
@ApplicationScoped
class ForecastScores implements Rollup {

    private static final int AT_ONCE = 200;
    private static final String OUTCOMES = """
            SELECT d.bucket_key, d.bucket_day, v.issuer, v.lead_day, v.city_name, v.level_hit, v.within_range, v.primary_hit, v.bias, v.data_status
              FROM rollup_due d
              JOIN air_forecasts_verification v ON v.city_code = d.bucket_key
               AND v.date >= d.bucket_day AND v.date < (d.bucket_day + interval '1 month')::date
             ORDER BY d.bucket_key, d.bucket_day, v.issuer, v.lead_day, v.date, v.issued_at
            """;

    private final Clock clock;

    ForecastScores(Clock clock) {
        this.clock = clock;
    }

    @Override
    public StoredTable table() {
        return ForecastTables.SCORES;
    }

    @Override
    public int bucketsAtOnce() {
        return AT_ONCE;
    }

    @Override
    public void compute(Connection connection, Stage stage) throws SQLException, IOException {
        Instant now = clock.instant();
        Recomputation.stageGroups(connection, OUTCOMES, first -> new Lead(first, now), stage);
    }

    /** One city, month, issuer and lead time. */
    private static final class Lead implements Recomputation.Group {
        private final Instant now;
        private final String city;
        private final LocalDate start;
        private final String issuer;
        private final int days;
        private final List<ForecastOutcome> outcomes = new ArrayList<>();
        private @Nullable String cityName;
        private int forecasts;
        private DataStatus lowest = DataStatus.FINAL;

        Lead(ResultSet row, Instant now) throws SQLException {
            this.now = now;
            this.city = row.getString("bucket_key");
            this.start = row.getObject("bucket_day", LocalDate.class);
            this.issuer = row.getString("issuer");
            this.days = row.getInt("lead_day");
        }

        @Override
        public boolean holds(ResultSet row) throws SQLException {
            return city.equals(row.getString("bucket_key")) && start.equals(row.getObject("bucket_day", LocalDate.class))
                    && issuer.equals(row.getString("issuer")) && days == row.getInt("lead_day");
        }

        @Override
        public void add(ResultSet row) throws SQLException {
            forecasts++;
            cityName = row.getString("city_name");
            DataStatus status = DataStatus.ofWire(row.getString("data_status")).orElse(DataStatus.REALTIME);
            lowest = DataStatus.lower(lowest, status);
            Boolean levelHit = row.getObject("level_hit", Boolean.class);
            if (levelHit != null) {
                outcomes.add(new ForecastOutcome(days, levelHit, row.getObject("within_range", Boolean.class), row.getBoolean("primary_hit"),
                        row.getBigDecimal("bias")));
            }
        }

        /** Where no day had an AQI the counts are zero. */
        @Override
        public void write(CopyText out) {
            ForecastScore score = ForecastScore.byLeadDay(outcomes).stream().findFirst().orElse(new ForecastScore(days, 0, 0, 0, 0, 0, null));
            out.text(city).text(issuer).integer(days).date(start)
                    .text(YearMonth.from(start).toString()).text(cityName).integer(forecasts).integer(score.verified())
                    .integer(score.levelHits()).number(score.levelHitRate()).integer(score.withRange()).integer(score.withinRange())
                    .number(score.withinRangeRate()).integer(score.primaryHits()).number(score.primaryHitRate()).number(score.bias())
                    .text(lowest.wire()).instant(now);
        }
    }
}
