package org.envdisclosure.air;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.envdisclosure.air.rules.AqiEdition;
import org.envdisclosure.air.rules.DailyAqi;
import org.envdisclosure.air.rules.DayIndicators;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.StationDay;
import org.envdisclosure.platform.ingest.Recomputation;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.rollup.Rollup;
import org.envdisclosure.platform.sql.CopyText;

/** The day of a station, from its hours; one row for every station and day that has any hour. */
@Startup
@ApplicationScoped
class StationDays implements Rollup {

    private static final int AT_ONCE = 2_000;
    private static final String HOURS = """
            SELECT d.bucket_key, d.bucket_day, v.measured_pollutants, %s
              FROM rollup_due d
              LEFT JOIN air_stations v ON v.station_code = d.bucket_key
                    AND d.bucket_day >= v.valid_from AND (v.valid_to IS NULL OR d.bucket_day < v.valid_to)
              CROSS JOIN %s
             ORDER BY d.bucket_key, d.bucket_day
            """.formatted(DayOfHours.COLUMNS, DayOfHours.of("d.bucket_key"));

    private final Clock clock;
    private final Duration runningDay;

    StationDays(Clock clock, AirConfig config) {
        this.clock = clock;
        this.runningDay = config.runningDaySlot();
    }

    @Override
    public StoredTable table() {
        return DailyTables.STATIONS;
    }

    @Override
    public Optional<String> computedFrom() {
        return Optional.of("air-hourly");
    }

    @Override
    public int steps() {
        return 1;
    }

    @Override
    public int bucketsAtOnce() {
        return AT_ONCE;
    }

    @Override
    public Duration restingWhileRunning() {
        return runningDay;
    }

    @Override
    public void published(Connection connection, long revision) throws SQLException {
        StalePeriods.follow(connection, table(), revision);
        StaleCompleteness.followDays(connection, revision);
    }

    @Override
    public void compute(Connection connection, Stage stage) throws SQLException, IOException {
        Instant now = clock.instant();
        Recomputation.stageGroups(connection, HOURS, first -> new Day(first, now), stage);
    }

    static boolean isComplete(DayIndicators<BigDecimal> values) {
        return Arrays.stream(Pollutant.values()).allMatch(pollutant -> values.six().get(pollutant) != null);
    }

    /** One station and day. */
    private static final class Day implements Recomputation.Group {
        private final String station;
        private final LocalDate date;
        private final Instant now;
        private final Set<Pollutant> leftOut;
        private final DayOfHours hours = new DayOfHours();

        Day(ResultSet first, Instant now) throws SQLException {
            this.station = first.getString("bucket_key");
            this.date = first.getObject("bucket_day", LocalDate.class);
            this.now = now;
            this.leftOut = RegisteredPlan.leftOut(first.getArray("measured_pollutants"));
        }

        @Override
        public boolean holds(ResultSet row) throws SQLException {
            return date.equals(row.getObject("bucket_day", LocalDate.class)) && station.equals(row.getString("bucket_key"));
        }

        @Override
        public void add(ResultSet row) throws SQLException {
            hours.add(row);
        }

        @Override
        public void write(CopyText out) {
            StationDay day = hours.day();
            DayIndicators<BigDecimal> values = day.published();
            Set<Pollutant> notMonitored = hours.notMonitored(leftOut);
            out.text(station).date(date);
            DayOfHours.write(values, out);
            AirWords.writeIndex(DailyAqi.of(AqiEdition.inForceOn(date), values, notMonitored), out);
            out.integer(hours.validLabels().cardinality());
            for (Pollutant pollutant : Pollutant.values()) {
                out.integer(day.validHours().get(pollutant));
            }
            out.integer(day.ozoneWindows()).bool(isComplete(values))
                    .texts(DayOfHours.flags(values, notMonitored, measured(day), hours.exceptional()))
                    .text(Objects.requireNonNullElse(hours.lowest(), DataStatus.REALTIME).wire())
                    .instant(now);
        }

        private static Set<Pollutant> measured(StationDay day) {
            EnumSet<Pollutant> measured = EnumSet.noneOf(Pollutant.class);
            for (Pollutant pollutant : Pollutant.values()) {
                if (Objects.requireNonNullElse(day.validHours().get(pollutant), 0) > 0) {
                    measured.add(pollutant);
                }
            }
            return measured;
        }
    }
}
