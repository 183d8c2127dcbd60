package org.envdisclosure.cli.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The conditions of a mapping file. */
final class ConditionReader {

    private static final List<String> TESTS = List.of("equals", "empty", "matches");

    private final Set<String> blank;

    ConditionReader(Set<String> blank) {
        this.blank = blank;
    }

    Condition condition(Place place) {
        if (place.has("all") || place.has("any")) {
            String kind = place.has("all") ? "all" : "any";
            place.only(kind);
            return new Condition.Several(place.at(kind).items().stream().map(this::condition).toList(), kind.equals("any"));
        }
        if (place.has("not")) {
            place.only("not");
            return new Condition.Not(condition(place.at("not")));
        }
        return test(place);
    }

    private Condition test(Place place) {
        place.only("field", "equals", "empty", "matches");
        FieldPath field = FieldPath.of(place.needed("field").notEmpty());
        List<String> tests = place.names().stream().filter(TESTS::contains).toList();
        if (tests.size() != 1) {
            throw place.wrong("takes \"field\" and one of " + String.join(", ", TESTS) + "; or all, any or not");
        }
        Place test = place.at(tests.get(0));
        return switch (tests.get(0)) {
            case "equals" -> new Condition.Equals(field, new HashSet<>(test.texts()));
            case "empty" -> new Condition.Empty(field, blank, test.flag());
            default -> new Condition.Matches(field, test.as(Pattern::compile));
        };
    }
}
