package org.envdisclosure.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.envdisclosure.platform.entry.EntryRecords;
import org.envdisclosure.platform.ingest.BatchRun;
import org.envdisclosure.platform.ingest.BatchSample;
import org.envdisclosure.platform.ingest.IngestPlan;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.sql.CopyText;

/** How monitoring results are taken in, each judged by the limit in force at its time. */
@ApplicationScoped
class MonitoringPlan implements IngestPlan<MonitoringResult> {

    private static final String LIMITS_SEEN = "SELECT coalesce(max(revision), 0) FROM dataset_head WHERE dataset = 'sources-limits'";

    private final MonitoringConfig config;

    MonitoringPlan(MonitoringConfig config) {
        this.config = config;
    }

    @Override
    public StoredTable table() {
        return MonitoringTables.RESULTS;
    }

    @Override
    public List<BatchSample> samples() {
        return MonitoringBatchSamples.results();
    }

    @Override
    public BatchRun<MonitoringResult> open(String layout, BatchContext context) throws SQLException {
        // before the limits themselves: what changes in between is then seen as a change
        long limitsSeen = limitsNow(context.connection());
        MonitoringCells cells = new MonitoringCells(config, new KnownOutlets(context), context.now(), context.status().wire());
        List<String> key = MonitoringTables.RESULTS.key().stream().map(StoredTable.Field::name).toList();
        return new Run(new EntryRecords<>(MonitoringColumns.results(), key, cells::result), context.connection(), limitsSeen);
    }

    private static long limitsNow(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(LIMITS_SEEN)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** One batch of results. */
    private record Run(LayoutReader<MonitoringResult> reader, Connection connection, long limitsSeen) implements BatchRun<MonitoringResult> {

        @Override
        public void write(MonitoringResult row, CopyText out) {
            row.write(out);
        }

        @Override
        public void beforePublish(Stage stage) throws SQLException {
            if (limitsNow(connection) != limitsSeen) {
                // judged by other limits; those that differ are judged anew
                MonitoringJudgements.followStage(connection);
            }
        }
    }
}
