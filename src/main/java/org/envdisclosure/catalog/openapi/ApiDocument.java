package org.envdisclosure.catalog.openapi;

import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.info.Info;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.servers.Server;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.ingest.IngestPlan;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.publisher.PublisherConfig;

/**
 * The scanned document, which knows methods and paths, made whole from the declarations: an operation named like a dataset is its
 * list, {@code <dataset>-ingest} takes its batches in, {@code <dataset>-review} raises its state of review, a {@link DatasetOperation} is
 * what it says. In a stable order, so that
 * the committed copy can be compared.
 */
@ApplicationScoped
@Unremovable
class ApiDocument {

    private final Map<String, DatasetOperation> byOperation = new LinkedHashMap<>();
    private final Map<String, IngestPlan<?>> plans = new LinkedHashMap<>();
    private final Map<String, Dataset> reviewed = new LinkedHashMap<>();
    private final PlatformOperations platform;
    private final PublisherConfig publisher;

    ApiDocument(@All List<Dataset> datasets, @All List<DatasetOperation> operations, @All List<IngestPlan<?>> plans,
                PlatformOperations platform, PublisherConfig publisher) {
        datasets.forEach(dataset -> byOperation.put(dataset.id(), DatasetOperation.list(dataset.id(), dataset)));
        datasets.forEach(dataset -> reviewed.put(dataset.id() + "-review", dataset));
        operations.forEach(operation -> byOperation.put(operation.operationId(), operation));
        plans.forEach(plan -> this.plans.put(plan.table().dataset() + "-ingest", plan));
        this.platform = platform;
        this.publisher = publisher;
    }

    void complete(OpenAPI document) {
        DatasetOperations rows = new DatasetOperations();
        ProblemResponses problems = new ProblemResponses();
        Map<String, PathItem> paths = new TreeMap<>(document.getPaths().getPathItems());
        paths.values().forEach(path -> new TreeMap<>(path.getOperations()).values().forEach(operation -> {
            describe(operation, rows);
            Refusals.add(operation, problems, problemsOf(String.valueOf(operation.getOperationId())));
        }));
        Components components = components(document, rows, problems);
        Info info = document.getInfo().contact(
                OASFactory.createContact().name(ColumnSchemas.both(publisher.name().text())).url(publisher.url().orElse(null)));
        List<Tag> tags = document.getTags().stream().sorted(Comparator.comparing(Tag::getName)).toList();
        write(document, info, tags, paths, components);
    }

    private List<ProblemType> problemsOf(String operationId) {
        return plans.containsKey(operationId) ? BatchOperations.PROBLEMS : reviewed.containsKey(operationId) ? ReviewOperations.PROBLEMS : List.of();
    }

    /** Set anew one by one, so that a reader meets them in this order. */
    private static void write(OpenAPI document, Info info, List<Tag> tags, Map<String, PathItem> paths, Components components) {
        String version = document.getOpenapi();
        List<Server> servers = document.getServers();
        Paths ordered = OASFactory.createPaths();
        paths.forEach(ordered::addPathItem);
        document.openapi(null).info(null).servers(null).tags(null).paths(null).components(null);
        document.openapi(version).info(info).servers(servers).tags(tags)
                .paths(ordered).components(components);
    }

    private void describe(Operation operation, DatasetOperations rows) {
        String id = String.valueOf(operation.getOperationId());
        forgetGuesses(operation);
        if (operation.getExtensions() != null && operation.getExtensions().get(KeyedOperations.ROLE) != null) {
            String role = String.valueOf(operation.getExtensions().get(KeyedOperations.ROLE));
            String needed = "需要角色为 %s 的密钥。 / Needs a key with the role %s.".formatted(role, role);
            operation.description(operation.getDescription() == null ? needed : needed + "\n\n" + operation.getDescription());
        }
        DatasetOperation declared = byOperation.get(id);
        if (declared != null) {
            declared.dataset().columns().forEach(column -> PlatformOperations.exampleOfPath(operation, column.name(), column.example()));
            rows.describe(operation, declared);
        } else if (plans.containsKey(id)) {
            BatchOperations.describe(operation, plans.get(id));
        } else if (reviewed.containsKey(id)) {
            ReviewOperations.describe(operation, reviewed.get(id));
        } else {
            platform.describe(operation);
        }
        PlatformOperations.exampleOfPath(operation, "batch_id", CommonSchemas.RECEIPT.get(0).example());
    }

    /** The scanner takes the framework's own parameters for bodies; only what a method describes by hand is kept. */
    private static void forgetGuesses(Operation operation) {
        boolean written = operation.getRequestBody() != null && operation.getRequestBody().getDescription() != null;
        if (!written) {
            operation.setRequestBody(null);
        }
        if (operation.getParameters() != null) {
            operation.setParameters(new ArrayList<>(operation.getParameters()));
        }
    }

    private static Components components(OpenAPI document, DatasetOperations rows, ProblemResponses problems) {
        Components scanned = document.getComponents();
        Components components = OASFactory.createComponents();
        Map<String, Schema> schemas = new TreeMap<>(CommonSchemas.all());
        schemas.putAll(rows.schemas());
        if (scanned != null && scanned.getSchemas() != null) {
            // a name with a package is the framework's, left over from a parameter that is no body
            scanned.getSchemas().forEach((name, schema) -> {
                if (name.indexOf('.') < 0) {
                    schemas.put(name, schema);
                }
            });
        }
        schemas.forEach(components::addSchema);
        CommonParameters.all().forEach(components::addParameter);
        ResponseHeaders.all().forEach(components::addHeader);
        components.addResponse("NotModified", ResponseHeaders.with(OASFactory.createAPIResponse()
                .description("与 If-None-Match 所示相同。 / The caller has this very answer."), ResponseHeaders.VALIDATED));
        problems.used().forEach(components::addResponse);
        return components.addSecurityScheme(KeyedOperations.SCHEME, OASFactory.createSecurityScheme().type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER).name("X-API-Key").description("写入、回执与拒收记录需要。 / For writing, receipts and rejects."));
    }
}
