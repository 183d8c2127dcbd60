package org.envdisclosure.platform.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.export.CopyTuple;
import org.jspecify.annotations.Nullable;

/** Hands rows to Parquet field by field; what the file says of itself is {@link ParquetNotes}. */
final class ParquetRows extends WriteSupport<CopyTuple> {

    private final MessageType schema;
    private final ParquetNotes notes;
    private final List<ParquetCell> cells = new ArrayList<>();
    private final List<Column> columns;
    private @Nullable RecordConsumer consumer;

    ParquetRows(ArchiveBuild build) {
        this.columns = build.dataset().dataset().columns();
        this.schema = ParquetCell.schema(build.dataset().dataset());
        this.notes = new ParquetNotes(build);
        columns.forEach(column -> cells.add(notes.watched(column, ParquetCell.of(column.type()))));
    }

    @Override
    public WriteContext init(Configuration unused) {
        return new WriteContext(schema, notes.known());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        this.consumer = consumer;
    }

    @Override
    public void write(CopyTuple tuple) {
        RecordConsumer into = consumer;
        if (into == null) {
            throw new IllegalStateException("a row before the file was begun");
        }
        into.startMessage();
        for (int i = 0; i < cells.size(); i++) {
            int length = tuple.field();
            if (length >= 0) {
                into.startField(columns.get(i).name(), i);
                cells.get(i).write(tuple.row(), tuple.at(), length, into);
                into.endField(columns.get(i).name(), i);
            }
        }
        into.endMessage();
    }

    /** What only the rows tell. */
    @Override
    public FinalizedWriteContext finalizeWrite() {
        return new FinalizedWriteContext(Map.copyOf(notes.found()));
    }
}
