package org.envdisclosure.catalog;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.problem.Refuses;
import org.envdisclosure.platform.stream.Streams;
import org.envdisclosure.platform.stream.Subscription;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.web.QueryString;

/** New revisions as they come. */
@Path("/api/v1/stream")
@Tag(name = "Catalogue", description = "数据目录与列说明。 / What is published, and what its columns mean.")
public class StreamResource {

    private static final List<String> PARAMETERS = List.of("dataset", Streams.LAST_EVENT_ID);

    private final Streams streams;
    private final Catalogue catalogue;

    StreamResource(Streams streams, Catalogue catalogue) {
        this.streams = streams;
        this.catalogue = catalogue;
    }

    @GET
    @Operation(operationId = "stream", summary = "New revisions of the datasets as they are published, as server-sent events",
            description = """
                    Tells that a dataset answers otherwise than before, within a second, on every replica; the rows are then asked for with `updated_since=<since>`, \
                    `/changes?since=<since>` or `latest`. A dataset that follows from others, such as `air-latest`, is told under its own name. What only ages is not told.

                    - `event: state` comes first where no id was sent: `{"datasets":{"air-hourly":{"revision":122,"published_at":"…"},…}}`. Load what you show.
                    - `event: revision` follows with every change: `revision` as `meta.revision` counts it; `previous`, the one you were told of before, null if none, the same \
                    where only something beside changed; `published_at`; `since`, the moment to ask from so that nothing is missed, null where everything must be loaded anew, \
                    as after a restore of the database. Several revisions at once are one event.
                    - `id` is the whole state of the stream: sent back as `Last-Event-ID`, which a browser does by itself, or as `last_event_id=`, to any replica after any time, \
                    it brings at once one event for each dataset that has moved. Take it as opaque. Of several events that come together only the last has one. A header that \
                    cannot be read begins anew with `state`, whose `problem` says so; a parameter is refused.
                    - A comment comes every 15 s. When the service stops, the stream ends and the browser comes back after 3 s.

                    Ask for rows with `Cache-Control: no-cache` (in a browser `fetch(url, {cache: "no-cache"})`), or a copy of before may answer. After a 429 an `EventSource` does \
                    not come back by itself. `new EventSource("/api/v1/stream?dataset=air-latest").addEventListener("revision", e => …)`""")
    @Parameter(name = "dataset", in = ParameterIn.QUERY, description = "Ids of datasets, repeated or comma-separated; all of them where none is given", example = "air-latest",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = Streams.LAST_EVENT_ID, in = ParameterIn.QUERY, description = "The id of the last event, for who cannot send the header",
            example = "air-hourly:122.hnpiunve1s,air-stations:7.hmshp31ts0", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "Last-Event-ID", in = ParameterIn.HEADER, description = "The id of the last event; before the parameter",
            example = "air-hourly:122.hnpiunve1s,air-stations:7.hmshp31ts0", schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "Events, until one of the two ends it", content = @Content(mediaType = Streams.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING),
            example = """
                    retry: 3000

                    event: revision
                    id: air-hourly:124.hnpjhats5c,air-stations:7.hmshp31ts0
                    data: {"dataset":"air-latest","revision":124,"previous":122,"published_at":"2026-10-31T08:25:00.312+08:00","since":"2026-10-31T08:02:11.5+08:00"}

                    """))
    @Refuses({ProblemType.NOT_ACCEPTABLE, ProblemType.STREAMS_BUSY})
    public Uni<Response> stream(RoutingContext request) {
        Asked asked = Asked.of(request);
        QueryString query = asked.query().allowing(PARAMETERS);
        Subscription subscription = subscription(query.all("dataset"));
        asked.mediaType(List.of(Streams.MEDIA_TYPE));
        return streams.answer(subscription, query, request);
    }

    private Subscription subscription(List<String> wanted) {
        List<Dataset> open = catalogue.datasets().stream().filter(dataset -> !dataset.isConfidential()).toList();
        List<String> ids = open.stream().map(Dataset::id).toList();
        wanted.forEach(id -> Filters.requireWord("dataset", id, ids));
        return new Subscription(open.stream().filter(dataset -> wanted.isEmpty() || wanted.contains(dataset.id())).toList());
    }
}
