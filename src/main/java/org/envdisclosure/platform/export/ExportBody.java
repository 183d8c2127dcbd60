package org.envdisclosure.platform.export;

import java.io.IOException;
import java.io.OutputStream;

/** The bytes of an export on their way out: rows printed now and pieces made before. */
sealed interface ExportBody permits GzipPieces, PlainBody, ZstdBody {

    /** Takes rows as text. */
    OutputStream rows();

    /** Puts the rows of a piece behind what came so far. */
    void copy(DeflatedPiece piece) throws IOException;

    /** Ends the body; only then is it whole. */
    void finish() throws IOException;

    /** Frees what it holds outside the heap. Without {@link #finish} what was written stays visibly cut. */
    void release();
}
