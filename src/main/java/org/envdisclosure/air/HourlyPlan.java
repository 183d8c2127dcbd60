package org.envdisclosure.air;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.envdisclosure.platform.ingest.BatchRun;
import org.envdisclosure.platform.ingest.BatchSample;
import org.envdisclosure.platform.ingest.IngestPlan;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.Merge;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.sql.CopyText;

/** How hourly readings are taken in: three layouts, sliding means filled in, the city hours brought up to date. */
@ApplicationScoped
class HourlyPlan implements IngestPlan<HourlyReading> {

    private final AirConfig config;

    HourlyPlan(AirConfig config) {
        this.config = config;
    }

    @Override
    public StoredTable table() {
        return AirTables.HOURLY;
    }

    @Override
    public List<String> layouts() {
        return List.of("native", "cnemc", "china-sites");
    }

    @Override
    public List<BatchSample> samples() {
        return AirBatchSamples.hours();
    }

    @Override
    public Set<String> changes() {
        return Set.of("air-hourly", "air-cities-hourly", "air-stations");
    }

    @Override
    public BatchRun<HourlyReading> open(String layout, BatchContext context) throws SQLException {
        HourlyCells cells = new HourlyCells(config, context.now(), context.status().wire());
        Stations stations = new Stations(context.connection(), context.batch());
        LayoutReader<HourlyReading> reader = switch (layout) {
            case "native" -> new NativeHourly(cells, stations);
            case "cnemc" -> new CnemcHourly(cells, stations);
            case "china-sites" -> new ChinaSitesHourly(cells, stations);
            default -> throw new IllegalArgumentException("no layout " + layout);
        };
        return new Run(reader, stations, context.connection(), context.batch());
    }

    /** One batch of hours. */
    private record Run(LayoutReader<HourlyReading> reader, Stations stations, Connection connection, UUID batch)
            implements BatchRun<HourlyReading> {

        @Override
        public void write(HourlyReading row, CopyText out) {
            row.write(out);
        }

        /** A batch that is refused registers nobody. */
        @Override
        public void beforePublish(Stage stage) throws SQLException, IOException {
            stations.register();
            new SlidingHours(connection).fill();
        }

        @Override
        public void afterPublish(Merge.Outcome outcome) throws SQLException, IOException {
            if (outcome.revision() > 0) {
                HourFollowers.follow(connection, batch, outcome.inserted() > 0 ? "late" : "recalculation");
            }
        }

        @Override
        public Map<String, Long> extras() {
            return Map.of("stations_registered", stations.registered(), "stations_proposed", stations.proposed());
        }
    }
}
