package org.envdisclosure.platform.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.jspecify.annotations.Nullable;

/**
 * One batch in one transaction. The body is read and staged first, without any lock, however slowly it comes; then the datasets
 * are locked and the stage is merged.
 */
final class BatchTransaction<R> implements RowSink<R> {

    private static final Merge.Outcome NOTHING = new Merge.Outcome(0, 0, 0, 0, 0, 0);

    private final Connection connection;
    private final IngestPlan<R> plan;
    private final BatchRequest request;
    private final UUID batch;
    private final Instant arrived;
    private final Clock clock;
    private final Duration patience;
    private final CopyLane lane = new CopyLane();
    private final Arrivals arrivals;
    private final Stage stage;
    private final RejectLog rejects;
    private final BatchRun<R> run;

    BatchTransaction(Connection connection, IngestPlan<R> plan, BatchRequest request, UUID batch, Instant arrived, Clock clock, Duration patience) throws SQLException {
        this.connection = connection;
        this.plan = plan;
        this.request = request;
        this.batch = batch;
        this.arrived = arrived;
        this.clock = clock;
        this.patience = patience;
        this.arrivals = new Arrivals(connection, plan.table(), lane, !(plan instanceof ManualPlan));
        this.stage = Stage.open(connection, plan.table(), arrivals);
        this.rejects = new RejectLog(connection, batch, lane);
        this.run = plan.open(request.layout(), new IngestPlan.BatchContext(connection, batch, arrived, request.status(), lane));
    }

    Receipt run(ReceivedBody body) throws SQLException, IOException {
        try (lane) {
            return staged(body);
        }
    }

    private Receipt staged(ReceivedBody body) throws SQLException, IOException {
        read(body);
        stage.complete();
        Merge merge = new Merge(connection, plan.table(), batch, plan.reasons());
        if (arrivals.mayRepeat() && merge.hasRepeats()) {
            arrivals.restore();
            merge.settleRepeats();
        }
        Map<String, Long> heads = RevisionLedger.lock(connection, plan.changes(), patience);
        arrivals.follow(heads);
        run.beforeCompare(stage);
        merge.refuseWhatWasLetGo();
        long received = stage.size() + rejects.count();
        merge.compare();
        rejects.flush();
        if (merge.mayRefuse()) {
            rejects.addRefused(plan.table());
        }
        // nothing of a batch without a good row is published, not even what it says of the places it names
        boolean refused = rejects.count() == received && run.takenApart() == 0 || request.atomic() && rejects.count() > 0;
        if (refused) {
            rejects.addRest(plan.table());
        }
        Merge.Outcome outcome = refused ? NOTHING : publish(merge);
        Receipt receipt = ReceiptBook.write(connection, receipt(body, received, outcome, merge.tally(), rejects.count()));
        RevisionLedger.publishedNow(connection, heads);
        return receipt;
    }

    private void read(ReceivedBody body) throws SQLException, IOException {
        try (RecordReader records = body.records()) {
            run.reader().readAll(records, this);
        } catch (SqlInSink failure) {
            throw failure.sql;
        } catch (UncheckedIOException failure) {
            throw new SQLException(failure);
        }
    }

    private Merge.Outcome publish(Merge merge) throws SQLException, IOException {
        run.beforePublish(stage);
        Merge.Outcome outcome = merge.publish();
        run.afterPublish(outcome);
        return outcome;
    }

    /** @param tally null when the batch was refused */
    private Receipt receipt(ReceivedBody body, long received, Merge.Outcome outcome, @Nullable MergeTally tally, long rejected) throws SQLException {
        boolean refused = tally == null;
        String state = refused || outcome.inserted() + outcome.unchanged() + outcome.corrected() + run.takenApart() == 0 ? "refused" : "stored";
        Map<String, Long> extras = refused ? Map.of() : run.extras();
        BatchRequest.Enclosed came = request.enclosed() != null ? request.enclosed() : new BatchRequest.Enclosed(body.sha256(), body.bytes());
        return new Receipt(batch, plan.table().dataset(), request.layout(), request.status().wire(), request.atomic() ? "atomic" : "partial",
                state, null, request.keyName(), arrived, clock.instant(), came.sha256(), came.bytes(), received, outcome.inserted(),
                outcome.unchanged(), outcome.corrected(), rejected, refused ? null : tally.from(), refused ? null : tally.to(), outcome.revision(), extras, shown());
    }

    private List<Receipt.Reject> shown() throws SQLException {
        return rejects.first();
    }

    @Override
    public void parsed(long line, R row, String raw) {
        try {
            run.write(row, stage.received(line, RawText.cut(raw)));
            stage.endRow();
        } catch (SQLException failure) {
            throw new SqlInSink(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void rejected(long line, String reason, String raw) {
        try {
            rejects.add(line, reason, raw);
        } catch (SQLException failure) {
            throw new SqlInSink(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The database failed while a layout was handing rows over. */
    private static final class SqlInSink extends RuntimeException {
        private final transient SQLException sql;

        SqlInSink(SQLException sql) {
            super(sql);
            this.sql = sql;
        }
    }
}
