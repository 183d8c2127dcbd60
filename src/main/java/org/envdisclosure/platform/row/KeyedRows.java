package org.envdisclosure.platform.row;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.ingest.ManualBatches;
import org.envdisclosure.platform.ingest.StatedReason;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.page.Rows;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.web.DatasetAnswers;
import org.envdisclosure.platform.web.LetGo;

/** Answers requests about one row that a path names; a resource method is one call to this. */
@ApplicationScoped
public class KeyedRows {

    /** The answer to a withdrawal, for the API document. */
    public static final String RECEIPT = """
            {"batch_id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","received":1,"inserted":0,"unchanged":0,"corrected":1,"rejected":0,
             "revision":1235,"rejects":[]}""";

    private final DatasetAnswers answers;
    private final ManualBatches batches;
    private final Rows rows;
    private final LetGo letGo;

    KeyedRows(DatasetAnswers answers, ManualBatches batches, Rows rows, LetGo letGo) {
        this.answers = answers;
        this.batches = batches;
        this.rows = rows;
        this.letGo = letGo;
    }

    /**
     * Every state the row has had; 404 when there never was one, 410 when it was let go.
     *
     * @param revisions as {@link RowRevisions} declares it
     */
    public Uni<Response> revisions(StoredTable table, Dataset revisions, RowKey key, RoutingContext request) {
        return statusOf(table, revisions, key).chain(status -> answers.list(revisions, request, key.condition()));
    }

    /** Takes the row back, for the reason the request gives; answers with the receipt, 404 when there never was such a row. */
    public Uni<Response> withdraw(WithdrawableTable withdrawable, Dataset revisions, RowKey key, RoutingContext request) {
        String reason = StatedReason.of(Asked.of(request).query().allowing(List.of(StatedReason.PARAMETER)));
        Map<String, String> record = key.record();
        record.put(StatedReason.PARAMETER, reason);
        return statusOf(withdrawable.table().table(), revisions, key)
                .chain(status -> batches.take(new WithdrawalPlan(withdrawable), request, status, record));
    }

    private ApiProblem lacking(StoredTable table, RowKey key) {
        return Optional.ofNullable(table.time()).flatMap(time -> letGo.of(table.dataset(), key.moment(time.column()))).orElseGet(key::unknown);
    }

    private Uni<DataStatus> statusOf(StoredTable table, Dataset revisions, RowKey key) {
        return rows.read(Sql.of("SELECT data_status FROM " + table.name() + " WHERE ").then(key.condition()), List.of(revisions.column("data_status")))
                .map(found -> found.stream().findFirst().flatMap(row -> DataStatus.ofWire(String.valueOf(row[0]))).orElseThrow(() -> lacking(table, key)));
    }
}
