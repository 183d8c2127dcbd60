package org.envdisclosure.cli.mapping;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

/** A value of a mapping file and where it stands, so that whoever is told of a mistake finds it. */
record Place(JsonNode node, String pointer) {

    /** @throws BadMapping when it is no object, or has a member that is none of these */
    Place only(String... members) {
        requireObject();
        for (String name : names()) {
            if (!Arrays.asList(members).contains(name)) {
                throw at(name).wrong("is unknown here; known are " + String.join(", ", members));
            }
        }
        return this;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    boolean has(String member) {
        return node.has(member);
    }

    /** A member, which may be missing. */
    Place at(String member) {
        return new Place(node.path(member), pointer + "/" + member.replace("~", "~0").replace("/", "~1"));
    }

    <T> Optional<T> optional(String member, Function<Place, T> reader) {
        return has(member) ? Optional.of(reader.apply(at(member))) : Optional.empty();
    }

    Place needed(String member) {
        requireObject();
        if (!has(member)) {
            throw wrong("\"%s\" is missing".formatted(member));
        }
        return at(member);
    }

    String text() {
        return require(node.isTextual(), "takes a text").asText();
    }

    String notEmpty() {
        String text = text();
        require(!text.isBlank(), "takes a text that is not empty");
        return text;
    }

    boolean flag() {
        return require(node.isBoolean(), "takes true or false").asBoolean();
    }

    int whole(int from, int to) {
        return require(node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= from && node.intValue() <= to,
                "takes a whole number from %d to %d".formatted(from, to)).intValue();
    }

    <E extends Enum<E>> E word(Class<E> words) {
        String text = text();
        List<String> allowed = Arrays.stream(words.getEnumConstants()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
        require(allowed.contains(text), "takes " + String.join(", ", allowed));
        return Enum.valueOf(words, text.toUpperCase(Locale.ROOT));
    }

    List<Place> items() {
        require(node.isArray() && !node.isEmpty(), "takes a list that is not empty");
        List<Place> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new Place(node.get(i), pointer + "/" + i));
        }
        return items;
    }

    /** A list, or one by itself. */
    List<Place> oneOrMore() {
        return node.isArray() ? items() : List.of(this);
    }

    List<String> texts() {
        return oneOrMore().stream().map(Place::text).toList();
    }

    /** Those of an object that has any. */
    List<Place> members() {
        requireObject();
        require(!node.isEmpty(), "takes an object that is not empty");
        return names().stream().map(this::at).toList();
    }

    /** Text to text. */
    Map<String, String> table() {
        Map<String, String> table = new LinkedHashMap<>();
        members().forEach(member -> table.put(member.name(), member.text()));
        return table;
    }

    /** The last part of its pointer, as it stands in the object around it. */
    String name() {
        return pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
    }

    /** What a Java class makes of the value here; what it says against it is said of this place. */
    <T> T as(Function<String, T> reader) {
        String text = text();
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException refused) {
            throw wrong("'%s': %s".formatted(text, refused.getMessage()));
        }
    }

    BadMapping wrong(String sentence) {
        return new BadMapping(pointer, sentence);
    }

    private void requireObject() {
        require(node.isObject(), "takes an object, {...}");
    }

    private JsonNode require(boolean met, String otherwise) {
        if (!met) {
            throw wrong(otherwise);
        }
        return node;
    }
}
