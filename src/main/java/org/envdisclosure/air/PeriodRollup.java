package org.envdisclosure.air;

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
import java.util.Map;
import java.util.Objects;
import org.envdisclosure.platform.ingest.Recomputation;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.rollup.Rollup;
import org.envdisclosure.platform.sql.CopyText;
import org.jspecify.annotations.Nullable;

/** Months, quarters or years of stations or cities from their published days, this year's and last year's side by side. */
final class PeriodRollup implements Rollup {

    private static final int AT_ONCE = 200;

    private final PeriodTable period;
    private final StoredTable table;
    private final PeriodReport report;
    private final Duration resting;
    private final Clock clock;

    PeriodRollup(PeriodTable period, PeriodReport report, Duration resting, Clock clock) {
        this.period = period;
        this.table = period.stored();
        this.report = report;
        this.resting = resting;
        this.clock = clock;
    }

    @Override
    public StoredTable table() {
        return table;
    }

    @Override
    public int bucketsAtOnce() {
        return AT_ONCE;
    }

    @Override
    public Duration resting() {
        return resting;
    }

    /**
     * The days of this period and, a year back, of the one it is compared with. Each bucket reads its own by the key: a join that is
     * planned as a whole reads all days there are.
     */
    private String days() {
        return """
                SELECT d.bucket_key, d.bucket_day, y.back, s.date, s.pm25, s.pm10, s.so2, s.no2, s.o3_8h_max AS o3, s.o3_1h_max, s.co,
                       s.aqi, s.primary_pollutants, s.flags, s.data_status%1$s
                  FROM rollup_due d
                 CROSS JOIN (VALUES (0), (1)) AS y(back)
                 CROSS JOIN LATERAL (SELECT x.* FROM %2$s x
                                      WHERE x.%3$s = d.bucket_key
                                        AND x.date >= (d.bucket_day - y.back * interval '1 year')::date
                                        AND x.date < (d.bucket_day - y.back * interval '1 year' + interval '%4$s')::date
                                     OFFSET 0) AS s
                 ORDER BY d.bucket_key, d.bucket_day, y.back, s.date
                """.formatted(period.ofCities() ? ", s.city_name, s.level" : "", period.days(), period.place(), period.length());
    }

    @Override
    public void compute(Connection connection, Stage stage) throws SQLException, IOException {
        Instant now = clock.instant();
        Recomputation.stageGroups(connection, days(), first -> new Bucket(first, now), stage);
    }

    /** One place and period. Days without values are no inputs, but a period that has no others has its row from them. */
    private final class Bucket implements Recomputation.Group {
        private final Instant now;
        private final String key;
        private final LocalDate start;
        private final List<PublishedDay> days = new ArrayList<>();
        private final List<PublishedDay> lastYear = new ArrayList<>();
        private boolean hasRow;
        private @Nullable DataStatus lowest;
        private @Nullable String name;
        private @Nullable String level;

        Bucket(ResultSet row, Instant now) throws SQLException {
            this.now = now;
            this.key = row.getString("bucket_key");
            this.start = row.getObject("bucket_day", LocalDate.class);
        }

        @Override
        public boolean holds(ResultSet row) throws SQLException {
            return key.equals(row.getString("bucket_key")) && start.equals(row.getObject("bucket_day", LocalDate.class));
        }

        @Override
        public void add(ResultSet row) throws SQLException {
            PublishedDay day = PublishedDay.of(row);
            if (row.getInt("back") > 0) {
                addTo(lastYear, day);
                return;
            }
            hasRow = true;
            if (day.hasValue() || days.isEmpty()) {
                DataStatus status = DataStatus.ofWire(row.getString("data_status")).orElse(DataStatus.REALTIME);
                lowest = lowest == null || days.isEmpty() && day.hasValue() || status.compareTo(lowest) < 0 ? status : lowest;
                name = period.ofCities() ? row.getString("city_name") : null;
                level = period.ofCities() ? row.getString("level") : null;
            }
            addTo(days, day);
        }

        private static void addTo(List<PublishedDay> days, PublishedDay day) {
            if (day.hasValue()) {
                days.add(day);
            }
        }

        @Override
        public boolean isEmpty() {
            return !hasRow;
        }

        @Override
        public void write(CopyText out) {
            Map<String, Object> row = report.of(CalendarPeriod.containing(period.kind(), start), days, lastYear);
            row.putAll(place());
            row.put("data_status", Objects.requireNonNullElse(lowest, DataStatus.REALTIME).wire());
            row.put("computed_at", now);
            table.staged().forEach(field -> out.value(row.get(field.name())));
        }

        private Map<String, Object> place() {
            return period.ofCities() ? Map.of("city_code", key, "city_name", String.valueOf(name), "level", String.valueOf(level))
                    : Map.of("station_code", key);
        }
    }
}
