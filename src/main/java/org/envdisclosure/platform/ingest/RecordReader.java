package org.envdisclosure.platform.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of one body, pulled one at a time; for one thread. */
public interface RecordReader extends Closeable {

    /** The names of the CSV header; empty for JSON, whose records bring their own. */
    Optional<FieldNames> header();

    /**
     * The next record or bad line, null after the last.
     *
     * @throws UnreadableBody when the body is to be refused as a whole, also after good records
     * @throws IOException    when the network failed
     */
    @Nullable Line next() throws IOException;
}
