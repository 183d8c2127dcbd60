package org.envdisclosure.cli.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One way to a column's value, taken where its condition holds. */
record Alternative(Condition when, Origin origin, List<Step> steps) {

    List<String> values(ObjectNode record) throws Refusal {
        if (!when.holds(record)) {
            return List.of();
        }
        List<String> values = Trimmed.all(origin.values(record));
        for (Step step : steps) {
            values = Trimmed.all(step.of(values));
        }
        return values;
    }

    Set<String> fields() {
        Set<String> fields = new HashSet<>(when.fields());
        fields.addAll(origin.fields());
        return fields;
    }
}
