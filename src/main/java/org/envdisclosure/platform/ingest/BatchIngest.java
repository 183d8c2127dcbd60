package org.envdisclosure.platform.ingest;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.envdisclosure.platform.sql.Transactions;
import org.jspecify.annotations.Nullable;

/** Takes batches in: at most as many at once as there are places, each in one transaction, each with a receipt. */
@ApplicationScoped
public class BatchIngest {

    /** The database broke a circle of waits at this batch; sent again it finds the others done. */
    private static final String DEADLOCK = "40P01";

    private final Transactions transactions;
    private final Clock clock;
    private final IngestConfig config;
    private final IngestMeters meters;
    private final Semaphore places;

    BatchIngest(Transactions transactions, Clock clock, IngestConfig config, IngestMeters meters) {
        this.transactions = transactions;
        this.clock = clock;
        this.config = config;
        this.meters = meters;
        this.places = new Semaphore(config.parallel(), true);
    }

    /**
     * Reads, judges, stores and receipts one batch; blocks.
     *
     * @throws ApiProblem when every place is taken for long, or the body cannot be read to its end; then nothing was stored
     */
    public <R> Receipt take(IngestPlan<R> plan, BatchRequest request) {
        enter();
        UUID batch = UUID.randomUUID();
        Instant arrived = clock.instant();
        ReceivedBody body = new ReceivedBody(request.body(), request.coding(), request.format(), config.limits());
        try {
            Receipt receipt = transactions.run(connection -> new BatchTransaction<>(connection, plan, request, batch, arrived, clock, config.lockPatience()).run(body));
            told(receipt);
            return receipt;
        } catch (UnreadableBody broken) {
            throw unreadable(plan, request, batch, arrived, body, broken.word(), type(broken).because(broken.detail().zh(), broken.detail().en()));
        } catch (IOException cut) {
            throw unreadable(plan, request, batch, arrived, body, "body_cut", ProblemType.BROKEN_BATCH.because(
                    "请求体在传输中中断,什么也没有保存;请整批重发", "the body ended early, so nothing was stored; send the whole batch again"));
        } catch (SQLException failure) {
            throw RevisionLedger.isBusy(failure) || DEADLOCK.equals(failure.getSQLState()) ? busy("另一批次仍在入库，本批次什么也没有保存，请稍后重发",
                    "another batch is still being merged, so nothing of this one was stored; send it again shortly") : new IngestFailure(failure);
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (places.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw busy("同时接收的批次已达上限,请稍后重发", "as many batches as allowed are being taken in; send it again shortly");
    }

    private static ApiProblem busy(String zh, String en) {
        return ProblemType.INGEST_BUSY.because(zh, en).withHeader("Retry-After", "5");
    }

    private static ProblemType type(UnreadableBody broken) {
        return broken instanceof TooLarge ? ProblemType.TOO_LARGE
                : broken instanceof UnsupportedMedia ? ProblemType.UNSUPPORTED_MEDIA_TYPE : ProblemType.BROKEN_BATCH;
    }

    /** The failed receipt is a transaction of its own: the batch's was rolled back. */
    private ApiProblem unreadable(IngestPlan<?> plan, BatchRequest request, UUID batch, Instant arrived, ReceivedBody body, String word,
                                  ApiProblem problem) {
        Receipt receipt = new Receipt(batch, plan.table().dataset(), request.layout(), request.status().wire(),
                request.atomic() ? "atomic" : "partial", "failed", word, request.keyName(), arrived, clock.instant(), null, body.bytes(),
                0, 0, 0, 0, 0, null, null, 0, Map.of(), List.of());
        try {
            transactions.run(connection -> ReceiptBook.write(connection, receipt));
        } catch (SQLException failure) {
            throw new IngestFailure(failure);
        }
        told(receipt);
        return problem.withMembers(Map.of("batch_id", batch.toString(), "failure", word));
    }

    private void told(Receipt receipt) {
        meters.count(receipt);
        Log.infof("batch %s: dataset=%s batch=%s key=%s received=%d inserted=%d unchanged=%d corrected=%d rejected=%d revision=%d failure=%s took=%s",
                receipt.state(), receipt.dataset(), receipt.batchId(), receipt.keyName(), receipt.received(), receipt.inserted(),
                receipt.unchanged(), receipt.corrected(), receipt.rejected(), receipt.revision(), receipt.failure(),
                Duration.between(receipt.receivedAt(), receipt.finishedAt()));
    }

    /** The database failed under a batch; nothing of it was stored. */
    public static final class IngestFailure extends RuntimeException {
        IngestFailure(@Nullable Throwable cause) {
            super(cause);
        }
    }
}
