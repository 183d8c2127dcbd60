package org.envdisclosure.air;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.envdisclosure.platform.entry.EntryRecords;
import org.envdisclosure.platform.ingest.BatchRun;
import org.envdisclosure.platform.ingest.BatchSample;
import org.envdisclosure.platform.ingest.BodyFormat;
import org.envdisclosure.platform.ingest.IngestPlan;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.sql.CopyText;

/** How warnings are taken in: one that is sent again with other values has been raised, prolonged or lifted. */
@ApplicationScoped
class AlertPlan implements IngestPlan<AlertRow> {

    private final AirConfig config;

    AlertPlan(AirConfig config) {
        this.config = config;
    }

    @Override
    public StoredTable table() {
        return AlertTable.ISSUED;
    }

    /** Made up: no such warning was issued. */
    @Override
    public List<BatchSample> samples() {
        return List.of(
                new BatchSample("native", BodyFormat.JSON, """
                        [{"city_code":"990100","alert_id":"示例预警〔2026〕1号","color":"yellow","issued_at":"2026-05-01T18:00:00+08:00",\
                        "starts_at":"2026-05-02T00:00:00+08:00","ends_at":"2026-05-04T00:00:00+08:00","measures":"Ⅲ级应急响应：增加道路洒水"}]"""),
                new BatchSample("native", BodyFormat.NDJSON, """
                        {"city_code":"990100","color":"orange","issued_at":"2026-05-01T18:00:00+08:00","starts_at":"2026-05-02T00:00:00+08:00","ends_at":"2026-05-05T00:00:00+08:00"}
                        """),
                new BatchSample("native", BodyFormat.CSV, """
                        city_code,color,issued_at,starts_at,ends_at,measures,lifted_at
                        990100,orange,2026-05-01T18:00:00+08:00,2026-05-02T00:00:00+08:00,2026-05-05T00:00:00+08:00,Ⅱ级应急响应：工地停止土石方作业,2026-05-04T10:00:00+08:00
                        """));
    }

    @Override
    public BatchRun<AlertRow> open(String layout, BatchContext context) throws SQLException {
        KnownCities cities = KnownCities.read(context.connection());
        Instant latest = context.now().plus(config.clockTolerance());
        return new Run(new EntryRecords<>(AlertTable.columns(), AlertRow.needed(), cells -> AlertRow.of(cells, cities, latest)));
    }

    /** One batch of warnings. */
    private record Run(LayoutReader<AlertRow> reader) implements BatchRun<AlertRow> {

        @Override
        public void write(AlertRow row, CopyText out) {
            row.write(out);
        }
    }
}
