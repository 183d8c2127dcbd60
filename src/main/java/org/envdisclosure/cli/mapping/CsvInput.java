package org.envdisclosure.cli.mapping;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import org.envdisclosure.cli.mapping.PhysicalLines.Line;
import org.envdisclosure.cli.mapping.ReadRecord.Fault;
import org.jspecify.annotations.Nullable;

/**
 * CSV with a header row. FastCSV splits the fields; the records are cut out here, for it would read a quote left open to the end of
 * the file. Of several lines that are no record together the first alone is given up, and reading goes on with the second.
 */
final class CsvInput implements RecordInput {

    private final PhysicalLines lines;
    private final InputForm form;
    private final Set<String> used;
    private final CsvReaderBuilder splitter;
    private final StringArrayHandler fields = StringArrayHandler.of();
    private @Nullable List<String> header;

    /** @param used the columns the mapping names, each of which the header must have once */
    CsvInput(Reader reader, InputForm form, Set<String> used) {
        this.lines = new PhysicalLines(reader);
        this.form = form;
        this.used = used;
        this.splitter = CsvReader.builder().fieldSeparator(form.delimiter()).skipEmptyLines(false);
    }

    @Override
    public @Nullable ReadRecord next() throws IOException {
        List<String> names = header == null ? readHeader() : header;
        Line first = content();
        return first == null ? null : record(names, first);
    }

    private List<String> readHeader() throws IOException {
        for (int skipped = 0; skipped < form.skipLines(); skipped++) {
            lines.next();
        }
        Line first = content();
        if (first == null) {
            throw new IOException("has no header row");
        }
        List<Line> joined = joined(first);
        header = CsvHeader.of(joined == null || first.tooLong() ? new String[0] : split(text(joined)), first.number(), used);
        return header;
    }

    private @Nullable Line content() throws IOException {
        Line line = lines.next();
        while (line != null && line.text().isBlank()) {
            line = lines.next();
        }
        return line;
    }

    private ReadRecord record(List<String> names, Line first) throws IOException {
        if (first.tooLong()) {
            return bad(first, Fault.LINE_TOO_LONG);
        }
        List<Line> joined = joined(first);
        if (joined == null) {
            return bad(first, Fault.UNTERMINATED_QUOTE);
        }
        String text = text(joined);
        String[] values = split(text);
        if (values.length != names.size()) {
            lines.putBack(joined.subList(1, joined.size()));
            return bad(first, values.length == 0 ? Fault.TEXT_AFTER_QUOTE : Fault.WRONG_NUMBER_OF_FIELDS);
        }
        return RecordTree.isDamaged(text)
                ? ReadRecord.Refused.of(first.number(), Fault.BAD_CHARACTER, text)
                : new InputRecord(first.number(), cells(names, values), text);
    }

    /** The lines of one record; null, and all but the first put back, when a quote stays open to the end or for too long. */
    private @Nullable List<Line> joined(Line first) throws IOException {
        List<Line> joined = new ArrayList<>(List.of(first));
        QuoteState quotes = new QuoteState(form.delimiter());
        long length = first.text().length();
        boolean sound = quotes.read(first.text());
        while (sound && quotes.isOpen()) {
            Line next = lines.next();
            if (next != null) {
                joined.add(next);
                length += next.text().length() + 1;
            }
            if (next == null || next.tooLong() || length > PhysicalLines.LONGEST) {
                lines.putBack(joined.subList(1, joined.size()));
                return null;
            }
            sound = quotes.read("\n") && quotes.read(next.text());
        }
        return joined;
    }

    /** No fields for what FastCSV refuses. */
    private String[] split(String text) {
        try {
            return splitter.ofSingleCsvRecord(fields, text);
        } catch (CsvParseException noRecord) {
            return new String[0];
        }
    }

    private static String text(List<Line> joined) {
        return joined.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    private static ObjectNode cells(List<String> names, String[] values) {
        ObjectNode cells = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < values.length; i++) {
            cells.put(names.get(i), values[i]);
        }
        return cells;
    }

    private static ReadRecord bad(Line line, Fault fault) {
        return ReadRecord.Refused.of(line.number(), fault, line.text());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
