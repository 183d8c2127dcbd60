package org.envdisclosure.platform.entry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.ingest.BrokenFraming;
import org.envdisclosure.platform.ingest.FieldNames;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.RawRecord;
import org.envdisclosure.platform.ingest.RowSink;
import org.envdisclosure.platform.measure.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * The contract's own columns of entries that somebody wrote: a record is a row, an unknown column a fault.
 *
 * @param <R> a row
 */
public final class EntryRecords<R> implements LayoutReader<R> {

    private final Set<String> known;
    private final List<List<String>> needed;
    private final Rows<R> rows;
    private @Nullable FieldNames lastNames;
    private Optional<String> lastUnknown = Optional.empty();

    /** Makes a row of a record's cells. */
    @FunctionalInterface
    public interface Rows<R> {
        R of(Cells cells) throws Cells.Refused;
    }

    /** @param needed columns a header cannot be without */
    public EntryRecords(List<Column> columns, List<String> needed, Rows<R> rows) {
        this(columns, rows, List.of(needed));
    }

    /** @param needed lists of columns, of which a header must have one whole */
    public EntryRecords(List<Column> columns, Rows<R> rows, List<List<String>> needed) {
        this.known = columns.stream().map(Column::name).collect(Collectors.toUnmodifiableSet());
        this.needed = needed;
        this.rows = rows;
    }

    @Override
    public void header(FieldNames header, RowSink<R> sink) throws BrokenFraming {
        header.require(needed.stream().filter(header.asList()::containsAll).findFirst().orElse(needed.get(0)));
        Optional<String> unknown = unknown(header);
        if (unknown.isPresent()) {
            throw new BrokenFraming("unknown_column", LocalizedText.of("表头含有未知列 " + unknown.get(), "the header names an unknown column " + unknown.get()));
        }
    }

    /** Rows of one header share their names. */
    private Optional<String> unknown(FieldNames names) {
        if (names != lastNames) {
            lastNames = names;
            lastUnknown = names.asList().stream().filter(name -> !known.contains(name)).findFirst();
        }
        return lastUnknown;
    }

    @Override
    public void record(RawRecord record, RowSink<R> sink) {
        if (unknown(record.names()).isPresent()) {
            sink.rejected(record.line(), "unknown_field", record.raw());
            return;
        }
        try {
            sink.parsed(record.line(), rows.of(new Cells(record::value)), record.raw());
        } catch (Cells.Refused refused) {
            sink.rejected(record.line(), String.valueOf(refused.getMessage()), record.raw());
        }
    }
}
