package org.envdisclosure.cli.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Where in a record a value stands: the name of a field as it is written, or, with a slash in front, a JSON pointer (RFC 6901) in
 * which {@code *} stands for every element of an array.
 */
record FieldPath(String written, List<String> steps) {

    private static final String EVERY = "*";

    static FieldPath of(String written) {
        if (!written.startsWith("/")) {
            return new FieldPath(written, List.of(written));
        }
        return new FieldPath(written, Arrays.stream(written.substring(1).split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~")).toList());
    }

    /** The field of the record that it begins at. */
    String field() {
        return steps.get(0);
    }

    /**
     * What stands there, trimmed, without what is empty: one text, or several where an array is met; numbers digit for digit.
     *
     * @throws Refusal when an object stands there, which is no value
     */
    List<String> in(ObjectNode record) throws Refusal {
        List<JsonNode> nodes = List.of(record);
        for (int i = 0; i < steps.size(); i++) {
            nodes = below(nodes, steps.get(i), i > 0);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode node : nodes) {
            addTexts(node, texts);
        }
        return Trimmed.all(texts);
    }

    private static List<JsonNode> below(List<JsonNode> nodes, String step, boolean mayBeIndex) {
        List<JsonNode> below = new ArrayList<>();
        for (JsonNode node : nodes) {
            if (node.isArray() && step.equals(EVERY)) {
                node.forEach(below::add);
            } else if (node.isArray() && mayBeIndex && step.matches("\\d{1,9}")) {
                below.add(node.path(Integer.parseInt(step)));
            } else {
                below.add(node.path(step));
            }
        }
        return below;
    }

    private void addTexts(JsonNode node, List<String> texts) throws Refusal {
        if (node.isObject()) {
            throw new Refusal("not_a_value");
        } else if (node.isArray()) {
            for (JsonNode item : node) {
                addTexts(item, texts);
            }
        } else if (node.isNumber()) {
            texts.add(node.isBigDecimal() ? node.decimalValue().toString() : node.asText());
        } else if (!node.isNull() && !node.isMissingNode()) {
            texts.add(node.asText());
        }
    }
}
