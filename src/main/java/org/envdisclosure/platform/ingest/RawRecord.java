package org.envdisclosure.platform.ingest;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record as received. Every value is text: a JSON number keeps its digits, {@code true} and {@code false} are those words, a
 * nested array or object is its JSON source. JSON null and an absent field are null; an empty CSV cell is the empty text.
 */
public final class RawRecord implements Line {

    private final long line;
    private final FieldNames names;
    private final @Nullable String[] values;
    private final String raw;

    RawRecord(long line, FieldNames names, @Nullable String[] values, String raw) {
        this.line = line;
        this.names = names;
        this.values = values;
        this.raw = raw;
    }

    @Override
    public long line() {
        return line;
    }

    /** As many names as the record has values. */
    public FieldNames names() {
        return names;
    }

    /** The value in column {@code index} of {@link #names()}. */
    public @Nullable String value(int index) {
        return values[index];
    }

    /** The value of the first column called {@code name}; null also where there is no such column. */
    public @Nullable String value(String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : values[index];
    }

    public List<@Nullable String> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    @Override
    public String raw() {
        return raw;
    }

    @Override
    public <R> void feed(LayoutReader<R> layout, RowSink<R> sink) {
        layout.record(this, sink);
    }

    @Override
    public String toString() {
        return "line %d: %s".formatted(line, raw);
    }
}
