package org.envdisclosure.air;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.air.rules.period.Completeness;
import org.envdisclosure.platform.ingest.Recomputation;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.rollup.Rollup;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.platform.sql.TextArray;
import org.envdisclosure.platform.time.ChinaTime;
import org.jspecify.annotations.Nullable;

/** The valid-data rate of a station's year, from its months. */
@ApplicationScoped
class CompletenessYears implements Rollup {

    private static final int AT_ONCE = 500;
    private static final String MONTHS = """
            SELECT d.bucket_key, d.bucket_day, c.pollutant, c.hours_expected, c.hours_received, c.hours_valid, c.hours_not_monitored,
                   c.days_valid, c.gaps, c.data_status,
                   max(c.hours_received) OVER (PARTITION BY d.bucket_key, d.bucket_day, c.period) > 0 AS has_rows
              FROM rollup_due d
              JOIN air_completeness c ON c.station_code = d.bucket_key
               AND c.period >= to_char(d.bucket_day, 'YYYY-MM') AND c.period < to_char(d.bucket_day + interval '1 year', 'YYYY-MM')
             ORDER BY d.bucket_key, d.bucket_day, c.pollutant, c.period
            """;

    private final Clock clock;
    private final PeriodConfig config;

    CompletenessYears(Clock clock, PeriodConfig config) {
        this.clock = clock;
        this.config = config;
    }

    @Override
    public StoredTable table() {
        return CompletenessTables.YEARS;
    }

    @Override
    public int bucketsAtOnce() {
        return AT_ONCE;
    }

    @Override
    public Duration resting() {
        return config.resting();
    }

    @Override
    public void compute(Connection connection, Stage stage) throws SQLException, IOException {
        Instant now = clock.instant();
        Recomputation.stageGroups(connection, MONTHS, first -> new Year(first, now), stage);
    }

    /** One station, year and pollutant. A month without a row of any pollutant has no say in the state of review. */
    private static final class Year implements Recomputation.Group {
        private final Instant now;
        private final String station;
        private final LocalDate start;
        private final String pollutant;
        private final Instant begins;
        private final List<Completeness> months = new ArrayList<>();
        private int daysValid;
        private @Nullable DataStatus lowest;

        Year(ResultSet first, Instant now) throws SQLException {
            this.now = now;
            this.station = first.getString("bucket_key");
            this.start = first.getObject("bucket_day", LocalDate.class);
            this.pollutant = first.getString("pollutant");
            this.begins = ChinaTime.startOf(start);
        }

        @Override
        public boolean holds(ResultSet row) throws SQLException {
            return pollutant.equals(row.getString("pollutant")) && start.equals(row.getObject("bucket_day", LocalDate.class))
                    && station.equals(row.getString("bucket_key"));
        }

        @Override
        public void add(ResultSet row) throws SQLException {
            Completeness month = new Completeness(row.getInt("hours_expected"), row.getInt("hours_received"), row.getInt("hours_valid"),
                    row.getInt("hours_not_monitored"), CompletenessRow.gaps(TextArray.of(row.getArray("gaps")), begins));
            months.add(month);
            daysValid += row.getInt("days_valid");
            if (row.getBoolean("has_rows")) {
                lowest = DataStatus.lower(lowest, DataStatus.ofWire(row.getString("data_status")).orElse(DataStatus.REALTIME));
            }
        }

        @Override
        public void write(CopyText out) {
            new CompletenessRow(station, CalendarPeriod.containing(CalendarPeriod.Kind.YEAR, start), pollutant, Completeness.joined(months), daysValid, lowest)
                    .writeYear(now, out);
        }
    }
}
