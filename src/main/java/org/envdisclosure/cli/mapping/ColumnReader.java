package org.envdisclosure.cli.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The columns of a mapping file. */
final class ColumnReader {

    private static final List<String> ORIGINS = List.of("from", "constant", "template");
    private static final String[] ALTERNATIVE = {"when", "from", "constant", "template", "blank", "steps"};

    private final Set<String> blank;
    private final ConditionReader conditions;

    /** @param blank the marks of the whole file; a column may have more */
    ColumnReader(Set<String> blank, ConditionReader conditions) {
        this.blank = blank;
        this.conditions = conditions;
    }

    MappedColumn column(String name, Place place) {
        boolean required = place.optional("required", Place::flag).orElse(false);
        if (place.has("first_of")) {
            place.only("first_of", "required");
            return new MappedColumn(name, place.at("first_of").items().stream().map(each -> alternative(each.only(ALTERNATIVE))).toList(), required);
        }
        place.only(Stream.concat(Stream.of(ALTERNATIVE), Stream.of("first_of", "required")).toArray(String[]::new));
        return new MappedColumn(name, List.of(alternative(place)), required);
    }

    private Alternative alternative(Place place) {
        return new Alternative(place.optional("when", conditions::condition).orElse(Condition.always()), origin(place),
                place.optional("steps", steps -> steps.items().stream().map(StepReader::step).toList()).orElse(List.of()));
    }

    private Origin origin(Place place) {
        List<String> origins = place.names().stream().filter(ORIGINS::contains).toList();
        if (origins.size() != 1) {
            throw place.wrong("takes one of " + String.join(", ", ORIGINS) + (origins.isEmpty() ? "" : ", not " + String.join(" and ", origins)));
        }
        Set<String> marks = new HashSet<>(blank);
        place.optional("blank", Place::texts).ifPresent(marks::addAll);
        Place origin = place.at(origins.get(0));
        return switch (origins.get(0)) {
            case "from" -> new Origin.Fields(origin.oneOrMore().stream().map(field -> FieldPath.of(field.notEmpty())).toList(), marks);
            case "constant" -> new Origin.Constant(origin.notEmpty());
            default -> new Origin.Templates(origin.oneOrMore().stream().map(each -> each.as(text -> Template.of(text, marks))).toList());
        };
    }
}
