package org.envdisclosure.air;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.row.RowRevisions;
import org.envdisclosure.platform.row.WithdrawableTable;

/** The states an hour has had, and how it is taken back: sliding means and city hours that used its values follow. */
@ApplicationScoped
class HourRevisions {

    static final Dataset DATASET = RowRevisions.of(AirTables.HOURLY, "/air/hourly", reading())
            .title("小时数据修订记录", "Revisions of an hour")
            .description("一个点位一小时的全部历次发布，最早的在前。", "Everything that was ever published for one hour of one station, oldest first.")
            .build();

    static final WithdrawableTable WITHDRAWABLE = new WithdrawableTable(HourFollowers.REVIEWED,
            (key, note, out) -> HourlyReading.empty(key.code("station_code"), key.moment("observed_at"), DataStatus.REALTIME.wire()).write(out, note),
            HourRevisions::keepPlan, connection -> new SlidingHours(connection).fill());

    // a withdrawal takes no pollutant into the plan
    private static final String KEEP_PLAN = """
            UPDATE stage_air_hourly AS s
               SET received_flags = kept.flags, flags = kept.flags
              FROM air_hourly AS t
             CROSS JOIN LATERAL (SELECT array_agg(p.name || CASE WHEN p.name || '%2$s' = ANY(t.received_flags) THEN '%2$s' ELSE '%3$s' END ORDER BY p.place) AS flags
                                   FROM unnest(ARRAY[%1$s]) WITH ORDINALITY AS p(name, place)) AS kept
             WHERE s.station_code = t.station_code AND s.observed_at = t.observed_at
            """.formatted(Arrays.stream(Pollutant.values()).map(pollutant -> "'" + pollutant.column() + "'").collect(Collectors.joining(", ")),
            new Flag("", FlagReason.NOT_MONITORED).wire(), new Flag("", FlagReason.MISSING).wire());

    private static void keepPlan(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(KEEP_PLAN);
        }
    }

    @Produces
    @Singleton
    static DatasetOperation operation() {
        return DatasetOperation.list("air-hourly-revisions", DATASET);
    }

    private static List<Column> reading() {
        List<Column> columns = new ArrayList<>(AirColumns.stationHour());
        columns.addAll(AirColumns.concentrations());
        columns.addAll(AirColumns.slidingMeans());
        columns.addAll(AirColumns.index());
        columns.addAll(AirColumns.reported());
        columns.addAll(AirColumns.status());
        return columns;
    }
}
