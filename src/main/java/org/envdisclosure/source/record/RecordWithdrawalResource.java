package org.envdisclosure.source.record;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.envdisclosure.platform.access.KeyRing;
import org.envdisclosure.platform.access.Needs;
import org.envdisclosure.platform.access.Role;
import org.envdisclosure.platform.ingest.ManualBatches;
import org.envdisclosure.platform.ingest.StatedReason;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.problem.Refuses;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.withdrawal.Withdrawals;

/** Withdrawing a record and putting it back. */
@Path("/api/v1/supervision/records/{record_id}")
@Tag(name = "Supervision")
@Needs(Role.ADMIN)
public class RecordWithdrawalResource {

    static final String RECEIPT = """
            {"batch_id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","received":1,"inserted":0,"unchanged":0,"corrected":1,"rejected":0,
             "revision":1236,"rejects":[]}""";

    private final KnownRecords known;
    private final ManualBatches batches;
    private final Clock clock;

    RecordWithdrawalResource(KnownRecords known, ManualBatches batches, Clock clock) {
        this.known = known;
        this.batches = batches;
        this.clock = clock;
    }

    @DELETE
    @Operation(operationId = "supervision-record-withdraw", summary = "Withdraws a record",
            description = "From then on every public path, at every past state, shows only its key, `withdrawn_at` and `withdrawal_reason`; its files are 410. The reason is public. "
                    + "One that is withdrawn already is `unchanged` and keeps its reason. Sent again it stays withdrawn.")
    @Parameter(name = "record_id", in = ParameterIn.PATH, required = true, description = "Code of the record", example = "99R-2026-0001", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "reason", in = ParameterIn.QUERY, required = true, description = "Why, 1 to 200 characters; everybody can read it", example = "published by mistake",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The receipt", content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT), example = RECEIPT))
    @Refuses(ProblemType.INGEST_BUSY)
    public Uni<Response> withdraw(@PathParam("record_id") String id, RoutingContext request) {
        Withdrawals.Decision decision = decision(request);
        return revise(id, request, RevisionPlan.ofOne("withdrawn", (record, connection) ->
                Withdrawals.withdraw(connection, RecordTable.DATASET, List.of(record), decision) > 0));
    }

    @DELETE
    @Path("/withdrawal")
    @Operation(operationId = "supervision-record-restore", summary = "Puts a record back",
            description = "As it was sent last. That it was withdrawn, when, why and by whom stays on record. One that is public is `unchanged`. "
                    + "One that law's own clock withdrew stays public until the sender gives another date.")
    @Parameter(name = "record_id", in = ParameterIn.PATH, required = true, description = "Code of the record", example = "99R-2026-0001", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "reason", in = ParameterIn.QUERY, required = true, description = "Why, 1 to 200 characters", example = "withdrawn by mistake",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The receipt", content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT), example = RECEIPT))
    @Refuses(ProblemType.INGEST_BUSY)
    public Uni<Response> restore(@PathParam("record_id") String id, RoutingContext request) {
        Withdrawals.Decision decision = decision(request);
        return revise(id, request, RevisionPlan.ofOne("restored", (record, connection) ->
                Withdrawals.lift(connection, RecordTable.DATASET, record, List.of(record), decision) > 0));
    }

    private Uni<Response> revise(String id, RoutingContext request, RevisionPlan plan) {
        return known.published(id).chain(record -> batches.take(plan, request, DataStatus.REALTIME, RevisionPlan.records(List.of(record))));
    }

    private Withdrawals.Decision decision(RoutingContext request) {
        String reason = StatedReason.of(Asked.of(request).query().allowing(List.of(StatedReason.PARAMETER)));
        return new Withdrawals.Decision(reason, KeyRing.holderOf(request).name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
