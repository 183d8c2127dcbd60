package org.envdisclosure.air.photo;

import org.envdisclosure.platform.ingest.FieldNames;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.RawRecord;
import org.envdisclosure.platform.ingest.RowSink;

/** Reads records we made ourselves, each of which names a view. */
final class OneRecord implements LayoutReader<PhotoKey> {

    @Override
    public void header(FieldNames names, RowSink<PhotoKey> sink) {
        // what we make is JSON
    }

    @Override
    public void record(RawRecord record, RowSink<PhotoKey> sink) {
        sink.parsed(record.line(), PhotoKey.of(record), record.raw());
    }
}
