package org.envdisclosure.source.record;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.web.DatasetAnswers;

/** One record of supervision: its row, its earlier states. */
@Path("/api/v1/supervision/records/{record_id}")
@Tag(name = "Supervision")
public class RecordItemResource {

    private final DatasetAnswers answers;
    private final Dataset records;
    private final KnownRecords known;

    RecordItemResource(DatasetAnswers answers, KnownRecords known, @Named(RecordTable.DATASET) Dataset records) {
        this.answers = answers;
        this.records = records;
        this.known = known;
    }

    @GET
    @Operation(operationId = "supervision-record", summary = "One record; of one that was withdrawn its key, when and why")
    public Uni<Response> one(@PathParam("record_id") String id, RoutingContext request) {
        return answers.single(records, request, Sql.of("record_id = ?", id), RecordStates.of(id));
    }

    @GET
    @Path("/revisions")
    @Operation(operationId = "supervision-records-revisions", summary = "Every published state of a record; of one that was withdrawn its key, when and why")
    public Uni<Response> revisions(@PathParam("record_id") String id, RoutingContext request) {
        return known.published(id).chain(record -> answers.list(RecordRevisions.DATASET, request, Sql.of("record_id = ?", record)));
    }
}
