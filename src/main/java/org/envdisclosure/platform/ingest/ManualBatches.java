package org.envdisclosure.platform.ingest;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.envdisclosure.platform.access.KeyRing;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.revision.RevisionBoard;
import org.envdisclosure.platform.web.JsonText;

/**
 * Corrections made by hand: one record, taken in as a batch of its own with the layout {@code manual}, so that it is locked,
 * compared, published and receipted like any other.
 */
@ApplicationScoped
public class ManualBatches {

    /** The layout of a plan whose records come from here. */
    public static final String LAYOUT = "manual";

    private final BatchIngest ingest;
    private final RevisionBoard board;

    ManualBatches(BatchIngest ingest, RevisionBoard board) {
        this.ingest = ingest;
        this.board = board;
    }

    /**
     * Takes the record in and answers with its receipt.
     *
     * @param status of the rows it changes, for the receipt
     * @param record what the plan's first layout reads
     */
    public Uni<Response> take(IngestPlan<?> plan, RoutingContext request, DataStatus status, Map<String, String> record) {
        BatchRequest batch = new BatchRequest(plan.layouts().get(0), status, false, KeyRing.holderOf(request).name(), ContentCoding.IDENTITY,
                BodyFormat.NDJSON, new ByteArrayInputStream(JsonText.bytes(record)));
        // a batch blocks, so it leaves the event loop
        return Uni.createFrom().item(() -> ingest.take(plan, batch))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .call(board::catchUp)
                .map(BatchAnswers::answer);
    }
}
