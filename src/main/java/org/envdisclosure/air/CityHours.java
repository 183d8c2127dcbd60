package org.envdisclosure.air;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.envdisclosure.air.rules.AqiEdition;
import org.envdisclosure.air.rules.CityMean;
import org.envdisclosure.air.rules.PointHour;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.SixPollutants;
import org.envdisclosure.platform.ingest.Merge;
import org.envdisclosure.platform.ingest.Recomputation;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.measure.HalfEven;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.platform.sql.TextArray;
import org.jspecify.annotations.Nullable;

/**
 * The city hour: means of the concentrations of the evaluation points that belonged to the city in that hour, then the index.
 * Every city and county hour a batch touched is computed anew in the batch's own transaction.
 */
final class CityHours {

    /** The city and county hours that the rows of a batch belong to. */
    private static final String OF_STAGE = """
            SELECT DISTINCT m.level, m.code, s.observed_at
              FROM stage_air_hourly s
              JOIN membership m ON m.station_code = s.station_code AND hour_within(s.observed_at, m.valid_from, m.valid_to)
             WHERE s.verdict IN ('i', 'c', 'r')
            """;
    // one look at the index for every point: left to a join, the planner sorts them all, and once more back;
    // numbered, because telling by its names and its moment for every point which bucket it belongs to takes longer than computing it
    private static final String POINTS = CityMembership.WITH + """
            ,
            touched AS MATERIALIZED (
                SELECT DISTINCT t.level, t.code, t.observed_at FROM (%s) AS t),
            numbered AS MATERIALIZED (
                SELECT row_number() OVER (ORDER BY t.observed_at, t.level, t.code) AS bucket, t.* FROM touched t)
            SELECT b.bucket, b.level, b.code, b.observed_at, coalesce(d.name, m.city_name, b.code), m.station_code, m.measured_pollutants,
                   nullif(h.received_flags, '{}'), h.data_status,
                   h.pm25, h.pm10, h.so2, h.no2, h.o3, h.co, h.o3_8h, h.pm25_24h, h.pm10_24h
              FROM numbered b
              LEFT JOIN membership m ON m.level = b.level AND m.code = b.code AND hour_within(b.observed_at, m.valid_from, m.valid_to)
              LEFT JOIN LATERAL (SELECT x.* FROM air_hourly x
                                  WHERE x.station_code = m.station_code AND x.observed_at = b.observed_at OFFSET 0) AS h ON true
              LEFT JOIN division d ON d.division_code = b.code
             ORDER BY b.bucket, m.station_code
            """;
    /** Where the columns stand in a row of {@link #POINTS}. */
    private static final int BUCKET = 1;
    private static final int LEVEL = 2;
    private static final int CODE = 3;
    private static final int HOUR = 4;
    private static final int NAME = 5;
    private static final int STATION = 6;
    private static final int MEASURED = 7;
    private static final int FLAGS = 8;
    private static final int STATUS = 9;
    private static final int CONCENTRATIONS = 10;
    private static final int MEANS = 16;

    private final Connection connection;
    private final UUID batch;
    private final String reason;

    /** @param reason why a city hour that stood already is computed anew: {@code late}, {@code review} or {@code recalculation} */
    CityHours(Connection connection, UUID batch, String reason) {
        this.connection = connection;
        this.batch = batch;
        this.reason = reason;
    }

    /** Recomputes what the rows in the stage of {@link AirTables#HOURLY} touched; both datasets must be locked. */
    void followStage() throws SQLException, IOException {
        follow(OF_STAGE);
    }

    /**
     * Recomputes the hours that {@code touched} yields as level, code, observed_at; an hour that has no evaluation point any more
     * becomes a row without values.
     *
     * @return the revision that published them, 0 when all stayed as they were
     */
    long follow(String touched) throws SQLException, IOException {
        Stage stage = Stage.open(connection, AirTables.CITY_HOURS);
        Recomputation.stageGroups(connection, POINTS.formatted(touched), Bucket::new, stage);
        stage.complete();
        if (stage.size() == 0) {
            return 0;
        }
        Merge merge = new Merge(connection, AirTables.CITY_HOURS, batch, new Merge.Reasons(reason, reason));
        merge.refuseWhatWasLetGo();
        merge.compare();
        return merge.publish().revision();
    }

