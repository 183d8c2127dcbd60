package org.envdisclosure.platform.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object, given as text, into a record. */
final class JsonObjects {

    /** A row is an object of values, at most with a list of small objects in it. */
    private static final int DEEPEST = 32;
    private static final int MOST_SHAPES = 64;

    private final JsonFactory json = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    // the text is bounded before it comes here, so no part of it needs a bound of its own
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Map<List<String>, FieldNames> shapes = new HashMap<>();
    private FieldNames names = new FieldNames(List.of());
    private final List<String> keys = new ArrayList<>();
    private final List<@Nullable String> values = new ArrayList<>();

    Line read(long line, String text) {
        LineFault fault = text.indexOf('\0') >= 0 ? LineFault.BAD_CHARACTER : parse(text);
        if (fault == null) {
            names = keys.equals(names.asList()) ? names : shape();
            fault = names.hasDuplicate() ? LineFault.DUPLICATE_KEY : null;
        }
        return fault == null
                ? new RawRecord(line, names, values.toArray(String[]::new), text)
                : new BadLine(line, fault, RawText.cut(text));
    }

    /** Sources that leave out what is missing alternate between a few shapes; a hostile one has a new shape every time. */
    private FieldNames shape() {
        if (shapes.size() >= MOST_SHAPES) {
            shapes.clear();
        }
        return shapes.computeIfAbsent(List.copyOf(keys), FieldNames::new);
    }

    private @Nullable LineFault parse(String text) {
        keys.clear();
        values.clear();
        try (JsonParser parser = json.createParser(text)) {
            JsonToken first = parser.nextToken();
            boolean object = first == JsonToken.START_OBJECT;
            if (object) {
                readFields(parser, text);
            } else {
                parser.skipChildren();
            }
            if (first == null || parser.nextToken() != null) {
                return LineFault.BAD_JSON;
            }
            return object ? unstorable(text) : LineFault.NOT_A_JSON_OBJECT;
        } catch (StreamConstraintsException e) {
            return LineFault.TOO_COMPLEX;
        } catch (JsonProcessingException e) {
            return LineFault.BAD_JSON;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from a text cannot fail", e);
        }
    }

    private void readFields(JsonParser parser, String text) throws IOException {
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            keys.add(key);
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_NULL) {
                values.add(null);
            } else {
                values.add(token.isStructStart() ? source(parser, text) : parser.getText());
            }
        }
    }

    private static String source(JsonParser parser, String text) throws IOException {
        int begin = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return text.substring(begin, (int) parser.currentLocation().getCharOffset());
    }

    /** Only an escape can bring in what UTF-8 cannot carry, and most objects have none. */
    private @Nullable LineFault unstorable(String text) {
        boolean sound = text.indexOf('\\') < 0
                || keys.stream().allMatch(RawText::isStorable) && values.stream().allMatch(RawText::isStorable);
        return sound ? null : LineFault.BAD_CHARACTER;
    }
}
