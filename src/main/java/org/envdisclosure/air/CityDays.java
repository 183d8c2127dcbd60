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
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.envdisclosure.air.rules.AqiEdition;
import org.envdisclosure.air.rules.CityDay;
import org.envdisclosure.air.rules.DayIndicators;
import org.envdisclosure.air.rules.PointDay;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.StationDay;
import org.envdisclosure.air.rules.StationShare;
import org.envdisclosure.platform.ingest.Recomputation;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.rollup.Rollup;
import org.envdisclosure.platform.sql.CopyText;
import org.jspecify.annotations.Nullable;

/**
 * The day of a city or county, from the hours of the evaluation points that belonged to it on that day; a day that has no point any
 * more becomes a row without values.
 */
@Startup
@ApplicationScoped
class CityDays implements Rollup {

    private static final int AT_ONCE = 500;
    private static final String HOURS = CityMembership.WITH + """

            SELECT d.bucket_key, d.bucket_day, m.station_code, m.measured_pollutants,
                   coalesce(m.level, t.level, 'city') AS level, coalesce(n.name, m.city_name, t.city_name, d.bucket_key) AS name, %s
              FROM rollup_due d
              LEFT JOIN membership m ON m.code = d.bucket_key
                    AND d.bucket_day >= m.valid_from AND (m.valid_to IS NULL OR d.bucket_day < m.valid_to)
              LEFT JOIN %s ON true
              LEFT JOIN air_cities_daily t ON t.city_code = d.bucket_key AND t.date = d.bucket_day
              LEFT JOIN division n ON n.division_code = d.bucket_key
             ORDER BY d.bucket_key, d.bucket_day, m.station_code
            """.formatted(DayOfHours.COLUMNS, DayOfHours.of("m.station_code"));

    private final Clock clock;
    private final StationShare share;
    private final Duration runningDay;

    CityDays(Clock clock, AirConfig config) {
        this.clock = clock;
        this.runningDay = config.runningDaySlot();
        this.share = config.stationShare().rule();
    }

    @Override
    public StoredTable table() {
        return DailyTables.CITIES;
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
        StaleVerification.followDays(connection, revision);
    }

    @Override
    public void compute(Connection connection, Stage stage) throws SQLException, IOException {
        Instant now = clock.instant();
        Recomputation.stageGroups(connection, HOURS, first -> new Bucket(first, share, now), stage);
    }

    /** One city and day; its rows come point by point. */
    private static final class Bucket implements Recomputation.Group {
        private final StationShare share;
        private final Instant now;
        private final String code;
        private final LocalDate day;
        private final String level;
        private final String name;
        private final List<PointDay> points = new ArrayList<>();
        private final BitSet validLabels = new BitSet();
        private final EnumSet<Pollutant> measured = EnumSet.noneOf(Pollutant.class);
        private final EnumSet<Pollutant> exceptional = EnumSet.noneOf(Pollutant.class);
        private final DayOfHours hours = new DayOfHours();
        private @Nullable String point;
        private Set<Pollutant> leftOut = Set.of();
        private boolean silent = true;
        private @Nullable DataStatus lowest;

        Bucket(ResultSet row, StationShare share, Instant now) throws SQLException {
            this.share = share;
            this.now = now;
            this.code = row.getString("bucket_key");
            this.day = row.getObject("bucket_day", LocalDate.class);
            this.level = row.getString("level");
            this.name = row.getString("name");
        }

        @Override
        public boolean holds(ResultSet row) throws SQLException {
            return code.equals(row.getString("bucket_key")) && day.equals(row.getObject("bucket_day", LocalDate.class));
        }

        @Override
        public void add(ResultSet row) throws SQLException {
            String station = row.getString("station_code");
            if (!Objects.equals(station, point)) {
                endPoint();
                point = station;
                leftOut = RegisteredPlan.leftOut(row.getArray("measured_pollutants"));
            }
            if (row.getString("data_status") != null) {
                silent = false;
                hours.add(row);
            }
        }

        private void endPoint() {
            if (point != null) {
                points.add(silent ? PointDay.silent(leftOut) : spoken());
                hours.clear();
                silent = true;
            }
        }

        private PointDay spoken() {
            StationDay own = hours.day();
            for (Pollutant pollutant : Pollutant.values()) {
                if (Objects.requireNonNullElse(own.validHours().get(pollutant), 0) > 0) {
                    measured.add(pollutant);
                }
            }
            validLabels.or(hours.validLabels());
            exceptional.addAll(hours.exceptional());
            DataStatus status = Objects.requireNonNullElse(hours.lowest(), DataStatus.REALTIME);
            lowest = DataStatus.lower(lowest, status);
            return new PointDay(own.exact(), hours.notMonitored(leftOut));
        }

        @Override
        public void write(CopyText out) {
            endPoint();
            CityDay city = CityDay.of(AqiEdition.inForceOn(day), points, share);
            DayIndicators<BigDecimal> values = city.published();
            out.text(code).date(day).text(name).text(level);
            DayOfHours.write(values, out);
            AirWords.writeIndex(city.report(), out);
            out.integer(validLabels.cardinality()).integer(city.stationsUsed()).integer(city.stationsExpected())
                    .bool(StationDays.isComplete(values))
                    .texts(DayOfHours.flags(values, notPlanned(city), measured, exceptional))
                    .text(Objects.requireNonNullElse(lowest, DataStatus.REALTIME).wire())
                    .instant(now);
        }

        private static Set<Pollutant> notPlanned(CityDay city) {
            EnumSet<Pollutant> nowhere = EnumSet.noneOf(Pollutant.class);
            for (Pollutant pollutant : Pollutant.values()) {
                if (city.stationsExpected() > 0 && Objects.requireNonNullElse(city.stationsPlanned().get(pollutant), 0) == 0) {
                    nowhere.add(pollutant);
                }
            }
            return nowhere;
        }
    }
}
