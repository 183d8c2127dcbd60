package org.envdisclosure.platform.ingest;

import java.io.IOException;
import java.util.Optional;
import org.envdisclosure.platform.measure.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * One JSON array of objects. Invalid JSON anywhere refuses the body; an element that is valid but no usable object, or is larger
 * than a record may be, is one bad line. The elements are cut out here, so that a large one is passed over without being held.
 */
final class JsonArrayRecords implements RecordReader {

    private static final int END_OF_STREAM = -1;
    private static final int SHOWN = 80;

    private final ByteWindow window;
    private final int maxBytes;
    private final JsonObjects objects = new JsonObjects();
    private long element;
    private boolean finished;
    private @Nullable String tooLong;

    JsonArrayRecords(ByteWindow window, int maxRecordBytes) throws IOException {
        this.window = window;
        this.maxBytes = maxRecordBytes;
        open();
    }

    @Override
    public Optional<FieldNames> header() {
        return Optional.empty();
    }

    @Override
    public @Nullable Line next() throws IOException {
        if (finished || atEnd()) {
            return null;
        }
        element++;
        return read();
    }

    private void open() throws IOException {
        int first = skipSpace();
        if (first != '[') {
            throw new BrokenFraming(first == END_OF_STREAM ? "json_empty" : "json_not_an_array", LocalizedText.of(
                    "请求体须为一个 JSON 数组([…]);逐行对象请使用 Content-Type: application/x-ndjson。",
                    "The body must be one JSON array of objects, [...]; for one object, put it in an array; "
                            + "for one object a line, use Content-Type: application/x-ndjson."));
        }
        window.advance(1);
    }

    /** Goes to the next element, over the comma before it; true after the closing bracket, when nothing follows it. */
    private boolean atEnd() throws IOException {
        int b = skipSpace();
        if (b == ']') {
            window.advance(1);
            finished = true;
            requireNothingMore();
        } else if (element > 0) {
            requireComma(b);
            window.advance(1);
            b = skipSpace();
        }
        require(finished || b != END_OF_STREAM);
        return finished;
    }

    private void requireNothingMore() throws IOException {
        if (skipSpace() != END_OF_STREAM) {
            throw new BrokenFraming("json_trailing", LocalizedText.of(
                    "JSON 数组结束后还有内容。", "There is more after the end of the JSON array; send one array."));
        }
    }

    private void requireComma(int b) throws BrokenFraming {
        require(b != END_OF_STREAM);
        if (b != ',') {
            throw new BrokenFraming("json_invalid", LocalizedText.of(
                    "JSON 数组第 %d 个元素之后应为逗号或右方括号。".formatted(element),
                    "After element %d of the JSON array a comma or the closing bracket is expected.".formatted(element)));
        }
    }

    private void require(boolean more) throws BrokenFraming {
        if (!more) {
            throw new BrokenFraming("json_cut", LocalizedText.of(
                    "JSON 数组不完整,在第 %d 个元素处中断。".formatted(element),
                    "The JSON array ends too early, at element %d; send it whole.".formatted(element)));
        }
    }

    private Line read() throws IOException {
        tooLong = null;
        int length = elementLength();
        if (tooLong == null && length > maxBytes) {
            tooLong = beginning();
        }
        Line line = tooLong == null
                ? parse(window.mark() + length)
                : new BadLine(element, LineFault.LINE_TOO_LONG, tooLong);
        window.advance(length);
        return line;
    }

    /** How many bytes of the element are in the window: all of it, or the last ones of one that is too long. */
    private int elementLength() throws IOException {
        JsonElementScan scan = new JsonElementScan();
        int scanned = 0;
        int end = -1;
        while (end < 0) {
            end = scan.end(window.bytes(), window.mark() + scanned, window.mark() + window.length());
            if (end < 0) {
                scanned = keep(window.length());
                require(window.fill());
            }
        }
        return end - window.mark();
    }

    /** How many of {@code scanned} bytes stay in the window: all, or none once there are too many. */
    private int keep(int scanned) {
        if (scanned <= maxBytes) {
            return scanned;
        }
        if (tooLong == null) {
            tooLong = beginning();
        }
        window.advance(scanned);
        return 0;
    }

    private Line parse(int end) throws BrokenFraming {
        String text = Utf8.decode(window.bytes(), window.mark(), end);
        if (text == null) {
            return new BadLine(element, LineFault.NOT_UTF8, RawText.cut(window.bytes(), window.mark(), end));
        }
        Line line = objects.read(element, text);
        if (line instanceof BadLine bad && bad.fault() == LineFault.BAD_JSON) {
            String shown = text.substring(0, Math.min(SHOWN, text.length()));
            throw new BrokenFraming("json_invalid", LocalizedText.of(
                    "JSON 数组第 %d 个元素不是有效的 JSON:%s".formatted(element, shown),
                    "Element %d of the JSON array is not valid JSON: %s".formatted(element, shown)));
        }
        return line;
    }

    private String beginning() {
        return RawText.cut(window.bytes(), window.mark(), window.mark() + maxBytes);
    }

    /** The next byte that is not white space, which becomes the window's mark; {@link #END_OF_STREAM} when there is none. */
    private int skipSpace() throws IOException {
        while (window.length() > 0 || window.fill()) {
            byte b = window.at(0);
            if (!isSpace(b)) {
                return b & 0xFF;
            }
            window.advance(1);
        }
        return END_OF_STREAM;
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
