package org.envdisclosure.cli.mapping;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** One JSON array of objects, an element at a time. JSON that is not valid ends the file: where the next element begins nobody can tell. */
final class JsonArrayInput implements RecordInput {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader reader;
    private @Nullable JsonParser parser;
    private long element;
    private boolean ended;

    JsonArrayInput(Reader reader) {
        this.reader = reader;
    }

    @Override
    public @Nullable ReadRecord next() throws IOException {
        try {
            return ended ? null : element();
        } catch (JsonEOFException cut) {
            throw new IOException("the JSON array ends too early, at element %d".formatted(element), cut);
        } catch (JsonProcessingException broken) {
            throw new IOException("the JSON array breaks at element %d: %s".formatted(element, broken.getOriginalMessage()), broken);
        }
    }

    private @Nullable ReadRecord element() throws IOException {
        element++;
        JsonParser open = parser == null ? open() : parser;
        if (open.nextToken() == JsonToken.END_ARRAY) {
            ended = true;
            requireEnd(open);
            return null;
        }
        return record(open.readValueAsTree());
    }

    private ReadRecord record(JsonNode node) {
        if (!(node instanceof ObjectNode fields)) {
            return ReadRecord.Refused.of(element, ReadRecord.Fault.NOT_A_JSON_OBJECT, node.toString());
        }
        return RecordTree.isDamaged(fields.toString())
                ? ReadRecord.Refused.of(element, ReadRecord.Fault.BAD_CHARACTER, fields.toString())
                : new InputRecord(element, fields, null);
    }

    private JsonParser open() throws IOException {
        PushbackReader text = new PushbackReader(reader);
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        JsonParser opened = RecordTree.ELEMENTS.createParser(text);
        parser = opened;
        if (opened.nextToken() != JsonToken.START_ARRAY) {
            throw new IOException("is no JSON array of objects, [...], as the mapping's input format json means it");
        }
        return opened;
    }

    private static void requireEnd(JsonParser open) throws IOException {
        if (open.nextToken() != null) {
            throw new IOException("there is more after the end of the JSON array");
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
