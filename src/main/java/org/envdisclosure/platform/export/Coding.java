package org.envdisclosure.platform.export;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** How the bytes of an answer are compressed on the wire, by its word in {@code Content-Encoding}. */
public enum Coding {
    IDENTITY(null),
    /** RFC 1952. */
    GZIP("gzip"),
    /** RFC 8878. */
    ZSTD("zstd");

    private final @Nullable String wire;

    Coding(@Nullable String wire) {
        this.wire = wire;
    }

    /** Null where there is nothing to say. */
    public @Nullable String wire() {
        return wire;
    }

    ExportBody body(OutputStream out) throws IOException {
        return switch (this) {
            case IDENTITY -> new PlainBody(out);
            case GZIP -> new GzipPieces(out, GzipPieces.LIVE);
            case ZSTD -> new ZstdBody(out);
        };
    }
}
