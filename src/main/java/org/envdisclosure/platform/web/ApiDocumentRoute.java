package org.envdisclosure.platform.web;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.envdisclosure.platform.problem.ApiProblem;

/**
 * The API's own document, compressed and with a validator: 2 MB that every visitor of its pages would read whole each time, for the
 * framework's route gives neither.
 */
@ApplicationScoped
class ApiDocumentRoute {

    private static final String PATH = "/api/v1/openapi";
    private static final Map<String, Format> FORMATS = Map.of("json", Format.JSON, "yaml", Format.YAML);
    private static final List<String> MEDIA_TYPES = List.of(Format.YAML.getMimeType(), Format.JSON.getMimeType());
    private static final String CACHE_CONTROL = "public, max-age=300";

    private final OpenApiDocumentService documents;
    private final Map<String, WholeAnswer> made = new ConcurrentHashMap<>();

    ApiDocumentRoute(OpenApiDocumentService documents) {
        this.documents = documents;
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, RouteOrder.HOT);
    }

    private void take(RoutingContext context) {
        HttpMethod method = context.request().method();
        if ((method == HttpMethod.GET || method == HttpMethod.HEAD) && PATH.equals(context.normalizedPath())) {
            try {
                answer(context);
            } catch (ApiProblem refused) {
                ProblemAnswer.of(refused, context).send(context);
            }
        } else {
            context.next();
        }
    }

    private void answer(RoutingContext context) {
        Asked asked = Asked.of(context);
        Format format = format(asked);
        // the same for ever: what it says is settled when the service starts
        made.computeIfAbsent(format + " " + asked.takesGzip(), key -> written(asked, format)).send(context);
    }

    /** {@code ?format=} before {@code Accept}, YAML when neither says anything. */
    private static Format format(Asked asked) {
        QueryString query = asked.query().allowing(List.of("format"));
        if (query.has("format")) {
            return query.one("format").map(FORMATS::get).orElseThrow(() -> ApiProblem.parameter("format", "format 只接受:json, yaml", "format takes json, yaml"));
        }
        return asked.mediaType(MEDIA_TYPES).equals(Format.JSON.getMimeType()) ? Format.JSON : Format.YAML;
    }

    private WholeAnswer written(Asked asked, Format format) {
        byte[] document = documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, format);
        String etag = Validator.etag(format.getMimeType(), AnswerBody.isCompressed(asked, document), new String(document, StandardCharsets.UTF_8));
        return WholeAnswer.of(asked, format.getMimeType() + ";charset=UTF-8", etag, CACHE_CONTROL, List.of(), document);
    }
}
