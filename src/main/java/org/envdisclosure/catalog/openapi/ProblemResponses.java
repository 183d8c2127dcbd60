package org.envdisclosure.catalog.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.envdisclosure.catalog.problems.ProblemExample;
import org.envdisclosure.platform.problem.ProblemType;

/** Refusals: one response in the components for every set of problem types that share a status. */
final class ProblemResponses {

    private static final String SCHEMA = "#/components/schemas/Problem";

    private final Map<String, APIResponse> used = new TreeMap<>();

    /** Every response referred to so far, by name. */
    Map<String, APIResponse> used() {
        return used;
    }

    /** Adds to {@code operation} what it may refuse with; a status it already describes is left alone. */
    void addTo(Operation operation, List<ProblemType> types) {
        types.stream().distinct().collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()))
                .forEach((status, alike) -> {
                    if (lacks(operation, String.valueOf(status))) {
                        add(operation, String.valueOf(status), alike);
                    }
                });
    }

    private void add(Operation operation, String status, List<ProblemType> alike) {
        String name = alike.stream().sorted().map(ProblemResponses::name).collect(Collectors.joining("Or"));
        used.computeIfAbsent(name, absent -> response(alike.stream().sorted().toList()));
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        operation.getResponses().addAPIResponse(status, OASFactory.createAPIResponse().ref("#/components/responses/" + name));
    }

    private static String name(ProblemType type) {
        return Arrays.stream(type.slug().split("-")).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static APIResponse response(List<ProblemType> types) {
        MediaType media = OASFactory.createMediaType().schema(OASFactory.createSchema().ref(SCHEMA));
        types.forEach(type -> media.addExample(type.slug(), OASFactory.createExample()
                .summary(ColumnSchemas.both(type.title())).value(ProblemExample.of(type))));
        APIResponse response = OASFactory.createAPIResponse()
                .description(types.stream().map(type -> ColumnSchemas.both(type.title())).collect(Collectors.joining("; ")))
                .content(OASFactory.createContent().addMediaType("application/problem+json", media));
        return types.get(0).status() == 429 ? ResponseHeaders.with(response, ResponseHeaders.RETRY) : response;
    }

    /** RFC 9457, with the members this service adds. */
    static Schema schema() {
        Schema fault = OASFactory.createSchema().addType(SchemaType.OBJECT)
                .addProperty("parameter", text("The query parameter as the caller wrote it."))
                .addProperty("pointer", text("JSON pointer into the body."))
                .addProperty("detail", text("What is wrong with it and what is allowed."));
        return OASFactory.createSchema().addType(SchemaType.OBJECT)
                .description("RFC 9457。Accept-Language: zh 时为中文。 / RFC 9457; in Chinese with Accept-Language: zh.")
                .required(List.of("type", "title", "status", "detail", "instance"))
                .addProperty("type", text("Which problem; a page about it is at this address.").format("uri-reference")
                        .enumeration(Arrays.stream(ProblemType.values()).<Object>map(ProblemType::uri).toList()))
                .addProperty("title", text("The problem in a few words."))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER).description("The HTTP status."))
                .addProperty("detail", text("What was wrong, what is allowed, what to do."))
                .addProperty("instance", text("The path asked."))
                .addProperty("errors", OASFactory.createSchema().addType(SchemaType.ARRAY).items(fault).description("Each fault of the input."))
                .addProperty("trace_id", text("5xx only: the id under which the log has it."));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }

    /** Whether the answer is not described, or only guessed by the scanner, which knows no content. */
    private static boolean lacks(Operation operation, String status) {
        APIResponse described = operation.getResponses() == null ? null : operation.getResponses().getAPIResponse(status);
        return described == null || described.getContent() == null && described.getRef() == null;
    }
}
