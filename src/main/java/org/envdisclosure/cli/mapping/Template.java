package org.envdisclosure.cli.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Text with fields in braces: <code>{name}</code>, or <code>{name?}</code> for one that may be empty. Two braces stand for one.
 *
 * @param blank texts of a field that mean there is no value
 */
record Template(List<Part> parts, Set<String> blank) {

    private static final Pattern PART = Pattern.compile("\\{\\{|}}|\\{([^{}]+?)(\\?)?}|[^{}]+");

    /** A piece of text, or a field; several values of a field are joined as the contract joins lists. */
    record Part(String text, @Nullable FieldPath field, boolean optional) {
    }

    /** @throws IllegalArgumentException for a brace that is not one of a pair */
    static Template of(String written, Set<String> blank) {
        List<Part> parts = new ArrayList<>();
        Matcher part = PART.matcher(written);
        int end = 0;
        while (end < written.length()) {
            if (!part.find() || part.start() != end) {
                throw new IllegalArgumentException("a brace stands alone after '%s'; {field} names a field, {{ and }} are braces".formatted(
                        written.substring(0, end)));
            }
            parts.add(part.group(1) == null ? text(part.group()) : new Part("", FieldPath.of(part.group(1)), part.group(2) != null));
            end = part.end();
        }
        return new Template(parts, blank);
    }

    private static Part text(String written) {
        return new Part(written.equals("{{") ? "{" : written.equals("}}") ? "}" : written, null, false);
    }

    /** Null when a field that it needs has no value. */
    @Nullable String filled(ObjectNode record) throws Refusal {
        StringBuilder filled = new StringBuilder();
        for (Part part : parts) {
            if (part.field() == null) {
                filled.append(part.text());
                continue;
            }
            List<String> values = part.field().in(record).stream().filter(value -> !blank.contains(value)).toList();
            if (values.isEmpty() && !part.optional()) {
                return null;
            }
            filled.append(String.join(";", values));
        }
        return filled.toString();
    }

    Set<String> fields() {
        return parts.stream().map(Part::field).filter(field -> field != null).map(FieldPath::field).collect(Collectors.toUnmodifiableSet());
    }
}
