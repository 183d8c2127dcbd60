package org.envdisclosure.catalog.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.dataset.Format;

/** Operations that answer with rows, and the schemas they refer to. */
final class DatasetOperations {

    private final Map<String, Schema> schemas = new TreeMap<>();

    /** Every schema referred to so far, by name. */
    Map<String, Schema> schemas() {
        return schemas;
    }

    void describe(Operation operation, DatasetOperation declared) {
        Dataset dataset = declared.dataset();
        boolean object = declared.shape() == DatasetOperation.Shape.OBJECT;
        parameters(declared).forEach(operation::addParameter);
        String description = ColumnSchemas.both(dataset.description());
        operation.description(operation.getDescription() == null ? description : operation.getDescription() + "\n\n" + description);
        APIResponse answer = OASFactory.createAPIResponse().description(ColumnSchemas.both(dataset.title()))
                .content(content(declared));
        operation.setResponses(OASFactory.createAPIResponses()
                .addAPIResponse("200", ResponseHeaders.with(answer, object ? ResponseHeaders.LIMITED : ResponseHeaders.ROWS)));
        if (!object) {
            operation.getResponses().addAPIResponse("304", OASFactory.createAPIResponse().ref("#/components/responses/NotModified"));
        }
    }

    private static List<Parameter> parameters(DatasetOperation declared) {
        return switch (declared.shape()) {
            case OBJECT -> DatasetParameters.filtersOf(declared.dataset());
            case SINGLE -> DatasetParameters.ofSingle(declared.dataset());
            case LIST -> DatasetParameters.of(declared.dataset());
        };
    }

    private Content content(DatasetOperation declared) {
        Dataset dataset = declared.dataset();
        return switch (declared.shape()) {
            case OBJECT -> json(row(dataset), DatasetExamples.row(dataset.columns()));
            case SINGLE -> json(single(dataset), new DatasetExamples(dataset).single());
            case LIST -> formats(dataset);
        };
    }

    private static Content json(Schema schema, Object example) {
        return OASFactory.createContent().addMediaType(Format.JSON.mediaType(), OASFactory.createMediaType().schema(schema).example(example));
    }

    private Content formats(Dataset dataset) {
        Content content = OASFactory.createContent();
        DatasetExamples examples = new DatasetExamples(dataset);
        for (Format format : dataset.formats().stream().sorted().toList()) {
            MediaType media = OASFactory.createMediaType().schema(schema(dataset, format)).example(examples.in(format));
            content.addMediaType(format.mediaType(), media);
        }
        return content;
    }

    private Schema schema(Dataset dataset, Format format) {
        return switch (format) {
            case JSON -> reference(name(dataset) + "Page", () -> page(listOf(row(dataset))));
            case COLUMNS -> reference(name(dataset) + "Columns", () -> page(ColumnSchemas.arrays(dataset.columns(), dataset.key())));
            case GEOJSON -> reference(name(dataset) + "Features", () -> features(dataset));
            case CSV -> CommonParameters.string().description("RFC 4180, UTF-8, \\n; 空单元格表示无值。 / An empty cell has no value. Columns: /api/v1/datasets/"
                    + dataset.id() + "/columns.json");
            case NDJSON -> CommonParameters.string().description("每行一个 " + name(dataset) + " 对象。 / One " + name(dataset) + " object a line.");
        };
    }

    private Schema row(Dataset dataset) {
        return reference(name(dataset), () -> ColumnSchemas.row(dataset.columns(), dataset.key()));
    }

    private Schema single(Dataset dataset) {
        return object().addProperty("data", row(dataset)).addProperty("meta", reference("Meta"));
    }

    private static Schema page(Schema data) {
        return object().required(List.of("data", "page", "meta"))
                .addProperty("data", data).addProperty("page", reference("Page")).addProperty("meta", reference("Meta"));
    }

    private Schema features(Dataset dataset) {
        Schema point = object().addProperty("type", CommonParameters.words(List.of("Point")))
                .addProperty("coordinates", listOf(OASFactory.createSchema().addType(SchemaType.NUMBER)).minItems(2).maxItems(2))
                .addType(SchemaType.NULL);
        Schema feature = object().required(List.of("type", "geometry", "properties"))
                .addProperty("type", CommonParameters.words(List.of("Feature")))
                .addProperty("geometry", point)
                .addProperty("properties", row(dataset));
        return object().required(List.of("type", "features"))
                .addProperty("type", CommonParameters.words(List.of("FeatureCollection")))
                .addProperty("features", listOf(feature))
                .addProperty("page", reference("Page")).addProperty("meta", reference("Meta"));
    }

    /** Refers to a schema, which is made at its first mention. */
    private Schema reference(String name, Supplier<Schema> made) {
        if (!schemas.containsKey(name)) {
            schemas.put(name, made.get());
        }
        return reference(name);
    }

    static Schema reference(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    static Schema listOf(Schema items) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items);
    }

    /** {@code air-hourly} becomes {@code AirHourly}. */
    static String name(Dataset dataset) {
        return Arrays.stream(dataset.id().split("-")).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