    /** The points of one city and hour. */
    private static final class Bucket implements Recomputation.Group {
        private static final List<String> SLIDING = List.of("o3_8h", "pm25_24h", "pm10_24h");

        private final long bucket;
        private final String level;
        private final String code;
        private final Instant hour;
        private final String name;
        private final List<PointHour> points = new ArrayList<>();
        private final List<List<BigDecimal>> sliding = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        private @Nullable DataStatus lowest;

        Bucket(ResultSet row) throws SQLException {
            this.bucket = row.getLong(BUCKET);
            this.level = row.getString(LEVEL);
            this.code = row.getString(CODE);
            this.hour = row.getTimestamp(HOUR).toInstant();
            this.name = row.getString(NAME);
        }

        @Override
        public boolean holds(ResultSet row) throws SQLException {
            return bucket == row.getLong(BUCKET);
        }

        @Override
        public void add(ResultSet row) throws SQLException {
            if (row.getString(STATION) == null) {
                return;
            }
            @Nullable BigDecimal[] values = new BigDecimal[MEANS - CONCENTRATIONS];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.getBigDecimal(CONCENTRATIONS + i);
            }
            points.add(new PointHour(new SixPollutants<>(values[0], values[1], values[2], values[3], values[4], values[5]), notMonitored(row)));
            for (int i = 0; i < SLIDING.size(); i++) {
                BigDecimal mean = row.getBigDecimal(MEANS + i);
                if (mean != null) {
                    sliding.get(i).add(mean);
                }
            }
            DataStatus.ofWire(String.valueOf(row.getString(STATUS))).ifPresent(status -> lowest = DataStatus.lower(lowest, status));
        }

        /** What the source marked as outside the plan, or the register leaves out of it. */
        private static Set<Pollutant> notMonitored(ResultSet row) throws SQLException {
            List<String> flags = TextArray.of(row.getArray(FLAGS));
            Array measured = row.getArray(MEASURED);
            if (flags.isEmpty() && measured == null) {
                return EnumSet.noneOf(Pollutant.class);
            }
            List<String> planned = TextArray.of(measured);
            Set<Pollutant> outside = EnumSet.noneOf(Pollutant.class);
            for (Pollutant pollutant : Pollutant.values()) {
                boolean leftOut = measured != null && !planned.contains(pollutant.wireName());
                if (leftOut || flags.contains(new Flag(pollutant.column(), FlagReason.NOT_MONITORED).wire())) {
                    outside.add(pollutant);
                }
            }
            return outside;
        }

        @Override
        public void write(CopyText out) {
            CityMean mean = CityMean.of(AqiEdition.inForceFor(hour), points);
            out.text(code).instant(hour).text(name).text(level);
            AirWords.writeConcentrations(mean.concentrations(), out);
            sliding.forEach(values -> out.number(mean(values)));
            AirWords.writeIndex(mean.report(), out);
            out.texts(flags(mean)).integer(mean.stationsUsed()).integer(mean.stationsExpected())
                    .text(Objects.requireNonNullElse(lowest, DataStatus.REALTIME).wire());
        }

        private static @Nullable BigDecimal mean(Collection<BigDecimal> values) {
            return values.isEmpty() ? null : HalfEven.mean(values, 0);
        }

        private List<String> flags(CityMean mean) {
            List<String> flags = new ArrayList<>();
            for (Pollutant pollutant : Pollutant.values()) {
                if (mean.concentrations().get(pollutant) == null) {
                    boolean nowhere = !points.isEmpty() && points.stream().allMatch(point -> point.notMonitored().contains(pollutant));
                    flags.add(new Flag(pollutant.column(), nowhere ? FlagReason.NOT_MONITORED : FlagReason.MISSING).wire());
                }
            }
            for (int i = 0; i < SLIDING.size(); i++) {
                if (sliding.get(i).isEmpty()) {
                    flags.add(new Flag(SLIDING.get(i), FlagReason.INSUFFICIENT).wire());
                }
            }
            return flags;
        }
    }
}
