package org.envdisclosure.platform.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.envdisclosure.platform.measure.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * CSV by RFC 4180 with a header row. FastCSV splits the fields; the records are cut out here, because one bad record must not
 * take the rest of the file with it: after it, reading goes on with the next physical line.
 *
 * <p>A quote left open would turn all lines up to the next quote into one field. Where such a field would hold lines that are
 * whole records themselves, the quote is taken for the mistake and the lines for records; so no good row is lost.
 */
final class CsvRecords implements RecordReader {

    /** With fewer columns an ordinary line of text looks like a record. */
    private static final int COLUMNS_TO_TELL_RECORDS = 3;

    private final ByteWindow window;
    private final PhysicalLines lines;
    private final CsvReaderBuilder splitter = CsvReader.builder().skipEmptyLines(false);
    private final StringArrayHandler fields = StringArrayHandler.of();
    private final FieldNames header;

    CsvRecords(ByteWindow window, int maxRecordBytes) throws IOException {
        this.window = window;
        this.lines = new PhysicalLines(window, maxRecordBytes, true);
        this.header = readHeader();
    }

    @Override
    public Optional<FieldNames> header() {
        return Optional.of(header);
    }

    @Override
    public @Nullable Line next() throws IOException {
        return toContent() ? read(header) : null;
    }

    private FieldNames readHeader() throws IOException {
        if (!toContent()) {
            throw new BrokenFraming("header_missing", LocalizedText.of(
                    "CSV 为空;首行须为列名。",
                    "The CSV body is empty; its first line must be the header with the column names."));
        }
        Line line = read(null);
        if (line instanceof RawRecord names) {
            return new FieldNames(names.values().stream().map(name -> name == null ? "" : name.strip()).toList());
        }
        LineFault fault = ((BadLine) line).fault();
        throw new BrokenFraming("header_unreadable", LocalizedText.of(
                "CSV 首行(列名)无法读取:" + fault.text().zh() + "。",
                "The CSV header in line %d cannot be read: %s".formatted(line.line(), fault.text().en())));
    }

    private boolean toContent() throws IOException {
        while (lines.advance()) {
            if (lines.tooLong() != null || !isBlank()) {
                return true;
            }
        }
        return false;
    }

    private boolean isBlank() {
        for (int i = 0; i < lines.end(); i++) {
            if (window.at(i) != ' ' && window.at(i) != '\t') {
                return false;
            }
        }
        return true;
    }

    private Line read(@Nullable FieldNames expected) throws IOException {
        String tooLong = lines.tooLong();
        if (tooLong != null) {
            return new BadLine(lines.line(), LineFault.LINE_TOO_LONG, tooLong);
        }
        LineFault fault = lines.quoteSeen() ? joinToRecord() : null;
        return fault == null ? split(expected) : bad(fault);
    }

    /** Joins physical lines until the record is whole; null, or why it is none. */
    private @Nullable LineFault joinToRecord() throws IOException {
        CsvQuotes quotes = new CsvQuotes();
        LineFault fault = quotes.read(window.bytes(), window.mark(), window.mark() + lines.end());
        while (fault == null && quotes.isOpen()) {
            int begin = lines.next();
            if (!lines.extend()) {
                return LineFault.UNTERMINATED_QUOTE;
            }
            boolean whole = quotes.read(window.bytes(), window.mark() + begin, window.mark() + lines.end()) == null;
            fault = whole ? null : LineFault.UNTERMINATED_QUOTE;
        }
        return fault;
    }

    private Line split(@Nullable FieldNames expected) {
        String text = Utf8.decode(window.bytes(), window.mark(), window.mark() + lines.end());
        if (text == null) {
            return bad(LineFault.NOT_UTF8);
        }
        String[] values = expected != null && !lines.quoteSeen() && lines.joined() == 1 ? plainFields(text, expected.size()) : fieldsOf(text);
        FieldNames names = expected == null ? new FieldNames(List.of(values)) : expected;
        if (values.length != names.size()) {
            return bad(LineFault.WRONG_NUMBER_OF_FIELDS);
        }
        if (lines.joined() > 2 && swallowsRecords(text, names.size())) {
            return bad(LineFault.UNTERMINATED_QUOTE);
        }
        return text.indexOf('\0') < 0
                ? new RawRecord(lines.line(), names, values, text)
                : new BadLine(lines.line(), LineFault.BAD_CHARACTER, RawText.cut(text));
    }

    private boolean swallowsRecords(String text, int columns) {
        String[] inside = text.split("\r\n|\n|\r", -1);
        return columns >= COLUMNS_TO_TELL_RECORDS && Arrays.stream(inside, 1, inside.length - 1)
                .anyMatch(line -> !line.isBlank() && fieldsOf(line).length == columns);
    }

    /** What FastCSV would answer for a line without a quote; no fields where there are more or less than {@code size}. */
    private static String[] plainFields(String text, int size) {
        String[] fields = new String[size];
        int begin = 0;
        for (int i = 0; i < size; i++) {
            int comma = text.indexOf(',', begin);
            if (comma < 0 != (i == size - 1)) {
                return new String[0];
            }
            fields[i] = text.substring(begin, comma < 0 ? text.length() : comma);
            begin = comma + 1;
        }
        return fields;
    }

    /** No fields for what FastCSV refuses, such as more than its 16 384 columns. */
    private String[] fieldsOf(String text) {
        try {
            return splitter.ofSingleCsvRecord(fields, text);
        } catch (CsvParseException e) {
            return new String[0];
        }
    }

    @Override
    public void close() throws IOException {
        window.close();
    }

    /** Only the first physical line is given up: the record's end cannot be trusted. */
    private Line bad(LineFault fault) {
        lines.shrink();
        return new BadLine(lines.line(), fault, RawText.cut(window.bytes(), window.mark(), window.mark() + lines.end()));
    }
}
