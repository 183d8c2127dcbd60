package org.envdisclosure.platform.ingest;

import java.io.IOException;
import org.envdisclosure.platform.measure.LocalizedText;

/**
 * The body as a whole is refused and nothing of it is stored. An {@link IOException}, so that it can rise out of a stream in
 * the middle of a read; every other {@code IOException} out of a {@link RecordReader} is the network's.
 */
public abstract sealed class UnreadableBody extends IOException permits BrokenFraming, TooLarge, UnsupportedMedia {

    private final String word;
    private final transient LocalizedText detail;

    UnreadableBody(String word, LocalizedText detail) {
        super(detail.en());
        this.word = word;
        this.detail = detail;
    }

    /** A stable English word for receipts and counters, such as {@code gzip_cut}. */
    public String word() {
        return word;
    }

    /** What was wrong, where, and what to do instead. */
    public LocalizedText detail() {
        return detail;
    }
}
