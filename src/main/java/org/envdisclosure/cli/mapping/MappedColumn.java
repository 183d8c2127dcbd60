package org.envdisclosure.cli.mapping;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A column of the dataset and how it comes by its value: by the first of the ways that gives one.
 *
 * @param required a record without a value is refused
 */
record MappedColumn(String name, List<Alternative> alternatives, boolean required) {

    private static final String BETWEEN_VALUES = ";";

    /** Several values are joined as the contract joins lists. */
    @Nullable String value(ObjectNode record) throws Refusal {
        try {
            for (Alternative each : alternatives) {
                List<String> values = each.values(record);
                if (!values.isEmpty()) {
                    return String.join(BETWEEN_VALUES, values);
                }
            }
        } catch (Refusal refused) {
            throw refused.in(name);
        }
        if (required) {
            throw new Refusal("missing").in(name);
        }
        return null;
    }

    Set<String> fields() {
        return alternatives.stream().map(Alternative::fields).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
