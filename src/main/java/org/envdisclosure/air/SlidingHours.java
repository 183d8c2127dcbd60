package org.envdisclosure.air;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.envdisclosure.air.rules.SlidingMean;
import org.envdisclosure.air.rules.SlidingMeanSeries;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.ingest.StoredTable.Field;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.sql.TextArray;
import org.jspecify.annotations.Nullable;

/**
 * Sliding means where the source gave none. A changed hour concerns itself and the 23 hours after it, no others: each station's
 * changed hours are taken in islands, read once with the 23 hours before and after, and only what differs is written.
 */
final class SlidingHours {

    private static final Duration REACH = Duration.ofHours(23);
    private static final int FETCH = 5_000;

    /** One row per hour that needs other means than it has; {@code staged} tells whether the row stands in the stage. */
    private static final StoredTable RESULT = new StoredTable("air-hourly", "air_sliding",
            List.of(StoredTable.field("station_code", "text"), StoredTable.field("observed_at", "timestamptz")),
            List.of(StoredTable.field("staged", "boolean"), StoredTable.field("o3_8h", "numeric"), StoredTable.field("pm25_24h", "numeric"),
                    StoredTable.field("pm10_24h", "numeric"), StoredTable.field("doubts", "text[]")),
            List.of(), List.of(), null, false);

    // days first: there are few of them; islands of changed hours more than two reaches apart are read apart, so that two corrections years apart cost two days;
    // an hour that is replaced comes twice, the new one first: left to a join, the planner may look through the stage for each hour
    private static final String HOURS = """
            WITH days AS MATERIALIZED (
                SELECT s.station_code, min(s.observed_at) AS first, max(s.observed_at) AS last, bool_or(%1$s) AS lacks
                  FROM stage_air_hourly s WHERE s.verdict IN ('i', 'c', 'r') GROUP BY s.station_code, %3$s),
            changed AS (
                SELECT station_code, first, last, first - lag(last) OVER (PARTITION BY station_code ORDER BY first) AS gap
                  FROM days),
            numbered AS (
                SELECT station_code, first, last,
                       count(*) FILTER (WHERE gap > interval '46 hours') OVER (PARTITION BY station_code ORDER BY first) AS island
                  FROM changed),
            island AS (
                SELECT station_code, island, min(first) AS first, max(last) AS last
                  FROM numbered GROUP BY station_code, island),
            lacking AS MATERIALIZED (
                SELECT i.* FROM island i
                 WHERE i.station_code IN (SELECT d.station_code FROM days d WHERE d.lacks)
                    OR EXISTS (SELECT 1 FROM air_hourly s
                                WHERE s.station_code = i.station_code AND s.observed_at > i.first
                                  AND s.observed_at <= i.last + interval '23 hours' AND %1$s
                               OFFSET 0)),
            staged AS (
                SELECT * FROM stage_air_hourly WHERE verdict IN ('i', 'c', 'r')),
            hours AS (
                SELECT i.station_code, i.island, s.observed_at, true AS changed, true AS staged, %2$s
                  FROM lacking i
                  JOIN staged s ON s.station_code = i.station_code AND s.observed_at BETWEEN i.first AND i.last
                UNION ALL
                SELECT i.station_code, i.island, s.observed_at, false, false, %2$s
                  FROM lacking i
                 CROSS JOIN LATERAL (SELECT x.* FROM air_hourly x
                                      WHERE x.station_code = i.station_code
                                        AND x.observed_at BETWEEN i.first - interval '23 hours' AND i.last + interval '23 hours'
                                     OFFSET 0) AS s)
            SELECT * FROM hours ORDER BY station_code, island, observed_at, staged DESC
            """.formatted("(s.o3_8h_received IS NULL OR s.pm25_24h_received IS NULL OR s.pm10_24h_received IS NULL)",
            "s.o3, s.pm25, s.pm10, s.o3_8h_received, s.pm25_24h_received, s.pm10_24h_received, s.o3_8h, s.pm25_24h, s.pm10_24h, s.received_flags, s.flags",
            TouchedDays.dayStart("s.observed_at"));

    private static final String FILL_STAGED = """
            UPDATE stage_air_hourly AS s
               SET o3_8h = r.o3_8h, pm25_24h = r.pm25_24h, pm10_24h = r.pm10_24h, flags = s.received_flags || r.doubts
              FROM stage_air_sliding AS r
             WHERE r.staged AND s.station_code = r.station_code AND s.observed_at = r.observed_at AND s.verdict IN ('i', 'c', 'r')
            """;
    private static final String ADD_FOLLOWING = """
            INSERT INTO stage_air_hourly (sequence, line, kind, raw, verdict, %1$s)
            SELECT 0, 0, 'k', '', 'r', %2$s
              FROM stage_air_sliding AS r JOIN air_hourly AS h USING (station_code, observed_at)
             WHERE NOT r.staged
            """.formatted(names(""), names("h.").replace("h.o3_8h,", "r.o3_8h,").replace("h.pm25_24h,", "r.pm25_24h,")
            .replace("h.pm10_24h,", "r.pm10_24h,").replace("h.flags,", "h.received_flags || r.doubts,"));

