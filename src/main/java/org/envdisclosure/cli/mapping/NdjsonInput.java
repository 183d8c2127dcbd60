package org.envdisclosure.cli.mapping;

import java.io.IOException;
import java.io.Reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** One JSON object a line; blank lines between them are passed over. A bad line is one bad record. */
final class NdjsonInput implements RecordInput {

    private final PhysicalLines lines;

    NdjsonInput(Reader reader) {
        this.lines = new PhysicalLines(reader);
    }

    @Override
    public @Nullable ReadRecord next() throws IOException {
        PhysicalLines.Line line = lines.next();
        while (line != null && line.text().isBlank()) {
            line = lines.next();
        }
        return line == null ? null : record(line);
    }

    private static ReadRecord record(PhysicalLines.Line line) {
        if (line.tooLong()) {
            return bad(line, ReadRecord.Fault.LINE_TOO_LONG);
        }
        if (RecordTree.isDamaged(line.text())) {
            return bad(line, ReadRecord.Fault.BAD_CHARACTER);
        }
        try {
            JsonNode node = RecordTree.JSON.readTree(line.text());
            return node instanceof ObjectNode fields
                    ? new InputRecord(line.number(), fields, line.text())
                    : bad(line, ReadRecord.Fault.NOT_A_JSON_OBJECT);
        } catch (JsonProcessingException broken) {
            return bad(line, ReadRecord.Fault.BAD_JSON);
        }
    }

    private static ReadRecord bad(PhysicalLines.Line line, ReadRecord.Fault fault) {
        return ReadRecord.Refused.of(line.number(), fault, line.text());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
