package org.envdisclosure.platform.ingest;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.access.KeyRing;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.revision.RevisionBoard;
import org.envdisclosure.platform.web.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * Corrections made by hand: one record, taken in as a batch of its own with a layout of its own, so that it is locked,
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
        return take(plan, request, status, List.of(record));
    }

    /** The same with several records in one batch. */
    public Uni<Response> take(IngestPlan<?> plan, RoutingContext request, DataStatus status, List<Map<String, String>> records) {
        String keyName = KeyRing.holderOf(request).name();
        // a batch blocks, so it leaves the event loop
        return Uni.createFrom().item(() -> take(plan, keyName, status, records, null))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .call(board::catchUp)
                .map(BatchAnswers::answer);
    }

    /**
     * The same for whoever is on a worker already; blocks.
     *
     * @param enclosed the file the record speaks of, or null
     */
    public Receipt take(IngestPlan<?> plan, String keyName, DataStatus status, List<Map<String, String>> records, BatchRequest.@Nullable Enclosed enclosed) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Map<String, String> record : records) {
            lines.writeBytes(JsonText.bytes(record));
            lines.write('\n');
        }
        return ingest.take(plan, new BatchRequest(plan.layouts().get(0), status, false, keyName, ContentCoding.IDENTITY, BodyFormat.NDJSON,
                new ByteArrayInputStream(lines.toByteArray()), enclosed));
    }
}
