package org.envdisclosure.air;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.envdisclosure.air.rules.AqiEdition;
import org.envdisclosure.air.rules.DailyAqi;
import org.envdisclosure.air.rules.DayIndicators;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.StationDay;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.rollup.Rollup;
import org.envdisclosure.platform.sql.CopyText;

/** The day of a station, from its hours; one row for every station and day that has any hour. */
@ApplicationScoped
class StationDays implements Rollup {

    private static final int AT_ONCE = 2_000;
    private static final int FETCH = 5_000;
    private static final String HOURS = """
            SELECT d.bucket_key, d.bucket_day, %s
              FROM rollup_due d
              JOIN air_hourly h ON %s
             ORDER BY d.bucket_key, d.bucket_day
            """.formatted(DayOfHours.COLUMNS, DayOfHours.of("d.bucket_key"));

    private final Clock clock;

    StationDays(Clock clock) {
        this.clock = clock;
    }

    @Override
    public StoredTable table() {
        return DailyTables.STATIONS;
    }

    @Override
    public int bucketsAtOnce() {
        return AT_ONCE;
    }

    @Override
    public Duration resting() {
        return Duration.ZERO;
    }

    @Override
    public void published(Connection connection, long revision) throws SQLException {
        StalePeriods.follow(connection, table(), revision);
    }

    @Override
    public void compute(Connection connection, Stage stage) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            // a cursor: between two fetches the connection is free to take the results
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery(HOURS)) {
                dayByDay(row, stage, clock.instant());
            }
        }
    }

    private static void dayByDay(ResultSet row, Stage stage, Instant now) throws SQLException, IOException {
        DayOfHours hours = new DayOfHours();
        String station = null;
        LocalDate day = null;
        while (row.next()) {
            LocalDate nextDay = row.getObject("bucket_day", LocalDate.class);
            String nextStation = row.getString("bucket_key");
            if (station != null && !(nextDay.equals(day) && nextStation.equals(station))) {
                write(station, day, hours, now, stage);
                hours.clear();
            }
            station = nextStation;
            day = nextDay;
            hours.add(row);
        }
        if (station != null) {
            write(station, day, hours, now, stage);
        }
    }

    private static void write(String station, LocalDate date, DayOfHours hours, Instant now, Stage stage) throws SQLException, IOException {
        StationDay day = hours.day();
        DayIndicators<BigDecimal> values = day.published();
        CopyText out = stage.recomputed().text(station).date(date);
        DayOfHours.write(values, out);
        AirWords.writeIndex(DailyAqi.of(AqiEdition.inForceOn(date), values, hours.notMonitored()), out);
        out.integer(hours.validLabels().cardinality());
        for (Pollutant pollutant : Pollutant.values()) {
            out.integer(day.validHours().get(pollutant));
        }
        out.integer(day.ozoneWindows()).bool(isComplete(values))
                .texts(DayOfHours.flags(values, hours.notMonitored(), measured(day), hours.exceptional()))
                .text(Objects.requireNonNullElse(hours.lowest(), DataStatus.REALTIME).wire())
                .instant(now);
        stage.endRow();
    }

    static boolean isComplete(DayIndicators<BigDecimal> values) {
        return Arrays.stream(Pollutant.values()).allMatch(pollutant -> values.six().get(pollutant) != null);
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
