package org.envdisclosure.catalog.openapi;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The document as the service serves it, to be walked. */
record ServedDocument(JsonObject json) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch", "head", "options");

    /**
     * @param path   with its templates
     * @param method in lower case
     */
    record Described(String path, String method, JsonObject operation) {
        String id() {
            return operation.getString("operationId");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static ServedDocument fetch() {
        Response answer = RestAssured.given().queryParam("format", "json").get("/api/v1/openapi");
        return new ServedDocument(new JsonObject(answer.then().statusCode(200).extract().asString()));
    }

    List<Described> operations() {
        List<Described> operations = new ArrayList<>();
        json.getJsonObject("paths").forEach(path -> ((JsonObject) path.getValue()).forEach(member -> {
            if (METHODS.contains(member.getKey())) {
                operations.add(new Described(path.getKey(), member.getKey(), (JsonObject) member.getValue()));
            }
        }));
        return operations;
    }

    Described operation(String id) {
        return operations().stream().filter(described -> id.equals(described.id())).findFirst().orElseThrow();
    }

    /** The thing itself, or what its {@code $ref} points to. */
    JsonObject resolved(JsonObject maybeReference) {
        String reference = maybeReference.getString("$ref");
        if (reference == null) {
            return maybeReference;
        }
        JsonObject at = json;
        for (String step : reference.substring("#/".length()).split("/")) {
            at = at == null ? null : at.getJsonObject(step);
        }
        if (at == null) {
            throw new AssertionError("nothing at " + reference);
        }
        return at;
    }

    List<JsonObject> parameters(Described described) {
        return objects(described.operation().getJsonArray("parameters", new JsonArray())).map(this::resolved).toList();
    }

    /** Responses by status, references followed. */
    Stream<Map.Entry<String, JsonObject>> responses(Described described) {
        return described.operation().getJsonObject("responses").stream()
                .map(entry -> Map.entry(entry.getKey(), resolved((JsonObject) entry.getValue())));
    }

    static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }

    /** Examples of a media type, whether one or many. */
    static List<Object> examples(JsonObject mediaType) {
        List<Object> examples = new ArrayList<>();
        if (mediaType.containsKey("example")) {
            examples.add(mediaType.getValue("example"));
        }
        mediaType.getJsonObject("examples", new JsonObject()).forEach(entry -> examples.add(((JsonObject) entry.getValue()).getValue("value")));
        return examples;
    }
}
