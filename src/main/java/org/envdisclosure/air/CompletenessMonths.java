package org.envdisclosure.air;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.platform.ingest.Recomputation;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.rollup.Rollup;

/** The valid-data rate and the gaps of a station's month, six rows from its hours and days that have ended. */
@ApplicationScoped
class CompletenessMonths implements Rollup {

    private static final int AT_ONCE = 200;
    private static final Pollutant[] POLLUTANTS = Pollutant.values();
    // a settled frame for each bucket, so that what is looked up for it is looked up once and not for each of its hours
    private static final String HOURS = """
            WITH frame AS MATERIALIZED (
                SELECT d.bucket_key, d.bucket_day, f.first_hour, e.through, d.bucket_day::timestamp AT TIME ZONE INTERVAL '+08:00' AS begins,
                       least(d.bucket_day + interval '1 month', (e.through + 1)::timestamp) AT TIME ZONE INTERVAL '+08:00' AS ends,
                       EXISTS (SELECT FROM air_completeness c
                                WHERE c.station_code = d.bucket_key AND c.period = to_char(d.bucket_day, 'YYYY-MM')) AS published, days.*
                  FROM rollup_due d
                  JOIN air_first_hours f ON f.station_code = d.bucket_key
                  JOIN air_days_ended e ON e.through >= d.bucket_day
                 CROSS JOIN LATERAL (SELECT %1$s
                                       FROM air_daily a
                                      WHERE a.station_code = d.bucket_key AND a.date >= d.bucket_day AND a.date <= e.through
                                        AND a.date < d.bucket_day + interval '1 month') AS days)
            SELECT b.*, (extract(epoch FROM h.observed_at - b.begins) / 3600)::integer AS hour, %2$s AS valid,
                   num_nonnulls(%4$s) > 0 AS any_value,
                   CASE WHEN cardinality(h.received_flags) > 0 THEN %3$s ELSE 0 END AS not_monitored, h.data_status
              FROM frame b
              LEFT JOIN LATERAL (SELECT x.* FROM air_hourly x
                                  WHERE x.station_code = b.bucket_key AND x.observed_at > b.begins AND x.observed_at <= b.ends
                                 OFFSET 0) AS h ON true
             ORDER BY b.bucket_key, b.bucket_day
            """.formatted(
            Arrays.stream(POLLUTANTS).map(pollutant -> "count(a.%s) AS %s".formatted(DayOfHours.column(pollutant), daysOf(pollutant))).collect(Collectors.joining(", ")),
            // a setting may let negative values in, but none is valid
            bits("coalesce((h.%1$s >= 0)::integer, 0)", false),
            bits("('%1$s' = ANY(h.received_flags))::integer", true),
            Arrays.stream(POLLUTANTS).map(pollutant -> "h." + pollutant.column()).collect(Collectors.joining(", ")));

    private final Clock clock;
    private final PeriodConfig config;

    CompletenessMonths(Clock clock, PeriodConfig config) {
        this.clock = clock;
        this.config = config;
    }

    /** One integer for six answers: the pollutants' in their order, from the lowest bit on. */
    private static String bits(String answer, boolean ofFlag) {
        return IntStream.range(0, POLLUTANTS.length).mapToObj(i -> "(" + answer.formatted(ofFlag
                ? new Flag(POLLUTANTS[i].column(), FlagReason.NOT_MONITORED).wire() : POLLUTANTS[i].column()) + " << " + i + ")").collect(Collectors.joining(" + "));
    }

    /** The count of days with a value of the pollutant. */
    static String daysOf(Pollutant pollutant) {
        return "days_" + pollutant.column();
    }

    @Override
    public StoredTable table() {
        return CompletenessTables.MONTHS;
    }

    @Override
    public Optional<String> computedFrom() {
        return Optional.of("air-hourly");
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
    public void published(Connection connection, long revision) throws SQLException {
        StaleCompleteness.followMonths(connection);
    }

    @Override
    public void compute(Connection connection, Stage stage) throws SQLException, IOException {
        Instant now = clock.instant();
        RegisteredSpans spans = new RegisteredSpans(connection);
        Recomputation.stageGroups(connection, HOURS, first -> month(first, spans, now), stage);
    }

    private static CompletenessMonth month(ResultSet first, RegisteredSpans spans, Instant now) throws SQLException {
        return new CompletenessMonth(first, spans, now);
    }
}
