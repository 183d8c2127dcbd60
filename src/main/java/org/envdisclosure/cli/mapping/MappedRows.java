package org.envdisclosure.cli.mapping;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The rows of one file, in its order; of the file one record is held at a time. */
public final class MappedRows implements Closeable {

    private final Mapping mapping;
    private final RecordInput records;
    private final Deque<ReadRecord> exploded = new ArrayDeque<>();

    MappedRows(Mapping mapping, RecordInput records) {
        this.mapping = mapping;
        this.records = records;
    }

    /**
     * @return null after the last
     * @throws IOException when the file breaks off or is of another form, in words for the operator
     */
    public @Nullable MappedRow next() throws IOException {
        if (exploded.isEmpty()) {
            ReadRecord read = records.next();
            exploded.addAll(read instanceof InputRecord record ? mapping.explosion().of(record) : read == null ? List.of() : List.of(read));
        }
        ReadRecord next = exploded.poll();
        if (next instanceof InputRecord record) {
            return row(record);
        }
        return next == null ? null : refused(next, ((ReadRecord.Refused) next).reason());
    }

    private MappedRow row(InputRecord record) {
        try {
            return new MappedRow.Taken(record.line(), mapping.cells(record.fields()), record::raw);
        } catch (Refusal refused) {
            return refused(record, refused.reason());
        } catch (StackOverflowError expressionTooDeep) {
            return refused(record, "too_complex");
        }
    }

    private static MappedRow refused(ReadRecord record, String reason) {
        return new MappedRow.Refused(record.line(), reason, record.raw());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
