package org.envdisclosure.catalog;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.publisher.PublisherConfig;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.web.Documents;
import org.envdisclosure.platform.web.JsonMembers;
import org.envdisclosure.platform.web.JsonText;
import org.envdisclosure.platform.web.Links;

/** What is published, and what its columns mean. */
@Path("/api/v1")
@Tag(name = "Catalogue", description = "数据目录与列说明。 / What is published, and what its columns mean.")
public class CatalogResource {

    private static final List<String> JSON = List.of("application/json");
    private static final List<String> JSON_LD = List.of("application/ld+json", "application/json");
    private static final List<String> CSVW = List.of("application/csvm+json", "application/json");

    private final Catalogue catalogue;
    private final PublisherConfig publisher;

    CatalogResource(Catalogue catalogue, PublisherConfig publisher) {
        this.catalogue = catalogue;
        this.publisher = publisher;
    }

    @GET
    @Path("/catalog")
    @Operation(operationId = "catalog", summary = "The catalogue of all datasets (DCAT 3)")
    public Uni<Response> catalog(RoutingContext request) {
        String mediaType = negotiated(request, JSON_LD);
        return catalogue.whole().map(whole -> answer(request, mediaType, whole));
    }

    @GET
    @Path("/datasets")
    @Operation(operationId = "datasets", summary = "All datasets: id, title, path, columns")
    public Response datasets(RoutingContext request) {
        String mediaType = negotiated(request, JSON);
        List<Map<String, Object>> listed = catalogue.datasets().stream().map(CatalogResource::listed).toList();
        return answer(request, mediaType, Map.of("data", listed));
    }

    @GET
    @Path("/datasets/{id}")
    @Operation(operationId = "dataset", summary = "A dataset's entry in the catalogue (DCAT 3)")
    public Uni<Response> dataset(@PathParam("id") String id, RoutingContext request) {
        String mediaType = negotiated(request, JSON_LD);
        return catalogue.entry(catalogue.require(id)).map(entry -> answer(request, mediaType, entry));
    }

    @GET
    @Path("/datasets/{id}/columns.json")
    @Operation(operationId = "dataset-columns", summary = "A dataset's columns: names, types, units, meaning, flags (CSVW)")
    public Response columns(@PathParam("id") String id, RoutingContext request) {
        String mediaType = negotiated(request, CSVW);
        return answer(request, mediaType, TableDescription.of(catalogue.requireColumns(id), publisher.name().text()));
    }

    static Map<String, Object> listed(Dataset dataset) {
        return JsonMembers.of("id", dataset.id())
                .with("title", JsonMembers.of("zh", dataset.title().zh()).with("en", dataset.title().en()).map())
                .with("path", dataset.path())
                .with("url", CatalogueEntry.accessUrl(dataset))
                .with("columns", Links.columns(dataset))
                .with("entry", CatalogueEntry.address(dataset)).map();
    }

    private static String negotiated(RoutingContext request, List<String> mediaTypes) {
        Asked asked = Asked.of(request);
        asked.query().allowing(List.of());
        return asked.mediaType(mediaTypes);
    }

    private static Response answer(RoutingContext request, String mediaType, Object document) {
        return Documents.answer(Asked.of(request), mediaType, JsonText.bytes(document));
    }
}
