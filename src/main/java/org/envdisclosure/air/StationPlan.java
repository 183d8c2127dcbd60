package org.envdisclosure.air;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.UUID;
import org.envdisclosure.place.Divisions;
import org.envdisclosure.platform.ingest.BatchRun;
import org.envdisclosure.platform.ingest.BatchSample;
import org.envdisclosure.platform.ingest.IngestPlan;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.Merge;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.envdisclosure.platform.sql.CopyText;

/** How the register of stations is taken in: a version ends where the next begins, and city hours follow what changed. */
@ApplicationScoped
class StationPlan implements IngestPlan<StationRow> {

    private static final String NEWEST = "SELECT station_code, max(valid_from) FROM air_stations GROUP BY station_code";
    private static final String END_STAGED = """
            UPDATE stage_air_stations AS s
               SET valid_to = n.next
              FROM (SELECT s.sequence, min(o.valid_from) AS next
                      FROM stage_air_stations s
                      JOIN (SELECT station_code, valid_from FROM stage_air_stations WHERE verdict = 'i'
                            UNION SELECT station_code, valid_from FROM air_stations) AS o
                        ON o.station_code = s.station_code AND o.valid_from > s.valid_from
                     WHERE s.verdict = 'i'
                     GROUP BY s.sequence) AS n
             WHERE s.sequence = n.sequence AND (s.valid_to IS NULL OR s.valid_to > n.next)
            """;
    private static final String END_EARLIER = """
            INSERT INTO stage_air_stations (sequence, line, kind, raw, %1$s, valid_to)
            SELECT 0, 0, 'k', '', %2$s, min(s.valid_from)
              FROM air_stations t
              JOIN stage_air_stations s ON s.station_code = t.station_code AND s.verdict = 'i'
               AND s.valid_from > t.valid_from AND (t.valid_to IS NULL OR t.valid_to > s.valid_from)
             WHERE NOT EXISTS (SELECT 1 FROM stage_air_stations g
                                WHERE g.station_code = t.station_code AND g.valid_from = t.valid_from AND g.verdict = 'i')
             GROUP BY %2$s
            """;
    /** Cities of the versions that changed, before and after, over the days that changed: of one that only ends elsewhere the days between. */
    static final String QUEUE = """
            INSERT INTO air_city_hour_queue (city_code, from_day, to_day)
            SELECT b.code, min(c.from_day), CASE WHEN bool_or(c.is_open) THEN NULL ELSE max(c.to_day) END
              FROM (SELECT CASE WHEN n.valid_from = o.valid_from AND n.belonging IS NOT DISTINCT FROM o.belonging THEN least(n.valid_to, o.valid_to)
                                ELSE coalesce(n.valid_from, o.valid_from) END AS from_day,
                           greatest(n.valid_to, o.valid_to) AS to_day,
                           n.valid_from IS NOT NULL AND n.valid_to IS NULL OR o.valid_from IS NOT NULL AND o.valid_to IS NULL AS is_open,
                           n.city_code AS city, n.division_code AS division, o.city_code AS city_before, o.division_code AS division_before
                      FROM (%2$s air_stations v WHERE v.revision = %1$d) AS n
                      FULL JOIN (%2$s air_stations_history v WHERE v.superseded_revision = %1$d) AS o
                        ON o.station_code = n.station_code AND o.valid_from = n.valid_from
                     -- another name or place of a station changes no hours of a city
                     WHERE ROW(n.belonging, n.valid_to) IS DISTINCT FROM ROW(o.belonging, o.valid_to)) AS c
             CROSS JOIN LATERAL (VALUES (c.city), (c.division), (c.city_before), (c.division_before)) AS b(code)
             WHERE b.code IS NOT NULL
             GROUP BY b.code
            """.replace("%2$s", """
            SELECT v.station_code, v.valid_from, v.valid_to, v.city_code, v.division_code,
                   jsonb_build_array(v.city_code, v.city_name, v.division_code, v.in_city_evaluation, v.measured_pollutants) AS belonging
              FROM""");

    private final RegisterDependents dependents;

    StationPlan(RegisterDependents dependents) {
        this.dependents = dependents;
    }

    @Override
    public StoredTable table() {
        return AirTables.STATIONS;
    }

    @Override
    public List<String> layouts() {
        return List.of("native");
    }

    @Override
    public List<BatchSample> samples() {
        return AirBatchSamples.stations();
    }

    @Override
    public Set<String> changes() {
        return Stream.concat(Stream.of("air-stations"), dependents.ids().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public BatchRun<StationRow> open(String layout, BatchContext context) throws SQLException {
        StationCells cells = new StationCells(newest(context.connection()), Divisions.read(context.connection()));
        LayoutReader<StationRow> reader = new NativeRecords<>(AirColumns.station(), List.of("station_code", "name"), row -> cells.row(row.received()));
        return new Run(reader, context.connection(), context.batch(), dependents.ids());
    }

    private static Map<String, LocalDate> newest(Connection connection) throws SQLException {
        Map<String, LocalDate> newest = new HashMap<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(NEWEST)) {
            while (rows.next()) {
                newest.put(rows.getString(1), rows.getObject(2, LocalDate.class));
            }
        }
        return newest;
    }

    /** One batch of stations. */
    private record Run(LayoutReader<StationRow> reader, Connection connection, UUID batch, List<String> dependents)
            implements BatchRun<StationRow> {

        @Override
        public void write(StationRow row, CopyText out) {
            row.write(out);
        }

        @Override
        public void beforeCompare(Stage stage) throws SQLException {
            List<String> kept = AirTables.STATIONS.staged().stream().map(StoredTable.Field::name)
                    .filter(name -> !name.equals("valid_to")).toList();
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(END_STAGED);
                statement.executeUpdate(END_EARLIER.formatted(String.join(", ", kept),
                        String.join(", ", kept.stream().map(name -> "t." + name).toList())));
            }
        }

        @Override
        public void afterPublish(Merge.Outcome outcome) throws SQLException {
            if (outcome.revision() > 0) {
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate(QUEUE.formatted(outcome.revision()));
                }
                for (String dataset : dependents) {
                    RevisionLedger.touch(connection, dataset, batch);
                }
            }
        }
    }
}
