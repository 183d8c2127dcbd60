package org.envdisclosure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A small part of JSON Schema in which what is not allowed is an error: {@code type}, {@code enum}, {@code required},
 * {@code properties}, {@code items}, and {@code values} for maps with free keys. A {@code quantity} is a string or a number.
 */
final class StrictSchema {

    private final boolean complete;

    StrictSchema(boolean complete) {
        this.complete = complete;
    }

    void check(JsonNode value, JsonNode schema, String path) {
        if (schema.has("enum")) {
            demand(allowed(value, schema.get("enum")), path, value, "not one of " + schema.get("enum"));
            return;
        }
        demand(isOf(value, schema.path("type").asText()), path, value, "not of type " + schema.path("type").asText());
        if (value.isObject()) {
            checkFields(value, schema, path);
        } else if (value.isArray()) {
            value.forEach(item -> check(item, schema.get("items"), path + "[]"));
        }
    }

    private void checkFields(JsonNode value, JsonNode schema, String path) {
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            JsonNode known = schema.has("values") ? schema.get("values") : schema.path("properties").get(field.getKey());
            demand(known != null, path, value, "unknown field " + field.getKey());
            check(field.getValue(), known, path + "." + field.getKey());
        }
        schema.path("required").forEach(name ->
                demand(!complete || value.has(name.asText()), path, value, "missing field " + name.asText()));
    }

    private static boolean isOf(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isInt();
            case "boolean" -> value.isBoolean();
            case "quantity" -> value.isTextual() || value.isNumber();
            default -> throw new IllegalArgumentException("the schema itself is wrong: " + type);
        };
    }

    private static boolean allowed(JsonNode value, JsonNode choices) {
        return StreamSupport.stream(choices.spliterator(), false).anyMatch(value::equals);
    }

    private static void demand(boolean fulfilled, String path, JsonNode value, String otherwise) {
        if (!fulfilled) {
            throw new IllegalArgumentException(path + ": " + otherwise + ": " + value);
        }
    }
}
