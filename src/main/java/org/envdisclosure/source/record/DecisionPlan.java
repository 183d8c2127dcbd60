package org.envdisclosure.source.record;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.envdisclosure.platform.ingest.BatchRun;
import org.envdisclosure.platform.ingest.FieldNames;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.ManualPlan;
import org.envdisclosure.platform.ingest.Merge;
import org.envdisclosure.platform.ingest.RawRecord;
import org.envdisclosure.platform.ingest.RowSink;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.source.rules.privacy.Judged;

/** How a held record is published as it is, published with its hits covered, or refused. */
record DecisionPlan(HeldRecord held, ReviewDecision decision) implements ManualPlan<RecordRow> {

    @Override
    public StoredTable table() {
        return RecordTable.PUBLISHED;
    }

    @Override
    public Merge.Reasons reasons() {
        return new Merge.Reasons("review", "review");
    }

    @Override
    public BatchRun<RecordRow> open(String layout, BatchContext context) throws SQLException {
        return new Run(this, context.connection(), OwnValues.of(context.connection(), held.record()));
    }

    /** One decision. */
    private record Run(DecisionPlan plan, Connection connection, Set<String> earlier) implements BatchRun<RecordRow>, LayoutReader<RecordRow> {

        @Override
        public LayoutReader<RecordRow> reader() {
            return this;
        }

        @Override
        public void header(FieldNames names, RowSink<RecordRow> sink) {
            // what we make is JSON
        }

        @Override
        public void record(RawRecord record, RowSink<RecordRow> sink) {
            if (!plan.decision.refuses()) {
                sink.parsed(record.line(), plan.held.row(), record.raw());
            }
        }

        @Override
        public void write(RecordRow row, CopyText out) {
            Judged judged = row.judged(earlier);
            RecordTable.write(row, plan.decision.masks() ? judged.masked() : judged.shown(), plan.decision.at(), out);
        }

        @Override
        public void beforeCompare(Stage stage) throws SQLException, IOException {
            stage.complete();
            Arriving.execute(connection, RecordTable.FILL);
        }

        @Override
        public void beforePublish(Stage stage) throws SQLException {
            plan.decision.write(connection, "supervision_originals", "original_id", plan.held.id(), ReviewDecision.HELD);
            LawClock.endStaged(connection, plan.decision.at());
        }

        @Override
        public void afterPublish(Merge.Outcome outcome) throws SQLException {
            RecordTable.tellWithdrawn(connection, outcome.revision());
        }

        @Override
        public long takenApart() {
            return plan.decision.refuses() ? 1 : 0;
        }

        @Override
        public Map<String, Long> extras() {
            return plan.decision.refuses() ? Map.of("refused_in_review", 1L) : Map.of();
        }
    }
}