    private final Connection connection;
    private final Stage results;

    SlidingHours(Connection connection) throws SQLException {
        this.connection = connection;
        this.results = Stage.open(connection, RESULT);
    }

    private static String names(String alias) {
        return String.join(", ", AirTables.HOURLY.staged().stream().map(Field::name).map(name -> alias + name).toList());
    }

    /** Fills in the stage of {@link AirTables#HOURLY}, whose rows have their verdicts. */
    void fill() throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            // a cursor: between two fetches the connection is free to take the results
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery(HOURS)) {
                Walk walk = new Walk();
                while (rows.next()) {
                    walk.step(rows, results);
                }
            }
        }
        results.complete();
        if (results.size() > 0) {
            apply();
        }
    }

    private void apply() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(FILL_STAGED);
            statement.executeUpdate(ADD_FOLLOWING);
        }
    }

    /** Goes through the hours of one island after the other. */
    private static final class Walk {
        private String island = "";
        private SlidingMeanSeries o3 = SlidingMean.EIGHT_HOURS.series();
        private SlidingMeanSeries pm25 = SlidingMean.TWENTY_FOUR_HOURS.series();
        private SlidingMeanSeries pm10 = SlidingMean.TWENTY_FOUR_HOURS.series();
        private @Nullable Instant lastChange;
        private @Nullable Instant lastHour;

        void step(ResultSet row, Stage out) throws SQLException, IOException {
            begin(row.getString("station_code") + ' ' + row.getLong("island"));
            Instant hour = row.getTimestamp("observed_at").toInstant();
            if (hour.equals(lastHour)) {
                return;
            }
            lastHour = hour;
            if (row.getBoolean("changed")) {
                lastChange = hour;
            }
            BigDecimal newO3 = o3.next(hour, row.getBigDecimal("o3")).orElse(null);
            BigDecimal newPm25 = pm25.next(hour, row.getBigDecimal("pm25")).orElse(null);
            BigDecimal newPm10 = pm10.next(hour, row.getBigDecimal("pm10")).orElse(null);
            if (lastChange != null && !hour.isAfter(lastChange.plus(REACH))) {
                result(row, hour, newO3, newPm25, newPm10, out);
            }
        }

        private void begin(String next) {
            if (!next.equals(island)) {
                island = next;
                o3 = SlidingMean.EIGHT_HOURS.series();
                pm25 = SlidingMean.TWENTY_FOUR_HOURS.series();
                pm10 = SlidingMean.TWENTY_FOUR_HOURS.series();
                lastChange = null;
                lastHour = null;
            }
        }

        private static void result(ResultSet row, Instant hour, @Nullable BigDecimal newO3, @Nullable BigDecimal newPm25,
                                   @Nullable BigDecimal newPm10, Stage out) throws SQLException, IOException {
            List<String> doubts = new ArrayList<>();
            List<String> received = texts(row, "received_flags");
            BigDecimal o3 = mean(row, "o3_8h", newO3, received, doubts);
            BigDecimal pm25 = mean(row, "pm25_24h", newPm25, received, doubts);
            BigDecimal pm10 = mean(row, "pm10_24h", newPm10, received, doubts);
            List<String> flags = new ArrayList<>(received);
            flags.addAll(doubts);
            boolean same = same(o3, row.getBigDecimal("o3_8h")) && same(pm25, row.getBigDecimal("pm25_24h"))
                    && same(pm10, row.getBigDecimal("pm10_24h")) && flags.equals(texts(row, "flags"));
            if (!same) {
                out.recomputed().text(row.getString("station_code")).instant(hour).bool(row.getBoolean("staged"))
                        .number(o3).number(pm25).number(pm10).texts(doubts);
                out.endRow();
            }
        }

        /** What the source gave, else the mean; where there is neither, the doubt says so unless the source did already. */
        private static @Nullable BigDecimal mean(ResultSet row, String column, @Nullable BigDecimal computed, List<String> received,
                                                 List<String> doubts) throws SQLException {
            BigDecimal given = row.getBigDecimal(column + "_received");
            if (given != null) {
                return given;
            }
            if (computed == null && received.stream().noneMatch(flag -> flag.startsWith(column + ":"))) {
                doubts.add(column + ":insufficient");
            }
            return computed;
        }

        private static boolean same(@Nullable BigDecimal left, @Nullable BigDecimal right) {
            return left == null || right == null ? Objects.equals(left, right) : left.compareTo(right) == 0;
        }

        private static List<String> texts(ResultSet row, String column) throws SQLException {
            Array array = row.getArray(column);
            return TextArray.of(array);
        }
    }
}
