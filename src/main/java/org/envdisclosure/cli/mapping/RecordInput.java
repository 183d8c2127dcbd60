package org.envdisclosure.cli.mapping;

import java.io.Closeable;
import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** The records of one file, in order, one at a time. */
interface RecordInput extends Closeable {

    /**
     * @return null at the end of the file
     * @throws IOException when the file breaks off or is not of its form, so that nothing after it can be told; in words for the operator
     */
    @Nullable ReadRecord next() throws IOException;
}
