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
import java.util.EnumMap;
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
    private static final String POINTS = CityMembership.WITH + """
            ,
            touched AS MATERIALIZED (%s)
            SELECT b.level, b.code, b.observed_at, coalesce(d.name, m.city_name, b.code) AS name, m.station_code, m.measured_pollutants,
                   h.pm25, h.pm10, h.so2, h.no2, h.o3, h.co, h.o3_8h, h.pm25_24h, h.pm10_24h, h.received_flags, h.data_status
              FROM touched b
              LEFT JOIN membership m ON m.level = b.level AND m.code = b.code AND hour_within(b.observed_at, m.valid_from, m.valid_to)
              LEFT JOIN air_hourly h ON h.station_code = m.station_code AND h.observed_at = b.observed_at
              LEFT JOIN division d ON d.division_code = b.code
             ORDER BY b.level, b.code, b.observed_at, m.station_code
            """;

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
        merge.compare();
        return merge.publish().revision();
    }

    /** The points of one city and hour. */
    private static final class Bucket implements Recomputation.Group {
        private static final List<String> SLIDING = List.of("o3_8h", "pm25_24h", "pm10_24h");

        private final String level;
        private final String code;
        private final Instant hour;
        private final String name;
        private final List<PointHour> points = new ArrayList<>();
        private final List<List<BigDecimal>> sliding = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        private @Nullable DataStatus lowest;

        Bucket(ResultSet row) throws SQLException {
            this.level = row.getString("level");
            this.code = row.getString("code");
            this.hour = row.getTimestamp("observed_at").toInstant();
            this.name = row.getString("name");
        }

        @Override
        public boolean holds(ResultSet row) throws SQLException {
            return code.equals(row.getString("code")) && hour.equals(row.getTimestamp("observed_at").toInstant()) && level.equals(row.getString("level"));
        }

        @Override
        public void add(ResultSet row) throws SQLException {
            if (row.getString("station_code") == null) {
                return;
            }
            EnumMap<Pollutant, BigDecimal> values = new EnumMap<>(Pollutant.class);
            for (Pollutant pollutant : Pollutant.values()) {
                BigDecimal value = row.getBigDecimal(pollutant.column());
                if (value != null) {
                    values.put(pollutant, value);
                }
            }
            points.add(new PointHour(SixPollutants.of(values), notMonitored(row)));
            for (int i = 0; i < SLIDING.size(); i++) {
                BigDecimal mean = row.getBigDecimal(SLIDING.get(i));
                if (mean != null) {
                    sliding.get(i).add(mean);
                }
            }
            DataStatus.ofWire(String.valueOf(row.getString("data_status")))
                    .ifPresent(status -> lowest = DataStatus.lower(lowest, status));
        }

        /** What the source marked as outside the plan, or the register leaves out of it. */
        private static Set<Pollutant> notMonitored(ResultSet row) throws SQLException {
            List<String> flags = TextArray.of(row.getArray("received_flags"));
            Array measured = row.getArray("measured_pollutants");
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
