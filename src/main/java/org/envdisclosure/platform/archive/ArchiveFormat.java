package org.envdisclosure.platform.archive;

import java.util.Arrays;
import java.util.Optional;

/** What a month is written as. */
public enum ArchiveFormat {
    /** The CSV of the same question, compressed; a file of its own type, not a content coding of another. */
    CSV_GZ("csv.gz", "application/gzip"),
    PARQUET("parquet", "application/vnd.apache.parquet");

    private final String wire;
    private final String mediaType;

    ArchiveFormat(String wire, String mediaType) {
        this.wire = wire;
        this.mediaType = mediaType;
    }

    /** The word of {@code format} and the ending of file names. */
    public String wire() {
        return wire;
    }

    public String mediaType() {
        return mediaType;
    }

    public static Optional<ArchiveFormat> ofWire(String word) {
        return Arrays.stream(values()).filter(format -> format.wire.equals(word)).findFirst();
    }
}
