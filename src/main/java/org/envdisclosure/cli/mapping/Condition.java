package org.envdisclosure.cli.mapping;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Something that is true of a record or not. */
sealed interface Condition {

    boolean holds(ObjectNode record) throws Refusal;

    /** The fields it looks at. */
    Set<String> fields();

    /** One of the field's values is one of these. */
    record Equals(FieldPath field, Set<String> anyOf) implements Condition {
        @Override
        public boolean holds(ObjectNode record) throws Refusal {
            return field.in(record).stream().anyMatch(anyOf::contains);
        }

        @Override
        public Set<String> fields() {
            return Set.of(field.field());
        }
    }

    /** The field has no value, or has one. A blank mark is no value. */
    record Empty(FieldPath field, Set<String> blank, boolean empty) implements Condition {
        @Override
        public boolean holds(ObjectNode record) throws Refusal {
            return blank.containsAll(field.in(record)) == empty;
        }

        @Override
        public Set<String> fields() {
            return Set.of(field.field());
        }
    }

    /** The expression is found in one of the field's values. */
    record Matches(FieldPath field, Pattern expression) implements Condition {
        @Override
        public boolean holds(ObjectNode record) throws Refusal {
            Predicate<String> found = expression.asPredicate();
            return field.in(record).stream().anyMatch(found);
        }

        @Override
        public Set<String> fields() {
            return Set.of(field.field());
        }
    }

    /** All of these, or, of {@code any}, at least one. */
    record Several(List<Condition> conditions, boolean any) implements Condition {
        @Override
        public boolean holds(ObjectNode record) throws Refusal {
            for (Condition each : conditions) {
                if (each.holds(record) == any) {
                    return any;
                }
            }
            return !any;
        }

        @Override
        public Set<String> fields() {
            return conditions.stream().map(Condition::fields).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(ObjectNode record) throws Refusal {
            return !condition.holds(record);
        }

        @Override
        public Set<String> fields() {
            return condition.fields();
        }
    }

    /** What holds of every record. */
    static Condition always() {
        return new Several(List.of(), false);
    }

    /** All the fields that some of these look at. */
    static Set<String> fieldsOf(Stream<Condition> conditions) {
        return conditions.map(Condition::fields).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
