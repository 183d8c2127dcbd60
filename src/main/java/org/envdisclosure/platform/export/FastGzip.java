package org.envdisclosure.platform.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** One gzip member at level 1 (level 6 is four times slower than the database); a flush lets out all that was written. */
final class FastGzip extends GZIPOutputStream {

    FastGzip(OutputStream out) throws IOException {
        super(new BufferedOutputStream(out, RowPump.PIECE), RowPump.PIECE, true);
        def.setLevel(Deflater.BEST_SPEED);
    }

    /** Gives the compressor's memory back without ending the member: what was written stays visibly cut. */
    void abandon() {
        def.end();
    }
}
