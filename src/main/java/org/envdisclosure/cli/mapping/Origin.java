package org.envdisclosure.cli.mapping;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where a value begins: none, one, or several texts of a record. */
sealed interface Origin {

    List<String> values(ObjectNode record) throws Refusal;

    /** The fields it reads. */
    Set<String> fields();

    /**
     * The first of the fields that has a value.
     *
     * @param blank texts that mean there is none
     */
    record Fields(List<FieldPath> paths, Set<String> blank) implements Origin {
        @Override
        public List<String> values(ObjectNode record) throws Refusal {
            for (FieldPath path : paths) {
                List<String> found = path.in(record).stream().filter(text -> !blank.contains(text)).toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return List.of();
        }

        @Override
        public Set<String> fields() {
            return paths.stream().map(FieldPath::field).collect(Collectors.toUnmodifiableSet());
        }
    }

    record Constant(String text) implements Origin {
        @Override
        public List<String> values(ObjectNode record) {
            return List.of(text);
        }

        @Override
        public Set<String> fields() {
            return Set.of();
        }
    }

    /** The first of the templates that has all it needs. */
    record Templates(List<Template> templates) implements Origin {
        @Override
        public List<String> values(ObjectNode record) throws Refusal {
            for (Template each : templates) {
                String filled = each.filled(record);
                if (filled != null) {
                    return List.of(filled);
                }
            }
            return List.of();
        }

        @Override
        public Set<String> fields() {
            return templates.stream().map(Template::fields).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
        }
    }
}
