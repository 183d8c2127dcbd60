package org.envdisclosure.water;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.envdisclosure.platform.entry.EntryRecords;
import org.envdisclosure.platform.ingest.BatchRun;
import org.envdisclosure.platform.ingest.BatchSample;
import org.envdisclosure.platform.ingest.IngestPlan;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.Merge;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.sql.CopyText;

/** How manual samples are taken in. They have no class of their own: that of a period is assessed over all its values. */
@ApplicationScoped
class SamplePlan implements IngestPlan<ManualSample> {

    private final WaterConfig config;

    SamplePlan(WaterConfig config) {
        this.config = config;
    }

    @Override
    public StoredTable table() {
        return WaterTables.SAMPLES;
    }

    @Override
    public List<BatchSample> samples() {
        return WaterBatchSamples.manualSamples();
    }

    @Override
    public BatchRun<ManualSample> open(String layout, BatchContext context) throws SQLException {
        SampleCells cells = new SampleCells(config, new Sections(context.connection(), context.batch()), context.now(), context.status().wire());
        return new Run(new EntryRecords<>(WaterColumns.samples(), List.of("section_code", "sampled_at"), cells::sample), context.connection());
    }

    /** One batch of samples. */
    private record Run(LayoutReader<ManualSample> reader, Connection connection) implements BatchRun<ManualSample> {

        @Override
        public void write(ManualSample row, CopyText out) {
            row.write(out);
        }

        @Override
        public void afterPublish(Merge.Outcome outcome) throws SQLException {
            StaleAssessments.followStage(connection, WaterTables.SAMPLES);
        }
    }
}
