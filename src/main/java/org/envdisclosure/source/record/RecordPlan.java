package org.envdisclosure.source.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.envdisclosure.platform.entry.EntryRecords;
import org.envdisclosure.platform.ingest.BatchRun;
import org.envdisclosure.platform.ingest.BatchSample;
import org.envdisclosure.platform.ingest.BodyFormat;
import org.envdisclosure.platform.ingest.IngestPlan;
import org.envdisclosure.platform.ingest.StoredTable;

/** How records are taken in: the original goes to the bureau's own table, the masked row, where nothing is in the way, to everybody's. */
@ApplicationScoped
class RecordPlan implements IngestPlan<RecordRow> {

    private static final List<String> NEEDED = List.of(RecordFields.KEY, "kind", "title");

    private final RecordConfig config;

    RecordPlan(RecordConfig config) {
        this.config = config;
    }

    @Override
    public StoredTable table() {
        return RecordTable.PUBLISHED;
    }

    /** Made up: nobody was inspected or punished. */
    @Override
    public List<BatchSample> samples() {
        return List.of(
                new BatchSample("native", BodyFormat.JSON, """
                        [{"record_id":"99R-DOC-1","kind":"penalty","source_id":"99E001","title":"示例污水处理厂（虚构）超标排放案","document_no":"示环罚〔2026〕901号",\
                        "authority":"示例市生态环境局（虚构）","decided_on":"2026-05-12","legal_basis":"《水污染防治法》第八十三条第二项","amount_cny":"100000.00","status":"decided",\
                        "party_name":"示例污水处理厂（虚构）","party_type":"enterprise","penalty_types":["fine"]}]"""),
                new BatchSample("native", BodyFormat.NDJSON, """
                        {"record_id":"99R-DOC-2","kind":"inspection","source_id":"99E001","title":"日常检查（示例）","occurred_on":"2026-05-06","inspection_result":"未发现问题","status":"closed"}
                        {"record_id":"99R-DOC-3","kind":"environmental_tax","source_id":"99E001","title":"环境保护税（示例）","period":"2026-Q1","assessed_cny":18432.50}
                        """),
                new BatchSample("native", BodyFormat.CSV, """
                        record_id,kind,source_id,title,authority,decided_on,eia_form,eia_stage,notice_from,notice_until
                        99R-DOC-4,eia,99E001,示例项目（虚构）环境影响报告书受理公示,示例市生态环境局（虚构）,2026-05-08,report,accepted,2026-05-08,2026-05-21
                        """));
    }

    @Override
    public BatchRun<RecordRow> open(String layout, BatchContext context) throws SQLException {
        Instant latest = context.now().plus(config.clockTolerance());
        Arriving arriving = Arriving.open(context);
        return new RecordRun(new EntryRecords<>(RecordFields.input(), NEEDED, cells -> RecordRow.of(cells, latest)), arriving, context.connection(),
                context.now().truncatedTo(ChronoUnit.MICROS), context.batch().toString());
    }
}
