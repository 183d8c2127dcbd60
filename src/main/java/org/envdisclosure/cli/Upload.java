package org.envdisclosure.cli;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A body on its way; of unknown length, it is sent in chunks.
 *
 * @param file what the bytes come from and how far that is read; the bytes themselves, unless a mapping makes them
 * @param gzip the bytes are compressed already and go as they are
 */
record Upload(CountedStream bytes, CountedStream file, boolean gzip, String contentType) {

    /** A file that goes as it is. */
    Upload(CountedStream bytes, boolean gzip, String contentType) {
        this(bytes, bytes, gzip, contentType);
    }

    /** Reads as the connection takes; gives the stream out once, as a second reader would find its beginning missing. */
    BodyPublisher body() {
        long length = bytes.expected();
        if (length == 0) {
            return BodyPublishers.noBody();
        }
        AtomicBoolean given = new AtomicBoolean();
        BodyPublisher chunks = BodyPublishers.ofInputStream(() -> given.getAndSet(true) ? null : bytes);
        return length != CountedStream.UNKNOWN ? BodyPublishers.fromPublisher(chunks, length) : chunks;
    }

    /** Rises while anything moves: a mapping may read for long before it has a row to send. */
    long moved() {
        return bytes.taken() + file.taken();
    }
}
